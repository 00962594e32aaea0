import type { WireNote } from '#src/aws/notes-api.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { noteIdTime } from '#src/notes/note-id.ts';
import type { Failure } from '#src/notes/result.ts';
import { attachmentBeside, wireValueFor } from '#src/notes/wire-attachment.ts';
import type { NoteRecord, Sending, Waiting } from '#src/store/note-record.ts';
import { changedElsewhere, confirmed, merged } from './merge-record.ts';
import { isLeaving, unsentSince } from './record-state.ts';

// What sync does to a note's record: each function takes the record as it is and gives the record as it should be, undefined
// where the note goes, or the same object where there is nothing to do. Each may run twice without harm. Times are in ms.

/** Freezes the next change to be sent. What is in flight already stays as it is, byte for byte. */
export function startSending(record: NoteRecord, now: number, home: AttachmentHome): NoteRecord {
  const { base, sending, waiting } = record;
  if (sending !== null || waiting === null) return record;
  if (waiting.kind === 'save') return { ...record, ...frozen(record, base?.version ?? null, home) };
  if (waiting.notBefore > now) return record;
  return {
    ...record,
    sending: { kind: 'delete', version: base?.version ?? 0, since: waiting.since },
    waiting: null,
  };
}

/** AWS took the save in flight as `version`. Later edits wait on. */
export function answered(record: NoteRecord, version: number, now: number): NoteRecord {
  const { sending } = record;
  if (sending?.kind !== 'save') return record;
  const { text, attachment } = sending;
  // The tutorial's backend has no versions, and lets anybody overwrite this unseen.
  const base = { text, attachment, version, at: now, ...(version === 0 ? { own: true as const } : {}) };
  return { ...record, base, sending: null, problem: null };
}

/** A pull showed the note. A version that this device knows changes nothing. */
export function pulled(
  record: NoteRecord | undefined,
  theirs: WireNote,
  now: number,
  home: AttachmentHome,
): NoteRecord {
  if (record === undefined) {
    return adopted(theirs, theirs.updatedAt ?? theirs.createdAt ?? noteIdTime(theirs.id) ?? now, now, home);
  }
  return isKnown(record.base, theirs) ? record : conflicted(record, theirs, now, home);
}

/**
 * AWS has another version than this device thought. The very thing we sent is ours, a note without changes follows, and one
 * with changes here is merged. An edit elsewhere calls "Delete for ever" off: the note comes back.
 */
export function conflicted(record: NoteRecord, theirs: WireNote, now: number, home: AttachmentHome): NoteRecord {
  if (isClean(record)) return adopted(theirs, changedElsewhere(record, theirs, now), now, home);
  if (record.sending?.kind === 'save' && saysTheSame(record.sending, theirs)) {
    return { ...answered(record, theirs.version, now), createdAt: theirs.createdAt ?? record.createdAt };
  }
  if (isLeaving(record) && record.base !== null && saysTheSame(record.base, theirs)) {
    return { ...record, base: { ...record.base, version: theirs.version, at: now } };
  }
  return merged(record, theirs, now, home);
}

/** A pull showed the note's tombstone. One that this device knows changes nothing. */
export function pulledDeletion(
  record: NoteRecord | undefined,
  tombstone: number,
  home: AttachmentHome,
): NoteRecord | undefined {
  return record !== undefined && tombstone <= knownVersion(record) ? record : deletedElsewhere(record, tombstone, home);
}

/**
 * AWS has the note no longer, as it says in a tombstone or in answer to a write. One without changes goes; one with an edit is created
 * again on top of the tombstone; one that is leaving stays for the push to finish, which also lets its files go.
 * @param tombstone its version; 0 where there is none, or on the tutorial's backend
 */
export function deletedElsewhere(
  record: NoteRecord | undefined,
  tombstone: number,
  home: AttachmentHome,
): NoteRecord | undefined {
  if (record === undefined || isClean(record)) return undefined;
  const base = record.base && { ...record.base, version: tombstone, deleted: true as const };
  if (isLeaving(record)) {
    const sending = record.sending?.kind === 'save' ? null : record.sending;
    const isKnown = record.base === null || record.base.version === tombstone;
    return isKnown && sending === record.sending ? record : { ...record, base, sending };
  }
  return { ...record, base, ...frozen(record, tombstone, home) };
}

