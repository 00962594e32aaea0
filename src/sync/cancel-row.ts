import type { Result } from '#src/notes/result.ts';
import type { FileStore, StoredUpload } from '#src/store/file-store.ts';
import type { StoreFailure } from '#src/store/note-store.ts';

/** What is on its way under this key goes no further, and what S3 has of it is taken away: now, or not before a time (ms). */
export function cancelRow(
  files: FileStore,
  key: string,
  when: { readonly notBefore?: number } = {},
): Promise<Result<StoredUpload | undefined, StoreFailure>> {
  return files.changeUpload(key, (row) => row && { ...row, ...when, wish: 'cancel' });
}
