import { useEffect, useState } from 'react';
import type { AwsFailure, Notebook } from '#src/services.ts';
import type { AttachmentItem } from './attachment-items.ts';
import { imageType, imageTypeBytes } from './image-type.ts';

export type Picture =
  | { readonly kind: 'reading' }
  /** `address`: a blob address, let go of when the picture leaves the page. */
  | { readonly kind: 'shown'; readonly address: string; readonly bytes: number }
  /** Not what its name says: only to be downloaded. */
  | { readonly kind: 'no picture'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly failure: AwsFailure };

const readFirst = async (notebook: Pick<Notebook, 'readFile'>, keys: AttachmentItem['keys']) => {
  const [first, ...rest] = keys;
  let result = await notebook.readFile(first);
  for (const key of rest) if (!result.ok && result.failure.kind === 'denied') result = await notebook.readFile(key);
  return result;
};

/** Reads an attachment and shows it if its bytes are those of a raster image. `attempt`: another number reads it again. */
export const usePicture = (
  notebook: Pick<Notebook, 'readFile'>,
  keys: AttachmentItem['keys'],
  attempt: number,
): Picture => {
  const [picture, setPicture] = useState<Picture>({ kind: 'reading' });
  const wanted = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys, `attempt` asks for another try
  useEffect(() => {
    let address: string | null = null;
    let current = true;
    const read = async () => {
      const result = await readFirst(notebook, keys);
      if (!current) return;
      if (!result.ok) return setPicture({ kind: 'failed', failure: result.failure });
      const blob = result.value;
      const type = imageType(new Uint8Array(await blob.slice(0, imageTypeBytes).arrayBuffer()));
      if (!current) return;
      if (type === null) return setPicture({ kind: 'no picture', bytes: blob.size });
      address = URL.createObjectURL(new Blob([blob], { type }));
      setPicture({ kind: 'shown', address, bytes: blob.size });
    };
    setPicture({ kind: 'reading' });
    void read();
    return () => {
      current = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [notebook, wanted, attempt]);
  return picture;
};
