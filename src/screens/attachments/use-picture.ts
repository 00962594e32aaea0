import { useEffect, useState } from 'react';
import type { AwsFailure, NotebookFiles, PictureFile } from '#src/services.ts';
import type { AttachmentItem } from './attachment-items.ts';

export type Picture =
  | { readonly kind: 'reading' }
  /** `address`: a blob address, let go of when the picture leaves the page. */
  | { readonly kind: 'shown'; readonly address: string; readonly bytes: number }
  /** Only to be downloaded. */
  | Exclude<PictureFile, { readonly kind: 'picture' }>
  | { readonly kind: 'failed'; readonly failure: AwsFailure };

/** Reads an attachment and shows it if its bytes are those of a raster image. `attempt`: another number reads it again. */
export const usePicture = (
  files: Pick<NotebookFiles, 'picture'>,
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
      const result = await files.picture(keys);
      if (!current) return;
      if (!result.ok) return setPicture({ kind: 'failed', failure: result.failure });
      if (result.value.kind !== 'picture') return setPicture(result.value);
      address = URL.createObjectURL(result.value.picture);
      setPicture({ kind: 'shown', address, bytes: result.value.picture.size });
    };
    setPicture({ kind: 'reading' });
    void read();
    return () => {
      current = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [files, wanted, attempt]);
  return picture;
};
