import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { belongsTo, type NotebookName, tagCounts } from '#src/notes/notebooks.ts';
import type { Notebook } from '#src/services.ts';
import { ArchiveIcon, NotesIcon, PinIcon, TagIcon, TrashIcon } from '#src/ui/icons.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import { choiceOf, nameOf, queryOf } from './notebook-choice.ts';
import styles from './notebooks.module.css';

const fixed = ['all', 'pinned', 'archive', 'trash'] as const;
const icons = {
  all: <NotesIcon size={18} />,
  pinned: <PinIcon size={18} />,
  archive: <ArchiveIcon size={18} />,
  trash: <TrashIcon size={18} />,
};

/** The navigation "Notebooks": the fixed ones, then every tag. */
export const Notebooks = ({ notebook }: { readonly notebook: Notebook }) => {
  const words = useWords();
  const { notes } = useObservable(notebook.list);
  const settled = useDeferredValue(notes);
  const counts = useMemo(
    () => fixed.map((kind) => settled.filter((note) => belongsTo(note, { kind })).length),
    [settled],
  );
  const tags = useMemo(() => tagCounts(settled), [settled]);
  const [query] = useSearchParams();
  const chosen = queryOf(choiceOf(query));
  const row = (choice: NotebookName, icon: ReactNode, name: string, count: number) => (
    <NotebookRow
      key={queryOf(choice)}
      to={queryOf(choice)}
      icon={icon}
      name={name}
      count={count}
      chosen={queryOf(choice) === chosen}
    />
  );
  return (
    <nav className={styles.nav} aria-label={words.t('Notebooks')}>
      <ul>{fixed.map((kind, at) => row({ kind }, icons[kind], nameOf({ kind }, words), counts[at] ?? 0))}</ul>
      {tags.length === 0 ? null : (
        <div>
          <h2 className={styles.heading}>{words.t('Tags')}</h2>
          <ul>{tags.map(({ tag, notes: count }) => row({ kind: 'tag', tag }, <TagIcon size={18} />, tag, count))}</ul>
        </div>
      )}
    </nav>
  );
};

interface RowProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** The count stands beside the link, so that the link's name is the notebook's alone. */
const NotebookRow = ({ to, icon, name, count, chosen }: RowProps) => {
  const { number } = useWords();
  return (
    <li className={styles.row}>
      <Link className={styles.link} to={{ pathname: '/', search: to }} aria-current={chosen ? 'page' : undefined}>
        {icon}
        <span className={styles.name}>{name}</span>
      </Link>
      {count === 0 ? null : <span className={styles.count}>{number(count)}</span>}
    </li>
  );
};
