import { bodyOf } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Failure } from '#src/notes/result.ts';
import { titleOf } from '#src/notes/title.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import { isLeaving, unsentSince } from './record-state.ts';

/** One note's change that AWS has not confirmed, for the ledger. */
export interface WaitingChange {
  readonly noteId: NoteId;
  readonly title: string;
  readonly kind: 'new note' | 'edit' | 'deletion';
  /** When the oldest part of it was made; ms. */
  readonly since: number;
  /** `parked`: it is not tried again until a person acts or edits. */
  readonly state: 'waiting' | 'sending' | 'parked';
  /** How often it has failed in the same way in a row. */
  readonly attempts: number;
  readonly failure: Failure<string> | null;
  /** When it is tried again; ms. null: as soon as possible, or parked. */
  readonly nextTryAt: number | null;
}

/** `record` has something unsent. */
export function waitingChange(record: NoteRecord): WaitingChange {
  const { base, sending, problem } = record;
  const isParked = problem !== null && problem.nextTryAt === null;
  return {
    noteId: record.id,
    title: titleOf(bodyOf(record.text)),
    kind: isLeaving(record) ? 'deletion' : base === null ? 'new note' : 'edit',
    since: unsentSince(record) ?? record.changedAt,
    state: isParked ? 'parked' : sending !== null && problem === null ? 'sending' : 'waiting',
    attempts: problem?.attempts ?? 0,
    failure: problem?.failure ?? null,
    nextTryAt: problem?.nextTryAt ?? null,
  };
}
