import type { NoteRecord } from '#src/store/note-record.ts';

/**
 * Which notes a round may send.
 * - `due`: whose time has come
 * - `not parked`: those too that wait for their next try, since something has changed for the better (the network, the session)
 * - `all`: a person asked, so what was parked is tried once more
 */
export type Reach = 'due' | 'not parked' | 'all';

/** When the record's next change may be sent, in ms; null: there is none, or it is parked. */
export function dueAt({ sending, waiting, problem }: NoteRecord): number | null {
  if (sending === null && waiting === null) return null;
  if (problem !== null) return problem.nextTryAt;
  return sending === null && waiting?.kind === 'delete' ? waiting.notBefore : 0;
}

export function isWithin(reach: Reach, record: NoteRecord, now: number): boolean {
  const { sending, waiting, problem } = record;
  if (sending === null && waiting?.kind === 'delete' && waiting.notBefore > now) return false;
  if (reach === 'all' || (reach === 'not parked' && problem !== null && problem.nextTryAt !== null)) return true;
  const at = dueAt(record);
  return at !== null && at <= now;
}

/** When the first of the records' changes may be sent, in ms; Infinity where there is none. */
export function nextDueAt(records: readonly NoteRecord[]): number {
  return Math.min(...records.map((record) => dueAt(record) ?? Number.POSITIVE_INFINITY));
}
