import type { NoteId } from '#src/notes/note-id.ts';
import { goneNotes } from './gone-notes.ts';
import { isClashing, keepsakes, type RecordChange } from './history.ts';
import { isOutlived, thinned } from './history-thinning.ts';
import type { Snapshot } from './snapshot.ts';

/** The local history of the memory store's notes. */
export interface MemoryHistory {
  /** Keeps what the change of one note's record takes away, and thins its history out. */
  keep(id: NoteId, change: RecordChange): void;
  /** One note's snapshots, the newest first. */
  of(id: NoteId): readonly Snapshot[];
  /** See `goneNotes`. */
  gone(isHere: (id: NoteId) => boolean): readonly Snapshot[];
  /** Takes away what has become too old, and gives all the rest. `isClashing`: of a note as it is now. */
  young(isClashing: (id: NoteId) => boolean): readonly Snapshot[];
  clear(): void;
}

/** `now` in ms. */
export function createMemoryHistory(now: () => number): MemoryHistory {
  const byNote = new Map<NoteId, readonly Snapshot[]>();
  let last = 0;

  return {
    keep(id, change) {
      const before = byNote.get(id) ?? [];
      const at = now();
      const kept = keepsakes({ ...change, newest: before.at(-1), now: at });
      if (kept === 'forget') {
        byNote.delete(id);
        return;
      }
      if (kept.length === 0) return;
      const added = kept.map((keepsake) => {
        last += 1;
        return { id: last, noteId: id, at, ...keepsake };
      });
      const all = [...before, ...added];
      const gone = thinned(all, { now: at, clashing: isClashing(change) });
      byNote.set(
        id,
        all.filter((snapshot) => !gone.includes(snapshot.id)),
      );
    },
    of: (id) => (byNote.get(id) ?? []).toReversed(),
    gone: (isHere) => goneNotes([...byNote.values()].flat(), { isHere, now: now() }),
    young(isClashing) {
      for (const [id, snapshots] of byNote) {
        const clashing = isClashing(id);
        byNote.set(
          id,
          snapshots.filter((snapshot) => !isOutlived(snapshot, { now: now(), clashing })),
        );
      }
      return [...byNote.values()].flat();
    },
    clear: () => byNote.clear(),
  };
}
