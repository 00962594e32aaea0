import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type * as personEdits from '#src/store/person-edits.ts';

/** What a person did to a note's attachments, taken back: the text as it was before, merged with what was written meanwhile. `now`: ms. */
export function takenBack(
  record: NoteRecord | undefined,
  { before, after }: { readonly before: NoteRecord; readonly after: NoteRecord },
  {
    home,
    edits,
    now,
  }: {
    readonly home: AttachmentHome;
    readonly edits: Pick<typeof personEdits, 'written'>;
    readonly now: number;
  },
): NoteRecord | undefined {
  if (record === undefined) return undefined;
  const edit = { id: record.id, seen: after.text, text: before.text, now, home };
  const back = withAttachment(edits.written(record, edit) ?? record, { from: after, to: before }, now);
  return back.text === before.text ? { ...back, changedAt: before.changedAt } : back;
}

/** The record with another wire attachment beside its text, where it has the one that is left. */
export function withAttachment(
  record: NoteRecord,
  { from, to }: { readonly from: Pick<NoteRecord, 'attachment'>; readonly to: Pick<NoteRecord, 'attachment'> },
  now: number,
): NoteRecord {
  if (from.attachment === to.attachment || record.attachment !== from.attachment) return record;
  const waiting = record.waiting ?? { kind: 'save', since: now };
  return { ...record, attachment: to.attachment, changedAt: now, waiting, problem: null };
}
