import * as v from 'valibot';
import { CLOCK_DIFFERENCE, CURSOR_LIFE, FUNCTION_TIMEOUT, INDEX_LAG } from './limits.ts';

/**
 * Where a client's reading of changes stands. `settled` (ms): every change stamped earlier has been read, or will be by the
 * pages that follow; docs/decisions/0003-change-cursor.md says why.
 * - `settled` between two readings: the next one begins there
 * - `table`   within a reading of all notes: `after` is the last id read, null at the beginning
 * - `index`   within a reading of changes: `after` is the last change key read
 */
export type ChangeCursor =
  | { readonly kind: 'settled'; readonly settled: number }
  | { readonly kind: 'table'; readonly settled: number; readonly after: string | null }
  | { readonly kind: 'index'; readonly settled: number; readonly after: string };

/** How long after its time stamp a change may still be on its way into the index; ms. */
export const SETTLING = FUNCTION_TIMEOUT + CLOCK_DIFFERENCE + INDEX_LAG;

const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Key = v.pipe(v.string(), v.minLength(1), v.maxBytes(1_024));

const Cursor = v.variant('kind', [
  v.strictObject({ kind: v.literal('settled'), settled: Time }),
  v.strictObject({ kind: v.literal('table'), settled: Time, after: v.nullable(Key) }),
  v.strictObject({ kind: v.literal('index'), settled: Time, after: Key }),
]);

/** Opaque to clients, and nothing that a client could gain by changing it: the user is never in it. */
export const formatCursor = (cursor: ChangeCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** "0" begins with all notes. undefined: not one of ours. `now`: ms. */
export function parseCursor(text: string, now: number): ChangeCursor | undefined {
  if (text === '0') return { kind: 'table', settled: settledAt(now), after: null };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Cursor), Buffer.from(text, 'base64url').toString());
  return parsed.success ? parsed.output : undefined;
}

/** What is stamped earlier than this is in the index by now. */
export const settledAt = (now: number): number => now - SETTLING;

/**
 * Whether the index can no longer be trusted to tell everything since `cursor`: tombstones may be gone, or the clock that made it
 * was ahead (changes stamped by a right one would be passed over).
 */
export function isOutOfReach(cursor: ChangeCursor, now: number): boolean {
  const since = cursor.kind === 'index' ? timeOf(cursor.after) : cursor.settled;
  return !(now - since <= CURSOR_LIFE) || cursor.settled > settledAt(now) + CLOCK_DIFFERENCE;
}

/** The time that a change key begins with; ms. */
export const timeOf = (changeKey: string): number => Number(changeKey.slice(0, 15));
