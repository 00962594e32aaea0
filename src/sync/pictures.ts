import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { imageType, imageTypeBytes } from '#src/notes/image-type.ts';
import { pictureSize, pictureSizeBytes } from '#src/notes/picture-size.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NotebookFiles, PictureFile } from './notebook-files.ts';

type Keys = readonly [string, ...string[]];

/** A file that is larger is not read in order to be shown; bytes. */
export const mostPictureBytes = 50 * 1024 * 1024;
/** Pixels. A few kilobytes may claim to be a picture that fills the memory when it is unpacked: 200 MB, with four bytes a pixel. */
const mostPixels = 50_000_000;
/** Looks into a file for its size: what cameras write before it is far less. */
const mostLooks = 100;

/** The device puts the bytes elsewhere when S3 has them: whoever reads them just then asks for them once more. */
const tries = 3;

/** What is in a file that is to be shown as a picture, whatever its name or its content type claim. */
export const createPictures =
  (read: (keys: Keys, most: number) => Promise<Result<Blob, AwsFailure>>): NotebookFiles['picture'] =>
  async (keys) => {
    let bytes = 0;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const file = await read(keys, mostPictureBytes);
      if (!file.ok) return file.failure.kind === 'too-large' ? succeeded({ kind: 'too large' }) : file;
      bytes = file.value.size;
      const found = await pictureIn(file.value).catch(notReadNow);
      if (found !== null) return succeeded(found);
    }
    return succeeded({ kind: 'no picture', bytes });
  };

function notReadNow(error: unknown): null {
  if (error instanceof DOMException) return null;
  throw error;
}

async function pictureIn(file: Blob): Promise<PictureFile> {
  const type = imageType(new Uint8Array(await file.slice(0, imageTypeBytes).arrayBuffer()));
  if (type === null) return { kind: 'no picture', bytes: file.size };
  let at = 0;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const bytes = new Uint8Array(await file.slice(at, at + pictureSizeBytes).arrayBuffer());
    const size = pictureSize(type, bytes, at);
    if (size === null) break;
    if (typeof size !== 'number')
      return size.width * size.height > mostPixels
        ? { kind: 'too large' }
        : { kind: 'picture', picture: file.slice(0, file.size, type) };
    if (size <= at || size >= file.size) break;
    at = size;
  }
  return { kind: 'no picture', bytes: file.size };
}
