import type { PickedFile } from '#src/services.ts';

/** Pixels of the longer side: as many as a large screen shows. */
const longestSide = 2_048;
const quality = 0.85;

/** What cameras write. Drawings and screenshots would not be what they were. */
const photo = /^image\/(?:jpeg|webp|hei[cf]|avif)$/;

export interface Shrunk {
  readonly files: readonly PickedFile[];
  /** The photos that this browser cannot read, and which are as they were. */
  readonly untouched: readonly string[];
}

/**
 * Photos made smaller, the right way up, and without what the camera wrote into them, such as the place; other files as they are. One
 * that would not get smaller stays, unless it has something of the camera in it.
 */
export async function shrinkPhotos(files: readonly PickedFile[]): Promise<Shrunk> {
  const done: PickedFile[] = [];
  const untouched: string[] = [];
  // One after the other: each takes many megabytes while it is drawn.
  for (const picked of files) {
    const smaller = photo.test(picked.file.type) ? await shrink(picked).catch(() => null) : picked;
    if (smaller === null) untouched.push(picked.name);
    done.push(smaller ?? picked);
  }
  return { files: done, untouched };
}

async function shrink(picked: PickedFile): Promise<PickedFile | null> {
  const { file, name } = picked;
  // A WebP may be seen through, which a JPEG cannot be.
  const type = file.type === 'image/webp' ? 'image/webp' : 'image/jpeg';
  const drawn = await redraw(file, type);
  if (drawn.type !== type) return null;
  if (drawn.size >= file.size && file.type === 'image/jpeg' && !(await tellsOfCamera(file))) return picked;
  const renamed = (old: string) => (file.type === type ? old : `${old.replace(/\.\w+$/, '')}.jpg`);
  const { lastModified } = file;
  return { file: new File([drawn], renamed(file.name), { type, lastModified }), name: renamed(name) };
}

async function redraw(file: File, type: string): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas can be had.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return await canvas.convertToBlob({ type, quality });
  } finally {
    bitmap.close();
  }
}

/** Where the two forms of it begin; they stand before the picture itself. */
async function tellsOfCamera(file: File): Promise<boolean> {
  const beginning = new TextDecoder('latin1').decode(await file.slice(0, 256 * 1024).arrayBuffer());
  return beginning.includes('Exif\0') || beginning.includes('http://ns.adobe.com/xap');
}
