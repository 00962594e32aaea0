import type { WireNote } from '#src/aws/notes-api.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { mergeTexts } from '#src/notes/merge.ts';
import { attachmentBeside, wireValueFor } from '#src/notes/wire-attachment.ts';
import type { Confirmed, NoteRecord } from '#src/store/note-record.ts';

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
    changedAt: Math.max(record.changedAt, theirs.updatedAt ?? now),
    base: confirmed(theirs, now),
    sending: null,
    waiting: nothingLeft ? null : { kind: 'save', since: unsentSince(record) ?? now },
    problem: null,
  };
}

/** What AWS says of the note, as the base of changes made here. */
export const confirmed = (note: WireNote, now: number): Confirmed => ({
  text: note.content,
  attachment: note.attachment,
  version: note.version,
  at: now,
});

/** When the oldest change that AWS has not confirmed was made; ms. */
export const unsentSince = ({ sending, waiting }: NoteRecord): number | undefined => sending?.since ?? waiting?.since;

/**
 * A note that AWS has never confirmed has an id that only this device knew before it sent the note: what AWS has of it grew from what
 * was sent. Others are merged from the base; where that clashes, it may be that our save did arrive, only its answer did not, and that theirs grew
 * from it: where they hold every word of it, it is the better ancestor, and none of its words can get lost.
 */
function mergedText({ base, sending, text }: NoteRecord, theirs: string): string {
  const isOwnCreate = base === null && sending?.kind === 'save' && sending.version === null;
  if (isOwnCreate) return mergeTexts(sending.text, text, theirs).text;
  const first = mergeTexts(base?.text ?? '', text, theirs);
  if (!first.clash || sending?.kind !== 'save' || !holdsEveryWord(theirs, sending.text)) return first.text;
  return mergeTexts(sending.text, text, theirs).text;
}

/** Whether the words and signs of `part` all stand in `whole`, in their order. */
function holdsEveryWord(whole: string, part: string): boolean {
  const wanted = part.match(wordOrSign) ?? [];
  let found = 0;
  for (const [word] of whole.matchAll(wordOrSign)) if (word === wanted[found]) found += 1;
  return found === wanted.length;
}

const wordOrSign = /[\p{L}\p{N}\p{M}]+|\S/gu;
