import type { Words } from '#src/words/words.ts';

/** What CodeMirror's panel for finding says, by its own English. */
export const findWords = ({ t }: Words): Record<string, string> => ({
  Find: t('Find'),
  Replace: t('Replace with'),
  next: t('Next'),
  previous: t('Previous'),
  all: t('All'),
  'match case': t('Match case'),
  'by word': t('Whole words'),
  regexp: t('Pattern'),
  replace: t('Replace'),
  'replace all': t('Replace all'),
  close: t('Close'),
  'current match': t('Current hit'),
  'on line': t('on line'),
});
