import type { NoteSummary } from './note-summary.ts';

/** By what titles are told apart in `[[links]]`: neither case, nor the form of a letter, nor the number of spaces makes another one. */
const linkKey = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

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
