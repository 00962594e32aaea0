import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';

/** Notes kept in order, so that one change among many costs a search and a copy and no sorting. */
export interface SortedNotes {
  /** Puts the note where it belongs now; null takes it out. */
  set(id: NoteId, summary: NoteSummary | null): void;
  get(id: NoteId): NoteSummary | undefined;
  /** Adds many; of one that is there already, the new summary stays. */
  addAll(summaries: readonly NoteSummary[]): void;
  /** The notes in order; an array of its own, never changed afterwards. */
  all(): readonly NoteSummary[];
}

/** `compare` must never call two different notes equal. */
export function createSortedNotes(compare: (a: NoteSummary, b: NoteSummary) => number): SortedNotes {
  const byId = new Map<NoteId, NoteSummary>();
  let notes: NoteSummary[] = [];
  let isShared = false;

  function own(): NoteSummary[] {
    if (isShared) notes = [...notes];
    isShared = false;
    return notes;
  }

  /** The first place whose note does not come before this one. */
  function placeOf(summary: NoteSummary): number {
    let low = 0;
    let high = notes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = notes[middle];
      if (other !== undefined && compare(other, summary) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function remove(id: NoteId): void {
    const known = byId.get(id);
    if (known === undefined) return;
    own().splice(placeOf(known), 1);
    byId.delete(id);
  }

  return {
    get: (id) => byId.get(id),
    set(id, summary) {
      remove(id);
      if (summary === null) return;
      own().splice(placeOf(summary), 0, summary);
      byId.set(id, summary);
    },
    addAll(summaries) {
      for (const { id } of summaries) remove(id);
      for (const summary of summaries) byId.set(summary.id, summary);
      notes = [...notes, ...summaries].sort(compare);
      isShared = false;
    },
    all() {
      isShared = true;
      return notes;
    },
  };
}
