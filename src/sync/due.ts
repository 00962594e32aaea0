import type { NoteRecord } from '#src/store/note-record.ts';

/**
 * Which notes a round may send.
 * - `due`: whose time has come
 * - `not parked`: those too that wait for their next try, since something has changed for the better (the network, the session)
 * - `all`: a person asked, so what was parked is tried once more
 */
export type Reach = 'due' | 'not parked' | 'all';

/** When the record's next change may be sent, in ms; null: there is none, or it is parked. */
function dueAt({ sending, waiting, problem }: NoteRecord): number | null {
  if (sending === null && waiting === null) return null;
  if (problem !== null) return problem.nextTryAt;
  return sending === null && waiting?.kind === 'delete' ? waiting.notBefore : 0;
}

/** A deletion that can still be undone may be within reach; that it waits is up to startSending. */
export function isWithin(reach: Reach, record: NoteRecord, now: number): boolean {
  if (reach === 'all' || (reach === 'not parked' && record.problem?.nextTryAt != null)) return true;
  const at = dueAt(record);
  return at !== null && at <= now;
}

/** When the first of the records' changes may be sent, in ms; Infinity where there is none. */
export function nextDueAt(records: readonly NoteRecord[]): number {
  return records.reduce((first, record) => Math.min(first, dueAt(record) ?? first), Number.POSITIVE_INFINITY);
}
