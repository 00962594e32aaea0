import type { NoteId } from '#src/notes/note-id.ts';
import type { StoredUpload } from '#src/store/file-store.ts';

/**
 * The order in which files are sent: those first that have failed least often since the queue began, then those of a note that is open, of
 * these the pictures, then the small before the large, and of two alike the one that has waited longer. What is to be taken back comes
 * before all that.
 */
export const inOrderOfNeed = (
  uploads: readonly StoredUpload[],
  failures: (key: string) => number,
  isOpen: (note: NoteId) => boolean,
): readonly StoredUpload[] =>
  uploads.toSorted(
    (a, b) =>
      Number(b.wish === 'cancel') - Number(a.wish === 'cancel') ||
      failures(a.key) - failures(b.key) ||
      need(b, isOpen) - need(a, isOpen) ||
      a.size - b.size ||
      a.addedAt - b.addedAt,
  );

/** What other devices show at once is wanted most. */
const need = ({ noteId, type }: StoredUpload, isOpen: (note: NoteId) => boolean): number => {
  if (!isOpen(noteId)) return 0;
  return type.startsWith('image/') ? 2 : 1;
};
