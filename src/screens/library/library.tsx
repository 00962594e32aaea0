import { lazy, type ReactNode, type Ref, Suspense, useDeferredValue, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import { byPinnedThenChanged } from '#src/notes/order.ts';
import type { Notebook } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { iconButtonClass } from '#src/ui/icon-button.tsx';
import { NewNoteIcon } from '#src/ui/icons.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './library.module.css';
import { ListPlaceholder } from './list-placeholder.tsx';
import { NoteList } from './note-list.tsx';
import { choiceOf, isListed, nameOf } from './notebook-choice.ts';
import { useSearch } from './use-search.ts';
import { useSearchWords, withWords } from './use-search-words.ts';

// A list is there without them.
const ListEmpty = lazy(async () => ({ default: (await import('./list-empty.tsx')).ListEmpty }));
const EmptyTrash = lazy(async () => ({ default: (await import('./empty-trash.tsx')).EmptyTrash }));

interface LibraryProps {
  readonly notebook: Notebook;
  readonly open: NoteId | null;
  readonly now: number;
  /** Whether single letters are shortcuts. */
  readonly letterKeys: boolean;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Stands before the title: the way to the notebooks where they are not in sight. */
  readonly start?: ReactNode;
  /** Stands before "New note". */
  readonly end?: ReactNode;
}

/** The middle pane: search, new note, and the list of the chosen notebook. */
export const Library = ({ notebook, open, now, letterKeys, searchRef, start, end }: LibraryProps) => {
  const words = useWords();
  const { t, counted } = words;
  const { notes, complete } = useObservable(notebook.list);
  const [query] = useSearchParams();
  const choice = useMemo(() => choiceOf(query), [query]);
  const [typed, setTyped] = useSearchWords();
  const searched = useDeferredValue(typed);
  const searching = searched.trim() !== '';

  const here = useMemo(() => {
    const listed = notes.filter((note) => isListed(note, choice, searching));
    return choice.kind === 'trash' ? listed : listed.sort(byPinnedThenChanged);
  }, [notes, choice, searching]);
  const { hits, reading } = useSearch(notebook, here, searched);

  const found = counted(hits.length, '1 note found', '{count} notes found');
  const name = nameOf(choice, words);
  return (
    <section className={styles.pane} aria-label={name}>
      <header className={styles.head}>
        <div className={styles.bar}>
          {start}
          <h1 className={styles.title}>{name}</h1>
          <Suspense>
            {choice.kind === 'trash' && here.length > 0 ? <EmptyTrash notebook={notebook} notes={here} /> : null}
          </Suspense>
          {end}
          <Link
            className={classNames(iconButtonClass(), styles.new)}
            to="/notes/new"
            aria-label={t('New note')}
            title={letterKeys ? t('New note (n)') : t('New note')}
          >
            <NewNoteIcon size={22} />
          </Link>
        </div>
        <search>
          <SearchField
            ref={searchRef}
            label={t('Search notes')}
            value={typed}
            onChange={setTyped}
            shortcut={letterKeys ? '/' : undefined}
          />
        </search>
        {searching ? (
          <p className={styles.told} aria-live="polite">
            {reading ? t('Searching…') : found}
          </p>
        ) : null}
        {choice.kind === 'trash' && here.length > 0 ? (
          <p className={styles.told}>
            <Link className={styles.gone} to="/gone">
              {t('Notes removed elsewhere')}
            </Link>
          </p>
        ) : null}
      </header>
      {hits.length > 0 ? (
        <NoteList
          notes={hits}
          query={withWords(query, typed).toString()}
          open={open}
          now={now}
          letterKeys={letterKeys}
        />
      ) : complete && !reading ? (
        <div className={styles.empty}>
          <Suspense>
            <ListEmpty choice={choice} search={searched.trim()} />
          </Suspense>
        </div>
      ) : (
        <ListPlaceholder />
      )}
      {complete ? null : <VisuallyHidden>{t('Still reading')}</VisuallyHidden>}
    </section>
  );
};
