import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { attachmentsIn, removeAttachment } from '#src/notes/attachment-references.ts';
import { mergeTexts } from '#src/notes/merge.ts';
import { readsTheSame } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { rebased } from '#src/notes/rebase.ts';
import { wellFormed } from '#src/notes/well-formed.ts';
import { attachmentBeside, wireKeys, wireValueFor } from '#src/notes/wire-attachment.ts';
import { isLeaving, type NoteRecord, type Waiting } from './note-record.ts';

// What a person does to a note's record, for `store.change`: each function takes the record as it is and gives it as it should be, or
// the same object where there is nothing to do. Times are in ms.

interface Act {
  readonly now: number;
  readonly home: AttachmentHome;
}

interface Edit extends Act {
  readonly id: NoteId;
}

/**
 * A person typed. `seen` is the text that `text` grew from: where the record has another one by now (another tab, a pull), both are
 * merged. A note that is not there is made, unless nothing was typed; one on its way out stays, since an edit wins over a deletion.
 * `changedAt`: an edit is taken back, and the note had this time before it; it has it again where nothing else was written since.
 */
export function written(
  record: NoteRecord | undefined,
  edit: Edit & { readonly seen: string; readonly text: string; readonly changedAt?: number },
): NoteRecord | undefined {
  const seen = wellFormed(edit.seen);
  const text = wellFormed(edit.text);
  if (text === seen) return record;
  if (record === undefined) return newRecord(edit, text);
  // Written twice, or by another tab as well: once is enough.
  if (record.text === text) return record;
  const merged =
    record.text === seen ? text : (rebased(seen, text, record.text) ?? mergeTexts(seen, text, record.text).text);
  const after = withContent(record, { text: merged, attachment: record.attachment }, edit);
  return edit.changedAt === undefined || record.text !== seen ? after : { ...after, changedAt: edit.changedAt };
}

/** A person changed the note by a command (pin, archive, trash, attach); one that is not there yet is made. */
export function edited(
  record: NoteRecord | undefined,
  edit: Edit & { readonly change: (text: string) => string },
): NoteRecord {
  const text = wellFormed(edit.change(record?.text ?? ''));
  if (record === undefined) return newRecord(edit, text);
  return withContent(record, { text, attachment: record.attachment }, edit);
}

/**
 * A person took an attachment out of the note: its links in the text, and the wire's attachment where it may be that object. `key`: the
 * object's, or the wire's attachment itself where that names none here.
 */
export function attachmentRemoved(record: NoteRecord, removal: Act & { readonly key: string }): NoteRecord {
  const { key, home } = removal;
  let { text } = record;
  for (const { reference } of attachmentsIn(text)) {
    if (referenceToKey(reference, home.identityId) === key) text = removeAttachment(text, reference);
  }
  const isOnWire =
    record.attachment !== null && [record.attachment, ...wireKeys(record.attachment, home)].includes(key);
  return withContent(record, { text, attachment: isOnWire ? null : record.attachment }, removal);
}

/** "Delete for ever": waits until `notBefore`, also where AWS has never seen the note, so that it can be undone. */
export function deletedForEver(record: NoteRecord, now: number, notBefore: number): NoteRecord {
  if (isLeaving(record)) return record;
  return { ...record, waiting: { kind: 'delete', since: now, notBefore }, problem: null };
}

/** The note stays after all; where its deletion is on its way already, it is saved again. */
export function deleteUndone(record: NoteRecord, act: Act): NoteRecord {
  return isLeaving(record) ? { ...record, waiting: whatWaits(record, act), problem: null } : record;
}

/**
 * A person gives up what has not been sent: the text that AWS last confirmed stands again, a note that AWS has not (any more) goes.
 * What is in flight may arrive all the same; the next pull shows it then.
 */
export function changesDiscarded(record: NoteRecord, home: AttachmentHome): NoteRecord | undefined {
  const { base, sending, waiting } = record;
  if (sending === null && waiting === null) return record;
  if (base === null || base.deleted === true) return undefined;
  const attachment = attachmentBeside(base.text, base.attachment, home);
  return { ...record, text: base.text, attachment, sending: null, waiting: null, problem: null };
}

function newRecord({ id, now }: Edit, text: string): NoteRecord {
  return {
    id,
    text,
    attachment: null,
    createdAt: null,
    changedAt: now,
    base: null,
    sending: null,
    waiting: { kind: 'save', since: now },
    problem: null,
  };
}

function withContent(
  record: NoteRecord,
  content: { readonly text: string; readonly attachment: string | null },
  act: Act,
): NoteRecord {
  const { text } = content;
  const attachment = attachmentBeside(text, content.attachment, act.home);
  if (text === record.text && attachment === record.attachment) return record;
  const isMoved = attachment === record.attachment && readsTheSame(text, record.text);
  const changed = { ...record, text, attachment, changedAt: isMoved ? record.changedAt : act.now };
  const waiting = whatWaits(changed, act);
  // A parked change gets another chance with its new text; one that is tried again anyway keeps its pace.
  const isOver = (changed.sending === null && waiting === null) || record.problem?.nextTryAt === null;
  return { ...changed, waiting, problem: isOver ? null : record.problem };
}

/** What there is to save beyond what is in flight or, with nothing in flight, beyond what AWS has. */
function whatWaits(record: NoteRecord, { now, home }: Act): Waiting | null {
  const { text, attachment, base, sending, waiting } = record;
  const isSent =
    sending === null
      ? text === base?.text &&
        base.deleted !== true &&
        attachment === attachmentBeside(base.text, base.attachment, home)
      : sending.kind === 'save' && text === sending.text && wireValueFor(text, attachment, home) === sending.attachment;
  if (isSent) return null;
  return waiting?.kind === 'save' ? waiting : { kind: 'save', since: now };
}
