import { useEffect, useState } from 'react';
import type { AwsFailure, NotebookFiles } from '#src/services.ts';
import type { AttachmentItem } from './attachment-items.ts';
import { type LentPicture, lendPicture } from './lend-picture.ts';

export type Picture =
  | { readonly kind: 'reading' }
  /** `address`: a blob address, let go of when the picture leaves the page. */
  | { readonly kind: 'shown'; readonly address: string; readonly bytes: number }
  /** Not what its name says: only to be downloaded. */
  | { readonly kind: 'no picture'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly failure: AwsFailure };

/** Reads an attachment and shows it if its bytes are those of a raster image. `attempt`: another number reads it again. */
export const usePicture = (
  files: Pick<NotebookFiles, 'read'>,
  keys: AttachmentItem['keys'],
  attempt: number,
): Picture => {
  const [picture, setPicture] = useState<Picture>({ kind: 'reading' });
  const wanted = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys, `attempt` asks for another try
  useEffect(() => {
    let lent: LentPicture | null = null;
    let current = true;
    const read = async () => {
      const result = await files.read(keys);
      if (!current) return;
      if (!result.ok) return setPicture({ kind: 'failed', failure: result.failure });
      const picture = await lendPicture(result.value);
      if (!current) return picture?.release();
      if (picture === null) return setPicture({ kind: 'no picture', bytes: result.value.size });
      lent = picture;
      setPicture({ kind: 'shown', address: picture.address, bytes: picture.bytes });
    };
    setPicture({ kind: 'reading' });
    void read();
    return () => {
      current = false;
      lent?.release();
    };
  }, [files, wanted, attempt]);
  return picture;
};
