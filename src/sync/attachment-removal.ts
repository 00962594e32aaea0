import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import { wireKeys } from '#src/notes/wire-attachment.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import type { Undoable } from './notebook-files.ts';
import { takenBack } from './taken-back.ts';
import { timeToUndo } from './time-to-undo.ts';

interface Deps {
  readonly store: NoteStore;
  readonly home: AttachmentHome;
  readonly edits: Pick<typeof personEdits, 'attachmentRemoved' | 'written'>;
  readonly now: () => number;
}

/**
 * Takes an attachment out of a note and lets its object go once that can no longer be undone. `undo` puts it back where it was,
 * merged with what was written meanwhile.
 */
export async function removeAttachment(id: NoteId, key: string, deps: Deps): Promise<Result<Undoable, StoreFailure>> {
  const { store, home, edits, now } = deps;
  const raw = (await store.read(id))?.attachment ?? null;
  const meant = raw === null ? [] : wireKeys(raw, home);

  let removal: { readonly before: NoteRecord; readonly after: NoteRecord } | undefined;
  const removed = await store.change(
    [id],
    (before) => {
      if (before === undefined) return undefined;
      const after = edits.attachmentRemoved(before, { key, now: now(), home });
      removal = { before, after };
      return after;
    },
    'writing',
  );
  if (!removed.ok) return removed;
  // Sooner than the store itself promises once AWS has the note without it.
  const discarded = await store.discard(key === raw || meant.includes(key) ? meant : [key], now() + timeToUndo);
  if (!discarded.ok) return discarded;

  return succeeded({
    async undo() {
      if (removal === undefined) return succeeded(undefined);
      const { before, after } = removal;
      const act = { home, edits, now: now() };
      const undone = await store.change([id], (record) => takenBack(record, { before, after }, act), 'writing');
      return undone.ok ? succeeded(undefined) : undone;
    },
  });
}
