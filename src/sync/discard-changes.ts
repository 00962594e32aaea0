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

/**
 * Gives up what of a note has not been sent. `undo` puts all of it back, as it was on its way; where the note has changed meanwhile, it
 * writes the text again, merged with what it has become.
 */
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
      const { before, after } = discarded;
      const edit = { id, seen: after?.text ?? '', text: before.text, now: now(), home };
      const undone = await store.change(
        [id],
        (record) => (isUntouched(record, after) ? before : edits.written(record, edit)),
        'writing',
      );
      return undone.ok ? succeeded(undefined) : undone;
    },
  });
}

/** Whether neither a person nor sync has done anything to the note since: it is still what AWS told then, and nothing is to be sent. */
function isUntouched(record: NoteRecord | undefined, after: NoteRecord | undefined): boolean {
  if (record === undefined || after === undefined) return record === after;
  return (
    record.sending === null &&
    record.waiting === null &&
    record.base?.version === after.base?.version &&
    record.base?.at === after.base?.at
  );
}
