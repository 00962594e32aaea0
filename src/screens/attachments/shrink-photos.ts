import type { PickedFile, Services } from '#src/services.ts';
import type { PhotoToDraw } from './photo-worker.ts';
import workerAddress from './photo-worker.ts?worker&url';

/** What cameras write. Drawings and screenshots would not be what they were. */
const photo = /^image\/(?:jpeg|webp|hei[cf]|avif)$/;

export interface Shrunk {
  readonly files: readonly PickedFile[];
  /** The photos that this browser cannot read, and which are as they were. */
  readonly untouched: readonly string[];
}

/**
 * Photos made smaller, the right way up, and without what the camera wrote into them, such as the place; other files as they are. One
 * that would not get smaller stays, unless it has something of the camera in it. `onProgress`: so many photos are done, of all.
 */
export async function shrinkPhotos(
  files: readonly PickedFile[],
  startWorker: Services['startWorker'],
  onProgress: (done: number, all: number) => void,
): Promise<Shrunk> {
  const all = files.filter(({ file }) => photo.test(file.type)).length;
  let photosDone = 0;
  onProgress(photosDone, all);
  const worker = all > 0 ? await startWorker(workerAddress).catch(() => null) : null;
  const draw = worker === null ? async () => null : drawnBy(worker);
  const done: PickedFile[] = [];
  const untouched: string[] = [];
  // One after the other: each takes many megabytes while it is drawn.
  for (const picked of files) {
    const isPhoto = photo.test(picked.file.type);
    const smaller = isPhoto ? await shrink(picked, draw) : picked;
    if (isPhoto) onProgress(++photosDone, all);
    if (smaller === null) untouched.push(picked.name);
    done.push(smaller ?? picked);
  }
  worker?.terminate();
  return { files: done, untouched };
}

async function shrink(picked: PickedFile, draw: Draw): Promise<PickedFile | null> {
  const { file, name } = picked;
  // A WebP may be seen through, which a JPEG cannot be.
  const type = file.type === 'image/webp' ? 'image/webp' : 'image/jpeg';
  const drawn = await draw({ file, type });
  if (drawn?.type !== type) return null;
  if (drawn.size >= file.size && file.type === 'image/jpeg' && !(await tellsOfCamera(file))) return picked;
  const renamed = (old: string) => (file.type === type ? old : `${old.replace(/\.\w+$/, '')}.jpg`);
  const { lastModified } = file;
  return { file: new File([drawn], renamed(file.name), { type, lastModified }), name: renamed(name) };
}

/** One photo at a time; null: the browser cannot read it. */
type Draw = (photo: PhotoToDraw) => Promise<Blob | null>;

const drawnBy = (worker: Worker): Draw => {
  const broken = new Promise<null>((resolve) => worker.addEventListener('error', () => resolve(null)));
  return (photo) => {
    const answer = new Promise<Blob | null>((resolve) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Blob | null>) => resolve(data), { once: true }),
    );
    worker.postMessage(photo);
    return Promise.race([answer, broken]);
  };
};

/** Where the two forms of it begin; they stand before the picture itself. */
async function tellsOfCamera(file: File): Promise<boolean> {
  const beginning = new TextDecoder('latin1').decode(await file.slice(0, 256 * 1024).arrayBuffer());
  return beginning.includes('Exif\0') || beginning.includes('http://ns.adobe.com/xap');
}
