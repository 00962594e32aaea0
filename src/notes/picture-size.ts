import type { ImageType } from './image-type.ts';

/** Pixels, as the file claims. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How many bytes `pictureSize` wants to see at a time; a file's last ones may be fewer. */
export const pictureSizeBytes = 64 * 1024;

/**
 * How large a picture says that it is, by the bytes of its file from `at` on (0 at first). A number: they do not tell yet, and those from
 * there on are to be looked at. null: they never will, so that nobody can know what it would take to unpack it.
 */
export function pictureSize(type: ImageType, bytes: Uint8Array, at: number): PictureSize | number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return type === 'image/jpeg' ? inJpeg(view, at) : atTheBeginning[type](view);
  } catch (error) {
    // The file ends, or the size does not stand where it should.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const named = (view: DataView, at: number, name: string): boolean =>
  [...name].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));

const atTheBeginning: Readonly<Record<Exclude<ImageType, 'image/jpeg'>, (view: DataView) => PictureSize | null>> = {
  'image/png': (view) => (named(view, 12, 'IHDR') ? { width: view.getUint32(16), height: view.getUint32(20) } : null),
  // Bitmaps may stand on their head, with a height below zero; those of OS/2 have short numbers.
  'image/bmp': (view) =>
    view.getUint32(14, true) === 12
      ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
      : { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) },
  'image/gif': inGif,
  'image/webp': inWebp,
  'image/avif': inAvif,
};

/** Markers (ITU T.81, annex B) up to the frame's, which has the size. */
function inJpeg(view: DataView, from: number): PictureSize | number | null {
  let at = from === 0 ? 2 : 0;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return from + at;
}

/** SOF0 to SOF15, among which stand three markers that are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The screen's size, or the first frame's where that is larger (GIF89a, sections 18 and 20). */
function inGif(view: DataView): PictureSize | null {
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) return null;
  return {
    width: Math.max(screen.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true)),
    height: Math.max(screen.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true)),
  };
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function inWebp(view: DataView): PictureSize | null {
  if (named(view, 12, 'VP8X')) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (named(view, 12, 'VP8 '))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (!named(view, 12, 'VP8L')) return null;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;

/** The largest of all sizes that are told (ISO 23008-12, `ispe`): a picture may be made of smaller ones. */
function inAvif(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = 0; at + 16 <= view.byteLength; at += 1) {
    if (!named(view, at, 'ispe')) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
