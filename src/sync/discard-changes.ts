import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';

interface Deps {
  readonly store: NoteStore;
  readonly home: AttachmentHome;
  readonly edits: Pick<typeof personEdits, 'changesDiscarded' | 'written'>;
  readonly now: () => number;
}

/** Gives up what of a note has not been sent. `undo` writes it again, merged with what was written meanwhile. */
export async function discardChanges(
  id: NoteId,
  { store, home, edits, now }: Deps,
): Promise<Result<{ undo(): Promise<Result<void, StoreFailure>> }, StoreFailure>> {
  let discarded: { readonly before: NoteRecord; readonly after: NoteRecord | undefined } | undefined;
  const changed = await store.change(
    [id],
    (before) => {
      if (before === undefined) return undefined;
      const after = edits.changesDiscarded(before, home);
      discarded = { before, after };
      return after;
    },
    'discarding',
  );
  if (!changed.ok) return changed;

  return succeeded({
    async undo() {
      if (discarded === undefined) return succeeded(undefined);
      const seen = discarded.after?.text ?? '';
      const { text } = discarded.before;
      const undone = await store.change(
        [id],
        (record) => edits.written(record, { id, seen, text, now: now(), home }),
        'writing',
      );
      return undone.ok ? succeeded(undefined) : undone;
    },
  });
}
