/** Raster formats that cannot carry script; SVG is none of them. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/bmp';

/** How many of a file's first bytes `imageType` wants to see. */
export const imageTypeBytes = 32;

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/**
 * The format by the file's first bytes (the WHATWG MIME Sniffing standard's signatures, and ISO 14496-12 brands for AVIF), whatever its
 * name or content type claims; null: nothing to be shown as an image.
 */
export const imageType = (bytes: Uint8Array): ImageType | null => {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 8) === 'ftyp' && /avi[fs]/.test(ascii(bytes, 8, 32))) return 'image/avif';
  // Two letters alone would take many a text for a bitmap: the reserved bytes and the header's size have to be right as well.
  if (ascii(bytes, 0, 2) === 'BM' && ascii(bytes, 6, 10) === '\0\0\0\0' && ascii(bytes, 15, 18) === '\0\0\0')
    return 'image/bmp';
  return null;
};
