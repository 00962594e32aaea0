import type { NotebookName } from '#src/notes/notebooks.ts';
import type { Words } from '#src/words/words.ts';

const fixed = ['pinned', 'archive', 'trash'] as const;

/** Which notebook an address shows: `?in=`, so that a reload or a link keeps it. */
export const choiceOf = (query: URLSearchParams): NotebookName => {
  const value = query.get('in') ?? '';
  if (value.startsWith('tag:') && value.length > 'tag:'.length) return { kind: 'tag', tag: value.slice('tag:'.length) };
  const kind = fixed.find((name) => name === value);
  return kind === undefined ? { kind: 'all' } : { kind };
};

/** The query of an address that shows the notebook: '' or `?in=…`. */
export const queryOf = (choice: NotebookName): string => {
  if (choice.kind === 'all') return '';
  const value = choice.kind === 'tag' ? `tag:${choice.tag}` : choice.kind;
  return `?${new URLSearchParams({ in: value })}`;
};

export const nameOf = (choice: NotebookName, { t }: Words): string => {
  switch (choice.kind) {
    case 'all':
      return t('All notes');
    case 'pinned':
      return t('Pinned');
    case 'archive':
      return t('Archive{notebook}', { notebook: '' });
    case 'trash':
      return t('Trash');
    case 'tag':
      return `#${choice.tag}`;
  }
};
