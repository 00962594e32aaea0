import { isArchived, isPinned } from '#src/notes/note-document.ts';
import { tagsOf } from '#src/notes/tags.ts';

/** What else is another way in the older version, a sentence each. */
export const besidesText = (older: string, present: string): readonly string[] => {
  const told: string[] = [];
  if (isPinned(older) !== isPinned(present)) told.push(isPinned(older) ? 'It was pinned.' : 'It was not pinned.');
  if (isArchived(older) !== isArchived(present)) {
    told.push(isArchived(older) ? 'It was in the archive.' : 'It was not in the archive.');
  }
  const tags = tagsOf(older);
  if (tags.join() !== tagsOf(present).join()) {
    told.push(tags.length === 0 ? 'It had no tags.' : `Its tags were ${tags.map((tag) => `#${tag}`).join(', ')}.`);
  }
  return told;
};
