import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { isLeaving } from './record-state.ts';

/**
 * Takes a file back that is on its way: its link goes, and the leading tab takes away what S3 has of it. The promise to let go of the object
 * comes first, so that a crash in between leaves none; it is kept once no note names it.
 */
export async function cancelUpload(
  key: string,
  deps: {
    readonly store: NoteStore;
    readonly home: AttachmentHome;
    readonly edits: Pick<typeof personEdits, 'attachmentRemoved'>;
    readonly now: () => number;
  },
): Promise<Result<void, StoreFailure>> {
  const { store, home, edits, now } = deps;
  const files = await store.files();
  const row = (await files.uploads()).find((one) => one.key === key);
  if (row === undefined) return succeeded(undefined);
  const promised = await store.discard([key], now());
  if (!promised.ok) return promised;
  const ids = (await store.naming(key)).map(({ id }) => id);
  const removed = await store.change(
    ids,
    (record) =>
      record === undefined || isLeaving(record) ? record : edits.attachmentRemoved(record, { key, now: now(), home }),
    'writing',
  );
  if (!removed.ok) return removed;
  const cancelled = await files.changeUpload(key, (one) => one && { ...one, wish: 'cancel' });
  return cancelled.ok ? succeeded(undefined) : cancelled;
}
