import type { Result } from '#src/notes/result.ts';
import type { AwsFailure, Notebook } from '#src/services.ts';
import { imageType, imageTypeBytes } from './image-type.ts';

/** A picture's blob address, to be let go of when nothing shows it any more. */
export interface LentPicture {
  readonly address: string;
  readonly bytes: number;
  readonly release: () => void;
}

/** The bytes of the first of these objects that there is. */
export const readFirst = async (
  notebook: Pick<Notebook, 'readFile'>,
  keys: readonly [string, ...string[]],
): Promise<Result<Blob, AwsFailure>> => {
  const [first, ...rest] = keys;
  let result = await notebook.readFile(first);
  for (const key of rest) if (!result.ok && result.failure.kind === 'denied') result = await notebook.readFile(key);
  return result;
};

/** Lends the picture in a file's bytes; null where they are no raster image, whatever its name says. */
export const lendPicture = async (blob: Blob): Promise<LentPicture | null> => {
  const type = imageType(new Uint8Array(await blob.slice(0, imageTypeBytes).arrayBuffer()));
  if (type === null) return null;
  const address = URL.createObjectURL(new Blob([blob], { type }));
  return { address, bytes: blob.size, release: () => URL.revokeObjectURL(address) };
};
