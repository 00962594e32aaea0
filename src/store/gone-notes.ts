import type { NoteId } from '#src/notes/note-id.ts';
import { longestKept } from './history-thinning.ts';
import type { Snapshot, SnapshotReason } from './snapshot.ts';

/** Why a note's last text is kept when the note goes. */
export const goneReasons = ['gone', 'discarded'] as const satisfies readonly SnapshotReason[];

/** The last text of every note that is not here and went within 30 days, the newest first. `now` in ms. */
export function goneNotes(
  snapshots: readonly Snapshot[],
  { isHere, now }: { readonly isHere: (id: NoteId) => boolean; readonly now: number },
): readonly Snapshot[] {
  const last = new Map<NoteId, Snapshot>();
  for (const snapshot of snapshots.toSorted((one, other) => one.id - other.id)) {
    const { noteId, reason, at } = snapshot;
    const counts = goneReasons.some((one) => one === reason) && now - at <= longestKept && !isHere(noteId);
    if (counts) last.set(noteId, snapshot);
  }
  return [...last.values()].toSorted((one, other) => other.id - one.id);
}
