import { imageType, imageTypeBytes } from '#src/notes/image-type.ts';

/** A picture's blob address, to be let go of when nothing shows it any more. */
export interface LentPicture {
  readonly address: string;
  readonly bytes: number;
  readonly release: () => void;
}

/** Lends the picture in a file's bytes; null where they are no raster image, whatever its name says. */
export const lendPicture = async (blob: Blob): Promise<LentPicture | null> => {
  const type = imageType(new Uint8Array(await blob.slice(0, imageTypeBytes).arrayBuffer()));
  if (type === null) return null;
  const address = URL.createObjectURL(new Blob([blob], { type }));
  return { address, bytes: blob.size, release: () => URL.revokeObjectURL(address) };
};
