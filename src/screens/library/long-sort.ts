import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { CompareNotes } from '#src/notes/order.ts';
import { createBreather } from '#src/ui/breather.ts';

/** So many are sorted or merged in a few milliseconds. */
const few = 500;

type Notes = readonly NoteSummary[];

/** The notes in order, where `sorted` has nearly all of them in order already; null: too many are new for one go. */
export function sortedAgain(sorted: Notes, notes: Notes, compare: CompareNotes): Notes | null {
  const added = new Set(notes);
  const kept = sorted.filter((note) => added.delete(note));
  if (added.size > few) return null;
  const parts: Notes[] = [];
  let from = 0;
  for (const note of [...added].sort(compare)) {
    const to = placeIn(kept, note, from, compare);
    parts.push(kept.slice(from, to), [note]);
    from = to;
  }
  return [...parts, kept.slice(from)].flat();
}

/** The notes in order; `breathe` is waited for every few of them, so that whoever else needs the thread gets it. */
export async function sortSlowly(
  notes: Notes,
  compare: CompareNotes,
  breathe = createBreather(() => performance.now()),
): Promise<Notes> {
  let runs: Notes[] = [];
  for (let from = 0; from < notes.length; from += few) {
    runs.push(notes.slice(from, from + few).sort(compare));
    await breathe();
  }
  while (runs.length > 1) {
    const longer: Notes[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const merged: NoteSummary[] = [];
      for (const note of merging(runs[at] ?? [], runs[at + 1] ?? [], compare)) {
        merged.push(note);
        if (merged.length % few === 0) await breathe();
      }
      longer.push(merged);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merging(a: Notes, b: Notes, compare: CompareNotes): Generator<NoteSummary> {
  let inB = 0;
  for (const note of a) {
    for (let other = b[inB]; other !== undefined && compare(other, note) < 0; other = b[inB]) {
      yield other;
      inB += 1;
    }
    yield note;
  }
  yield* b.slice(inB);
}

/** The first place from `low` on whose note does not come before this one; few comparisons, since titles are slow to compare. */
function placeIn(sorted: Notes, note: NoteSummary, low: number, compare: CompareNotes): number {
  let first = low;
  let end = sorted.length;
  while (first < end) {
    const middle = (first + end) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, note) < 0) first = middle + 1;
    else end = middle;
  }
  return first;
}
