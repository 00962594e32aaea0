import type { WireNote } from '#src/aws/notes-api.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { mergeTexts } from '#src/notes/merge.ts';
import { readsTheSame } from '#src/notes/note-document.ts';
import { attachmentBeside, wireValueFor } from '#src/notes/wire-attachment.ts';
import type { Confirmed, NoteRecord } from '#src/store/note-record.ts';
import { unsentSince } from './record-state.ts';

/**
 * The record with the note's changes elsewhere merged into those made here, and theirs as its new base. Nothing is in flight any
 * more; what is left to say beyond theirs waits.
 */
export function merged(record: NoteRecord, theirs: WireNote, now: number, home: AttachmentHome): NoteRecord {
  const text = mergedText(record, theirs.content);
  const sent = record.sending?.kind === 'save' ? record.sending.attachment : undefined;
  const theirsChangedIt = theirs.attachment !== (record.base?.attachment ?? null) && theirs.attachment !== sent;
  const attachment = attachmentBeside(text, theirsChangedIt ? theirs.attachment : record.attachment, home);
  const nothingLeft = text === theirs.content && wireValueFor(text, attachment, home) === theirs.attachment;
  return {
    ...record,
    text,
    attachment,
    createdAt: theirs.createdAt ?? record.createdAt,
    changedAt: Math.max(record.changedAt, changedElsewhere(record, theirs, now)),
    base: confirmed(theirs, now),
    sending: null,
    waiting: nothingLeft ? null : { kind: 'save', since: unsentSince(record) ?? now },
    problem: null,
  };
}

/** When what the note says last changed, as `theirs` tell it; ms. AWS counts also that a device moved it (pinned, archived, the trash). */
export function changedElsewhere({ base, changedAt }: NoteRecord, theirs: WireNote, now: number): number {
  const isMoved = base !== null && base.attachment === theirs.attachment && readsTheSame(base.text, theirs.content);
  return isMoved ? changedAt : (theirs.updatedAt ?? now);
}

/** What AWS says of the note, as the base of changes made here. */
export const confirmed = (note: WireNote, now: number): Confirmed => ({
  text: note.content,
  attachment: note.attachment,
  version: note.version,
  at: now,
});

/**
 * Merges from the base, unless our save did arrive and only its answer did not: theirs grew from what was sent then, which is the
 * better ancestor.
 */
function mergedText({ base, sending, text }: NoteRecord, theirs: string): string {
  const before = base?.text ?? '';
  const sent = sending?.kind === 'save' ? sending : null;
  if (sent === null) return mergeTexts(before, text, theirs).text;
  // The id of a note that AWS has never confirmed was known to nobody before it was sent.
  const isOwnCreate = base === null && sent.version === null;
  // No word that was sent can get lost where they hold all of them; that some are new here tells that they have them from here.
  const holdsAll = holdsEveryWord(theirs, sent.text);
  if (isOwnCreate || (holdsAll && !holdsEveryWord(before, sent.text))) return mergeTexts(sent.text, text, theirs).text;
  const fromBase = mergeTexts(before, text, theirs);
  return fromBase.clash && holdsAll ? mergeTexts(sent.text, text, theirs).text : fromBase.text;
}

/** Whether the words and signs of `part` all stand in `whole`, in their order. */
function holdsEveryWord(whole: string, part: string): boolean {
  const wanted = part.match(wordOrSign) ?? [];
  let found = 0;
  for (const [word] of whole.matchAll(wordOrSign)) if (word === wanted[found]) found += 1;
  return found === wanted.length;
}

const wordOrSign = /[\p{L}\p{N}\p{M}]+|\S/gu;