/** No list and no answer shows the note any more. What is left to send of it is sent all the same, and its answer settles the rest. */
export function missing(record: NoteRecord | undefined): NoteRecord | undefined {
  if (record === undefined || isClean(record)) return undefined;
  const { base } = record;
  return base === null || base.deleted === true || isLeaving(record)
    ? record
    : { ...record, base: { ...base, deleted: true } };
}

/** Our "Delete for ever" is done. Where it was undone meanwhile, the note is created again on top of the tombstone. */
export function deletedHere(
  record: NoteRecord | undefined,
  tombstone: number,
  home: AttachmentHome,
): NoteRecord | undefined {
  return record === undefined || isLeaving(record) ? undefined : deletedElsewhere(record, tombstone, home);
}

/**
 * AWS will never take what was sent. It waits until a person acts or edits; where the text has changed since, that is tried. What the
 * person has given up meanwhile is no problem any more.
 */
export function parked(record: NoteRecord, failure: Failure<string>): NoteRecord {
  const { sending } = record;
  if (isClean(record)) return record;
  const changed = sending?.kind === 'save' && sending.text !== record.text;
  const problem = changed ? null : { failure, attempts: attempts(record, failure), nextTryAt: null };
  return { ...record, ...unfrozen(record), problem };
}

/**
 * No answer that settles it. What is in flight stays, to be sent again at `nextTryAt`; null: when a person says so. Nothing is tried again
 * that the person has given up meanwhile.
 */
export function retryLater(record: NoteRecord, failure: Failure<string>, nextTryAt: number | null): NoteRecord {
  if (isClean(record)) return record;
  return { ...record, problem: { failure, attempts: attempts(record, failure), nextTryAt } };
}

/** How often it has failed in this way in a row, `failure` included. */
export function attempts({ problem }: NoteRecord, failure: Failure<string>): number {
  return problem?.failure.kind === failure.kind ? problem.attempts + 1 : 1;
}

const isClean = (record: NoteRecord) => record.sending === null && record.waiting === null;

const saysTheSame = (one: { readonly text: string; readonly attachment: string | null }, theirs: WireNote) =>
  one.text === theirs.content && one.attachment === theirs.attachment;

/** On the tutorial's backend every version is 0, and only what the note says tells two of them apart. */
const isKnown = (base: NoteRecord['base'], theirs: WireNote) =>
  base !== null &&
  (theirs.version < base.version ||
    (theirs.version === base.version && (base.version > 0 || saysTheSame(base, theirs))));

/** The highest version that this device has seen of the note or its tombstone. */
const knownVersion = ({ base, sending }: NoteRecord) => Math.max(base?.version ?? -1, sending?.version ?? -1);

/** The note as AWS tells it, with nothing to send. */
function adopted(theirs: WireNote, changedAt: number, now: number, home: AttachmentHome): NoteRecord {
  return {
    id: theirs.id,
    text: theirs.content,
    attachment: attachmentBeside(theirs.content, theirs.attachment, home),
    createdAt: theirs.createdAt,
    changedAt,
    base: confirmed(theirs, now),
    sending: null,
    waiting: null,
    problem: null,
  };
}

/** The record's text as a save in flight that replaces `version`. */
function frozen(
  record: NoteRecord,
  version: number | null,
  home: AttachmentHome,
): { readonly sending: Sending; readonly waiting: null } {
  const attachment = wireValueFor(record.text, record.attachment, home);
  const since = unsentSince(record) ?? record.changedAt;
  return { sending: { kind: 'save', text: record.text, attachment, version, since }, waiting: null };
}

/** What was in flight waits again, together with the later edits. */
function unfrozen({ sending, waiting }: NoteRecord): { readonly sending: null; readonly waiting: Waiting | null } {
  if (sending === null || waiting?.kind === 'delete') return { sending: null, waiting };
  const { since } = sending;
  if (sending.kind === 'delete' && waiting === null)
    return { sending: null, waiting: { kind: 'delete', since, notBefore: since } };
  return { sending: null, waiting: { kind: 'save', since } };
}
