import type { StoredUpload } from '#src/store/file-store.ts';

/** The row of a file of which nothing has been sent. */
export const freshUpload = (
  file: Pick<StoredUpload, 'key' | 'noteId' | 'name' | 'type' | 'size' | 'addedAt' | 'source'>,
): StoredUpload => ({ ...file, wish: 'send', multipart: null, sentAgain: 0, problem: null });
