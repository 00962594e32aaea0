import type { NoteId } from './note-id.ts';
import type { NoteSummary } from './note-summary.ts';
import { untitled } from './untitled.ts';

/**
 * By what titles are told apart in `[[links]]`: neither case, nor the form of a letter, nor the number of spaces makes another one; nor do
 * brackets, which cannot stand in a link.
 */
export function linkKey(title: string): string {
  return linkable(title).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The title as it can stand in `[[…]]`. */
export const linkable = (title: string): string => title.replace(/[[\]]/g, '');

/** The note that `[[title]]` means: of several the one that was changed last, and none in the trash. */
export function noteByTitle(notes: readonly NoteSummary[], title: string): NoteSummary | undefined {
  const wanted = linkKey(title);
  let found: NoteSummary | undefined;
  for (const note of notes) {
    if (note.trashedAt !== null || linkKey(note.title) !== wanted) continue;
    if (found === undefined || note.changedAt > found.changedAt) found = note;
  }
  return found;
}

/** The other notes that link to the note by its title, the last changed first; none in the trash. */
export function notesLinkingTo(notes: readonly NoteSummary[], id: NoteId): readonly NoteSummary[] {
  const own = notes.find((note) => note.id === id);
  if (own === undefined || own.title === untitled) return [];
  const key = linkKey(own.title);
  return notes
    .filter((note) => note.links?.includes(key) && note.id !== id && note.trashedAt === null)
    .sort((a, b) => b.changedAt - a.changedAt);
}
