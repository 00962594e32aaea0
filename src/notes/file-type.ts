import { imageType } from './image-type.ts';
import { mediaType, mediaTypeBytes } from './media-type.ts';

/** How many of a file's first bytes `fileType` wants to see. */
export const fileTypeBytes = mediaTypeBytes;

/** What nobody may show, and what nobody knows. */
const unknown = 'application/octet-stream';

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/**
 * What a file is by its first bytes: a raster picture, audio, video, a PDF, a zip archive or a plain text; anything else, and whatever a
 * browser might run (HTML, SVG, XML, scripts), is bytes to download. Its name is only ever a reason against: a script is a text like others.
 * Signatures: the WHATWG MIME Sniffing standard, ISO 14496-12 brands, and what image-type.ts and media-type.ts name. Why a table of our
 * own: decision 21.
 */
export const fileType = (bytes: Uint8Array, name: string): string => {
  const known = imageType(bytes) ?? photoType(bytes) ?? filmType(bytes) ?? mediaType(bytes);
  if (known !== null) return known;
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (zipStarts.includes(ascii(bytes, 0, 4))) return 'application/zip';
  return isPlainText(bytes) && !activeName.test(name) ? 'text/plain' : unknown;
};

/** Of an archive, and of one with nothing in it. */
const zipStarts = ['PK\x03\x04', 'PK\x05\x06'];

/** What phones make, which few browsers show: its brand may stand behind a common one. */
const photoType = (bytes: Uint8Array): string | null =>
  ascii(bytes, 4, 8) === 'ftyp' && /^(?:he[iv][cmsx]|m(?:if|sf)1.*he[iv][cmsx])/s.test(ascii(bytes, 8, 32))
    ? 'image/heic'
    : null;

/** As it is stored; browsers play it under another name. */
const filmType = (bytes: Uint8Array): string | null => (ascii(bytes, 4, 12) === 'ftypqt  ' ? 'video/quicktime' : null);

/** A text that a program or a browser runs. Folders, and what Windows and URLs leave off at the end, do not hide it. */
const activeName =
  /\.(?:[cm]?[jt]sx?|x?html?|xht|shtml|mht(?:ml)?|svgz?|xml|xslt?|rss|atom|css|wasm|php\d?|sh|bat|cmd|ps1|vbs|hta|py|pl|rb|desktop|url|webloc)[\s.]*$/i;

/** UTF-8 without what no text has (the standard's "binary data bytes"), nor anything that may be markup. */
const isPlainText = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0) return false;
  const text = decoded(bytes.subarray(0, fileTypeBytes));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a text from other bytes
  return text !== null && !/[\0-\x08\v\x0e-\x1a\x1c-\x1f]|<[a-z!?/]/i.test(text) && !/^\s*(?:#!|%!)/.test(text);
};

/** null: it is no UTF-8. The last letter may be cut. */
const decoded = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
};
