import type { Snapshot } from './snapshot.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** No snapshot gets older than this, but for the sides of a clash that is not decided; ms. */
export const longestKept = 30 * day;
const mostThinned = 60;

/**
 * Which of one note's snapshots go, by their ids. Of those before stretches of writing all of the last hour stay, then the newest of each
 * hour for a day, then the newest of each day for 30 days, but 60 at most. The others take no room of theirs and stay for 30 days; the
 * sides of a clash stay as long as it is not decided (`clashing`). `now` in ms.
 */
export function thinned(
  snapshots: readonly Snapshot[],
  { now, clashing }: { readonly now: number; readonly clashing: boolean },
): readonly number[] {
  const stays = (snapshot: Snapshot) => snapshot.reason !== 'writing' && !isOutlived(snapshot, { now, clashing });
  const newestFirst = snapshots.toSorted((one, other) => other.id - one.id);
  const periods = new Set<string>();
  const gone: number[] = [];
  let room = mostThinned;
  let newer: string | undefined;
  for (const snapshot of newestFirst) {
    const { id, text } = snapshot;
    const period = periodOf(snapshot, now);
    if (!stays(snapshot)) {
      if (room === 0 || text === newer || period === null || periods.has(period)) {
        gone.push(id);
        continue;
      }
      room -= 1;
      periods.add(period);
    }
    newer = text;
  }
  return gone;
}

/** Whether the snapshot is older than it may get, whatever else there is. `clashing`: its note has a clash that is not decided. */
export function isOutlived(
  { reason, at }: Pick<Snapshot, 'reason' | 'at'>,
  { now, clashing }: { readonly now: number; readonly clashing: boolean },
): boolean {
  return now - at > longestKept && !(clashing && (reason === 'mine' || reason === 'theirs'));
}

/** Of what is in one period, only the newest stays; null: too old. Periods are the clock's, so that they do not move as time goes by. */
function periodOf({ id, at }: Snapshot, now: number): string | null {
  const age = now - at;
  if (age <= hour) return `itself ${id}`;
  if (age <= day) return `hour ${Math.floor(at / hour)}`;
  return age <= longestKept ? `day ${Math.floor(at / day)}` : null;
}
