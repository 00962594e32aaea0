import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { StoredUpload } from '#src/store/file-store.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { cancelRow } from './cancel-row.ts';
import type { Undoable } from './notebook-files.ts';
import { isLeaving } from './record-state.ts';
import { takenBack } from './taken-back.ts';
import { timeToUndo } from './time-to-undo.ts';

interface Deps {
  readonly store: NoteStore;
  readonly home: AttachmentHome;
  readonly edits: Pick<typeof personEdits, 'attachmentRemoved' | 'written'>;
  readonly now: () => number;
}

/** What is only for a tab that dies in between waits longer than that takes; ms. */
const untilForgotten = 6 * timeToUndo;

/**
 * Takes a file back that is on its way: its link goes and nothing more is sent, and once that can no longer be undone, the leading tab takes
 * away what S3 has of it. `undo` puts the link back where it was, merged with what was written meanwhile, and the file goes on from
 * there. null: it is not on its way. The promise to let go of the object comes first, so that a crash in between leaves none; it is kept
 * once no note names it.
 */
export async function cancelUpload(key: string, deps: Deps): Promise<Result<Undoable | null, StoreFailure>> {
  const { store, home, edits, now } = deps;
  const files = await store.files();
  const row = (await files.uploads()).find((one) => one.key === key);
  if (row === undefined) return succeeded(null);
  const promised = await store.discard([key], now() + untilForgotten);
  if (!promised.ok) return promised;
  const ids = (await store.naming(key)).map(({ id }) => id);
  const removals = new Map<string, { readonly before: NoteRecord; readonly after: NoteRecord }>();
  const removed = await store.change(
    ids,
    (before) => {
      if (before === undefined || isLeaving(before)) return before;
      const after = edits.attachmentRemoved(before, { key, now: now(), home });
      removals.set(before.id, { before, after });
      return after;
    },
    'writing',
  );
  if (!removed.ok) return removed;
  const cancelled = await cancelRow(files, key, { notBefore: now() + timeToUndo });
  if (!cancelled.ok) return cancelled;

  return succeeded({
    async undo() {
      // First, since nothing but its row keeps the bytes from going.
      const back = await files.changeUpload(key, sentAgain);
      if (!back.ok) return back;
      if (back.value === undefined) return failed(tooLate);
      const undone = await store.change(
        ids,
        (record) => {
          const removal = record && removals.get(record.id);
          return removal === undefined ? record : takenBack(record, removal, { home, edits, now: now() });
        },
        'writing',
      );
      return undone.ok ? succeeded(undefined) : undone;
    },
  });
}

function sentAgain(row: StoredUpload | undefined): StoredUpload | undefined {
  if (row?.wish !== 'cancel') return row;
  const { notBefore: _, ...same } = row;
  return { ...same, wish: 'send', problem: null };
}

const tooLate: StoreFailure = {
  kind: 'gone',
  message: 'This file has been taken away by now. Attach it again.',
  details: '',
};
