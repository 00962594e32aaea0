import { type Entry, lastChangedFirst } from './search-entries.ts';

/** What has been found, with its scores. */
export interface ScoredHits {
  /** null: no hit. */
  add(entry: Entry, score: number | null): void;
  copy(): ScoredHits;
  /** The last changed first. */
  inOrder(): readonly Entry[];
  /** The best first, and among equals the last changed. */
  ranked(): readonly Entry[];
}

/** Scores are few, so those of one score are kept together; and most hits come in order, so that nothing is left to be sorted. */
export function createHits(begun: Iterable<readonly [number, readonly Entry[]]> = []): ScoredHits {
  const byScore = new Map<number, Entry[]>();
  const all: Entry[] = [];
  let sorted = true;

  const add = (entry: Entry, score: number) => {
    if (entry.note.changedAt > (all.at(-1)?.note.changedAt ?? Number.POSITIVE_INFINITY)) sorted = false;
    all.push(entry);
    const equals = byScore.get(score);
    if (equals === undefined) byScore.set(score, [entry]);
    else equals.push(entry);
  };
  for (const [score, entries] of begun) for (const entry of entries) add(entry, score);

  const sort = () => {
    if (sorted) return;
    for (const entries of [all, ...byScore.values()]) entries.sort(lastChangedFirst);
    sorted = true;
  };
  return {
    add(entry, score) {
      if (score !== null) add(entry, score);
    },
    copy: () => createHits(byScore),
    inOrder() {
      sort();
      return all;
    },
    ranked() {
      sort();
      return [...byScore].sort(([a], [b]) => b - a).flatMap(([, equals]) => equals);
    },
  };
}
