/** Audio and video that browsers play, told apart by what is in them. */
export type MediaType =
  | 'audio/mpeg'
  | 'audio/mp4'
  | 'audio/wav'
  | 'audio/ogg'
  | 'audio/flac'
  | 'audio/webm'
  | 'video/mp4'
  | 'video/ogg'
  | 'video/webm';

/** How many of a file's first bytes `mediaType` wants to see: WebM names its codecs behind a head of some hundred. */
export const mediaTypeBytes = 1_024;

const mediaName = /\.(?:mp3|m4[abv]|mp4|mov|wav|og[agv]|opus|flac|webm|weba|3gp)$/i;

/** Whether a file of that name is worth looking into for audio or video; what it is, its bytes say. */
export const looksLikeMedia = (name: string): boolean => mediaName.test(name);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/**
 * The format by the file's first bytes (the WHATWG MIME Sniffing standard's signatures, ISO 14496-12 brands, RFC 3533 and Matroska's codec
 * ids), whatever its name or content type claims; null: nothing to be played.
 */
export const mediaType = (bytes: Uint8Array): MediaType | null => {
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return 'audio/wav';
  if (ascii(bytes, 0, 4) === 'fLaC') return 'audio/flac';
  if (ascii(bytes, 0, 4) === 'OggS') return ascii(bytes, 28, 35) === '\x80theora' ? 'video/ogg' : 'audio/ogg';
  if (ascii(bytes, 4, 8) === 'ftyp') return ofBrand(ascii(bytes, 8, 12));
  if (ascii(bytes, 0, 4) === '\x1aE\xdf\xa3') return ofMatroska(ascii(bytes, 4, mediaTypeBytes));
  return ascii(bytes, 0, 3) === 'ID3' || isMp3Frame(bytes) ? 'audio/mpeg' : null;
};

const ofBrand = (brand: string): MediaType | null => {
  if (/^M4[AB] $/.test(brand)) return 'audio/mp4';
  return /^(?:isom|iso[2-9]|mp4[12]|avc1|dash|M4VH?|MSNV|mmp4|qt {2}|3gp.)/.test(brand) ? 'video/mp4' : null;
};

const ofMatroska = (head: string): MediaType | null => {
  if (!head.slice(0, 64).includes('webm')) return null;
  return /A_(?:OPUS|VORBIS)/.test(head) && !/V_(?:VP[89]|AV1)/.test(head) ? 'audio/webm' : 'video/webm';
};

/** The head of a frame (ISO 11172-3): eleven bits of sync, layer III, a bitrate and a sampling rate that there are. */
const isMp3Frame = ([first = 0, second = 0, third = 0]: Uint8Array): boolean => {
  const bitrate = third >> 4;
  return first === 0xff && (second & 0xe6) === 0xe2 && bitrate !== 0 && bitrate !== 15 && (third & 0x0c) !== 0x0c;
};
