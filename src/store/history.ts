import { conflictBlocks } from '#src/notes/conflict-block.ts';
import { isClean, isLeaving, type NoteRecord } from './note-record.ts';
import type { Cause, Snapshot, SnapshotReason } from './snapshot.ts';

// Which texts a change of a note leaves to its local history. Both stores ask here; times are in ms.

/** One note's record before and after a change; undefined: there is none. */
export interface RecordChange {
  readonly before: NoteRecord | undefined;
  readonly after: NoteRecord | undefined;
  readonly cause: Cause;
}

interface ChangeNow extends RecordChange {
  readonly newest: Pick<Snapshot, 'at' | 'text' | 'reason'> | undefined;
  readonly now: number;
}

/** A text that goes to the history. */
type Keepsake = Pick<Snapshot, 'text' | 'reason'>;

/** What is written within this time of the last snapshot is one stretch of writing; ms. */
const stretch = 5 * 60_000;

const askedFor = { restoring: 'restored', discarding: 'discarded', choosing: 'chosen' } as const;

/** Snapshots that are looked for by their reason: the sides of a clash, and the last text of a note that is not here. */
const sought: readonly SnapshotReason[] = ['mine', 'theirs', 'gone', 'discarded'];

/** Whether the change takes a text away. Any other has nothing to do with the history. */
export const losesText = ({ before, after }: RecordChange): boolean =>
  before !== undefined && before.text !== after?.text;

/** Whether the note has a clash that the person has not decided. */
export const isClashing = ({ before, after }: Pick<RecordChange, 'before' | 'after'>): boolean =>
  conflictBlocks((after ?? before)?.text ?? '').length > 0;

/**
 * The texts that the change leaves to the note's history, in order; `forget`: all of the history goes, since the person's own "Delete for
 * ever" is done. `newest` is the note's last snapshot, undefined where it has none.
 */
export function keepsakes(change: ChangeNow): readonly Keepsake[] | 'forget' {
  const { before, after, cause, newest } = change;
  if (before === undefined || !losesText(change)) return [];
  if (after === undefined && cause === 'sync' && isLeaving(before)) return 'forget';
  return candidates({ ...change, before }).filter(
    (keepsake) => keepsake.text.trim() !== '' && !(newest !== undefined && doesFor(newest, keepsake)),
  );
}

function candidates(change: ChangeNow & { readonly before: NoteRecord }): readonly Keepsake[] {
  const { before, after, cause, newest, now } = change;
  const { text } = before;
  // Either way: a clock that was put back must not end all snapshots until it is there again.
  const isLongAgo = (at: number) => Math.abs(now - at) > stretch;

  if (cause !== 'writing' && cause !== 'sync') return [{ text, reason: askedFor[cause] }];
  if (after === undefined) return [{ text, reason: 'gone' }];
  // A note that is typed in one go needs no snapshot of its first letters.
  if (cause === 'writing') return isLongAgo(newest?.at ?? before.changedAt) ? [{ text, reason: 'writing' }] : [];
  if (!isClean(before)) return [{ text, reason: 'mine' }, ...theirsIn(after)];
  const isOverwritten = before.base?.own === true;
  // What another device wrote in one stretch is one text, in however many pulls it came.
  return isOverwritten || newest === undefined || isLongAgo(newest.at) ? [{ text, reason: 'replaced' }] : [];
}

/** What AWS has, where more than that stands in the text now. */
function theirsIn({ text, base }: NoteRecord): readonly Keepsake[] {
  return base === null || base.text === text ? [] : [{ text: base.text, reason: 'theirs' }];
}

/** Whether the snapshot is of the same text and as good: one of a stretch of writing may be thinned out before the others are. */
function doesFor(newest: Keepsake, { text, reason }: Keepsake): boolean {
  if (newest.text !== text) return false;
  return newest.reason === reason || (newest.reason !== 'writing' && !sought.includes(reason));
}
