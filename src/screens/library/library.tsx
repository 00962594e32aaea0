import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { withRecent } from '#src/notes/kept-searches.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { belongsTo } from '#src/notes/notebooks.ts';
import type { NoteOrder } from '#src/notes/order.ts';
import type { SearchProblem } from '#src/notes/search-query.ts';
import type { Notebook } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { iconButtonClass } from '#src/ui/icon-button.tsx';
import { NewNoteIcon } from '#src/ui/icons.tsx';
import { accessory, onDemand } from '#src/ui/lazy-part.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import { type Hits, hitsAmong, hitsOf } from './hits.ts';
import styles from './library.module.css';
import { ListPlaceholder } from './list-placeholder.tsx';
import { NoteList } from './note-list.tsx';
import type { RowThumbnail } from './note-row.tsx';
import { choiceOf, nameOf, queryOf } from './notebook-choice.ts';
import type { SelectionBegin } from './row-selecting.ts';
import { useOrdered } from './use-ordered.ts';
import { useSearch } from './use-search.ts';
import { useSearchWords, withWords } from './use-search-words.ts';

// A list is there without them.
const SearchHelp = accessory(
  () => import('./search-help.tsx'),
  (part) => part.SearchHelp,
);
const ListEmpty = accessory(
  () => import('./list-empty.tsx'),
  (part) => part.ListEmpty,
);
const ListTools = accessory(
  () => import('./list-tools.tsx'),
  (part) => part.ListTools,
);
const SelectionList = onDemand(
  () => import('./selection-list.tsx'),
  (part) => part.SelectionList,
);
const NotebookTools = accessory(
  () => import('./notebook-tools.tsx'),
  (part) => part.NotebookTools,
);

interface LibraryProps {
  readonly notebook: Notebook;
  readonly open: NoteId | null;
  readonly now: number;
  /** Whether single letters are shortcuts. */
  readonly letterKeys: boolean;
  readonly order: NoteOrder;
  readonly onOrder: (order: NoteOrder) => void;
  readonly onExport: (ids: readonly NoteId[]) => void;
  /** The same as long as its notebook is. */
  readonly thumbnail: RowThumbnail;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Told which notes the list has, in its order. */
  readonly listed: RefObject<() => readonly NoteSummary[]>;
  /** Stands before the title: the way to the notebooks where they are not in sight. */
  readonly start?: ReactNode;
  /** Stands before "New note". */
  readonly end?: ReactNode;
}

const none: readonly SearchProblem[] = [];
/** Where the code that searches could not be loaded, nothing was searched. */
const noted = () => undefined;

/** The middle pane: search, new note, and the list of the chosen notebook. */
export const Library = ({
  notebook,
  open,
  now,
  letterKeys,
  order,
  onOrder,
  onExport,
  thumbnail,
  searchRef,
  listed: shown,
  start,
  end,
}: LibraryProps) => {
  const words = useWords();
  const { t, counted } = words;
  const { notes, complete } = useObservable(notebook.list);
  const [query] = useSearchParams();
  const place = queryOf(choiceOf(query));
  // The same while the words in the address change.
  const choice = useMemo(() => choiceOf(new URLSearchParams(place)), [place]);
  const [typed, setTyped] = useSearchWords();
  const searching = typed.trim() !== '';
  /** The name of the notebook whose notes are being selected, and where that began. */
  const [selecting, setSelecting] = useState<{ readonly name: string; readonly begin?: SelectionBegin | undefined }>();
  const [helping, setHelping] = useState(false);
  const pane = useRef<HTMLElement>(null);

  const trash = choice.kind === 'trash';
  const listed = useMemo(() => notes.filter((note) => belongsTo(note, choice)), [notes, choice]);
  // Kept while a search shows others: it is wanted again behind it.
  const here = useOrdered(listed, trash ? 'changed' : order);
  const { found, Marked } = useSearch(notebook, { typed, within: choice, about: helping, listed: complete });
  // What is found comes in the order of the search. Until it does, the list stays as it is.
  const latest = useMemo(() => (found === null ? hitsAmong(here) : hitsOf(found, notes)), [found, here, notes]);
  /** What is listed while a row is pressed: no other one may come under the pointer. */
  const [held, setHeld] = useState<Hits | null>(null);
  const hits = held ?? latest;
  useEffect(() => {
    shown.current = hits.all;
  }, [shown, hits]);
  const canOrder = !searching && !trash;
  const reading = searching && found?.complete !== true;

  const told = counted(hits.count, '1 note found', '{count} notes found');
  const name = nameOf(choice, words);
  /** Whoever leaves the box has found what to search for. */
  const remember = () => {
    if (searching) void notebook.search().then(({ memory }) => memory.change((past) => withRecent(past, typed)), noted);
  };
  /** From the search box: the down arrow leads to the first of the notes, Enter opens it. */
  const toFirst = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    const first = pane.current?.querySelector<HTMLElement>('ul a');
    if (first === null || first === undefined) return;
    event.preventDefault();
    remember();
    if (event.key === 'Enter') first.click();
    else first.focus();
  };
  const type = (next: string) => {
    setTyped(next);
    searchRef.current?.focus();
  };
  return (
    <section ref={pane} className={styles.pane} aria-label={name}>
      <header className={styles.head}>
        <div className={styles.bar}>
          {start}
          <h1 className={styles.title} tabIndex={-1}>
            {name}
          </h1>
          <NotebookTools notebook={notebook} choice={choice} notes={here} />
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
            onFocus={() => setHelping(true)}
            onBlur={remember}
            onKeyDown={toFirst}
            shortcut={letterKeys ? '/' : undefined}
          />
        </search>
        {helping || searching ? (
          <SearchHelp
            notebook={notebook}
            typed={typed}
            notes={notes}
            problems={found?.problems ?? none}
            onType={type}
          />
        ) : null}
        {searching ? (
          <p className={styles.told} aria-live="polite">
            {reading ? t('Searching…') : told}
          </p>
        ) : null}
        {hits.count > 0 ? (
          <div className={styles.line}>
            <ListTools
              order={canOrder ? order : null}
              onOrder={onOrder}
              selecting={selecting?.name === name}
              onSelecting={(on, begin) => setSelecting(on ? { name, begin } : undefined)}
              pane={pane}
              listed={shown}
              onPress={(pressed) => setHeld(pressed ? hits : null)}
            />
          </div>
        ) : null}
        {trash && here.length > 0 ? (
          <p className={styles.told}>
            <Link className={styles.gone} to="/gone">
              {t('Notes removed elsewhere')}
            </Link>
          </p>
        ) : null}
      </header>
      {hits.count > 0 && selecting?.name === name ? (
        <SelectionList
          notebook={notebook}
          notes={hits.all()}
          trash={trash}
          now={now}
          onExport={onExport}
          begin={selecting.begin}
          open={open}
          onClose={() => setSelecting(undefined)}
        />
      ) : hits.count > 0 ? (
        <NoteList
          hits={hits}
          found={found}
          Marked={Marked}
          query={withWords(query, found?.typed ?? typed).toString()}
          order={canOrder ? order : 'changed'}
          open={open}
          now={now}
          letterKeys={letterKeys}
          thumbnail={thumbnail}
        />
      ) : complete && !reading ? (
        <div className={styles.empty}>
          <ListEmpty choice={choice} search={typed.trim()} />
        </div>
      ) : (
        <ListPlaceholder />
      )}
      {complete ? null : <VisuallyHidden>{t('Still reading')}</VisuallyHidden>}
    </section>
  );
};
