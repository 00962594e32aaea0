import { isArchived, isPinned } from '#src/notes/note-document.ts';
import { tagsOf } from '#src/notes/tags.ts';
import type { Words } from '#src/words/words.ts';

/** What else is another way in the older version, a sentence each. */
export const besidesText = (older: string, present: string, { t }: Words): readonly string[] => {
  const told: string[] = [];
  if (isPinned(older) !== isPinned(present)) told.push(isPinned(older) ? t('It was pinned.') : t('It was not pinned.'));
  if (isArchived(older) !== isArchived(present)) {
    told.push(isArchived(older) ? t('It was in the archive.') : t('It was not in the archive.'));
  }
  const tags = tagsOf(older);
  if (tags.join() !== tagsOf(present).join()) {
    told.push(
      tags.length === 0
        ? t('It had no tags.')
        : t('Its tags were {tags}.', { tags: tags.map((tag) => `#${tag}`).join(', ') }),
    );
  }
  return told;
};
