import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { belongsTo } from '#src/notes/notebooks.ts';
import type { Notebook } from '#src/services.ts';
import { ArchiveIcon, NotesIcon, PinIcon, TrashIcon } from '#src/ui/icons.tsx';
import { accessory } from '#src/ui/lazy-part.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useSettled } from '#src/ui/use-settled.ts';
import { useWords } from '#src/words/use-words.ts';
import { choiceOf, nameOf, queryOf } from './notebook-choice.ts';
import { NotebookLink } from './notebook-link.tsx';
import styles from './notebooks.module.css';

// The list is there before them.
const LaterNotebooks = accessory(
  () => import('./later-notebooks.tsx'),
  (part) => part.LaterNotebooks,
);
const TagTree = accessory(
  () => import('./tag-tree.tsx'),
  (part) => part.TagTree,
);

const fixed = ['all', 'pinned', 'archive', 'trash'] as const;
const icons = {
  all: <NotesIcon size={18} />,
  pinned: <PinIcon size={18} />,
  archive: <ArchiveIcon size={18} />,
  trash: <TrashIcon size={18} />,
};

/** The navigation "Notebooks": the fixed ones, the way to the pictures, then every tag. */
export const Notebooks = ({ notebook }: { readonly notebook: Notebook }) => {
  const words = useWords();
  const { notes } = useObservable(notebook.list);
  const settled = useSettled(notes, 300, 2_000);
  const counts = useMemo(
    () => fixed.map((kind) => settled.filter((note) => belongsTo(note, { kind })).length),
    [settled],
  );
  const [query] = useSearchParams();
  const choice = choiceOf(query);
  return (
    <nav className={styles.nav} aria-label={words.t('Notebooks')}>
      <ul>
        {fixed.map((kind, at) => (
          <li key={kind}>
            <NotebookLink
              to={queryOf({ kind })}
              icon={icons[kind]}
              name={nameOf({ kind }, words)}
              count={counts[at] ?? 0}
              chosen={choice.kind === kind}
            />
          </li>
        ))}
      </ul>
      <LaterNotebooks notebook={notebook} current={choice.kind === 'all' ? (query.get('q') ?? '') : ''} />
      <TagTree notes={settled} chosen={choice.kind === 'tag' ? choice.tag : null} />
    </nav>
  );
};
