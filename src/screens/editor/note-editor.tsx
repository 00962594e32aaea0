import {
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useNavigate } from 'react-router-dom';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import { trashedAt } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { titleOf } from '#src/notes/title.ts';
import type { Notebook, NoteRecord, Place } from '#src/services.ts';
import { accessory } from '#src/ui/lazy-part.tsx';
import type { MenuItem } from '#src/ui/menu.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Draft } from './draft.ts';
import { EditorLoading, NoteMissing } from './editor-placeholders.tsx';
import styles from './note-editor.module.css';
import { NoteFacts } from './note-facts.tsx';
import { NoteMenu } from './note-menu.tsx';
import { NoteText } from './note-text.tsx';
import { openNote } from './open-note.ts';
import { saveStateOf } from './save-state.ts';
import { SaveStatus } from './save-status.tsx';
import type { Beginning, TextSurface } from './text-surface.ts';
import { useLeaving } from './use-leaving.ts';
import { useNoteActions } from './use-note-actions.ts';

// Mostly nothing is the matter.
const NoteNotices = accessory(
  () => import('./note-notices.tsx'),
  (part) => part.NoteNotices,
);

/** Where something is to be put: at a point of the window, or at the caret; null: nowhere in the text. */
type PlaceOf = (point: { readonly x: number; readonly y: number } | null) => Place | null;

interface NoteEditorProps {
  readonly notebook: Notebook;
  readonly id: NoteId;
  /** A note that is made by its first key. */
  readonly isNew: boolean;
  /** What was typed into a new note before the editor was there. */
  readonly draft: () => Draft;
  /** The query of the library's address, kept on the way there and back. */
  readonly listSearch: string;
  readonly now: () => number;
  /** Before the status line: the way back where the list is not in sight. */
  readonly start?: ReactNode;
  /** Behind "Saved" in the status line, in place of the time; null: nothing. */
  readonly saved?: ReactNode;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  /** Told what can be done with the note, as the menu offers it. */
  readonly onItems: (items: readonly MenuItem[]) => void;
  /** Wrapped around the whole pane; `editable` says whether the note takes changes. */
  readonly around: (pane: ReactNode, note: { readonly editable: boolean; readonly placeOf: PlaceOf }) => ReactNode;
  /** After the status line, where the note takes changes. */
  readonly tools: (placeOf: PlaceOf) => ReactNode;
  /** The ways to look at the note, after them. */
  readonly modes: ReactNode;
  /** Over the text, and given a way to act on it; null: the text is not there yet. */
  readonly over: (note: { readonly body: string; readonly surface: TextSurface | null }) => ReactNode;
  /** In the place of the text box, under a heading of its own; null: the text box. `onBody` changes the text. */
  readonly instead: (note: {
    readonly body: string;
    readonly onBody: ((body: string) => void) | undefined;
  }) => ReactNode;
  /** Under the text: what belongs to the note as it is written on the device. */
  readonly below: (note: { readonly record: NoteRecord | undefined; readonly editable: boolean }) => ReactNode;
}

/** The right pane: one note, written to the device with every key. */
export const NoteEditor = ({
  notebook,
  id,
  isNew,
  draft,
  listSearch,
  now,
  start,
  saved,
  onExport,
  onPrint,
  onItems,
  around,
  tools,
  modes,
  over,
  instead,
  below,
}: NoteEditorProps) => {
  // Made for this note alone: whoever renders the editor gives it the note's id as its key.
  const [note] = useState(() => openNote(notebook, id, isNew ? draft().text : null));
  const { t } = useWords();
  const state = useObservable(note);
  const navigate = useNavigate();
  const actions = useNoteActions(notebook, id, listSearch, now);
  const pane = useRef<HTMLElement>(null);
  const box = useRef<TextSurface>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const scrolled = useRef(0);
  const [surface, setSurface] = useState<TextSurface | null>(null);
  const meet = useCallback((met: TextSurface | null) => {
    box.current = met;
    setSurface(met);
  }, []);

  useEffect(() => note.start(), [note]);
  const flush = () => {
    box.current?.handOver();
    note.flush();
  };
  const placeOf: PlaceOf = (point) => {
    const offset = (reads ? null : box.current?.place(point)) ?? null;
    flush();
    return offset === null ? null : note.placeOf(offset);
  };
  useLeaving(flush, () => {
    const last = note.get();
    return last.phase === 'open' && last.written !== 'yes';
  });

  const exists = state.phase === 'open' && state.record !== undefined;
  const settle = useEffectEvent(
    () => void navigate({ pathname: `/notes/${id}`, search: listSearch }, { replace: true }),
  );
  useEffect(() => {
    if (isNew && exists) settle();
  }, [isNew, exists]);

  const body = state.phase === 'open' ? state.body : '';
  const named = useMemo(() => titleOf(body), [body]);
  const title = state.phase === 'open' ? (exists || body !== '' ? named : t('New note')) : t('Note');
  useDocumentTitle(`${title} · Satchel`);

  const save = saveStateOf(state);
  const clashing = useMemo(() => conflictBlocks(body).length > 0, [body]);
  const text = state.phase === 'open' ? (state.record?.text ?? '') : '';
  const trashed = useMemo(() => trashedAt(text) !== null, [text]);
  const editable = state.phase === 'open' && !trashed && !state.gone;
  const noticed = clashing || trashed || save.kind === 'failed' || (state.phase === 'open' && state.gone);

  const begin = (): Beginning | null => (isNew ? { ...draft(), focused: true } : null);
  const keepAsNew = async (body: string) => {
    const kept = notebook.newId();
    const result = await notebook.write(kept, { seen: '', text: body });
    if (result.ok) await navigate({ pathname: `/notes/${kept}`, search: listSearch }, { replace: true });
  };

  const other = instead({ body, onBody: editable ? note.type : undefined });
  const reads = other !== null;
  // Once it has been there the text box stays, out of sight, with its caret, its place and what can be undone.
  const [wrote, setWrote] = useState(!reads);
  if (!reads && !wrote) setWrote(true);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (!reads) scroller.current?.scrollTo(0, scrolled.current);
    // A browser takes the focus from what is out of sight only later, and jsdom never.
    else if (activeElement instanceof HTMLElement && activeElement.closest('[hidden]')) activeElement.blur();
  }, [reads]);

  return around(
    <article ref={pane} tabIndex={-1} className={styles.pane} aria-label={title}>
      <div className={styles.bar}>
        {start}
        <div className={styles.status}>
          <SaveStatus state={save} now={now()} more={saved} />
        </div>
        {editable ? tools(placeOf) : null}
        {state.phase === 'open' ? modes : null}
        <NoteMenu
          text={text}
          trashed={trashed}
          actions={actions}
          onExport={onExport}
          onPrint={onPrint}
          onItems={onItems}
          disabled={!exists || (state.phase === 'open' && state.gone)}
        />
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={({ currentTarget }) => {
          if (!reads) scrolled.current = currentTarget.scrollTop;
        }}
      >
        <div className={styles.sheet}>
          {state.phase === 'loading' ? <EditorLoading /> : null}
          {state.phase === 'missing' ? <NoteMissing /> : null}
          {state.phase === 'open' ? (
            <>
              {!reads ? (
                <VisuallyHidden>
                  <h2>{title}</h2>
                </VisuallyHidden>
              ) : null}
              {state.record === undefined ? null : (
                <NoteFacts notebook={notebook} record={state.record} body={state.body} editable={editable} />
              )}
              {noticed ? (
                <NoteNotices
                  note={state}
                  save={save}
                  trashed={trashed}
                  clashing={clashing}
                  actions={actions}
                  open={note}
                  box={box}
                  pane={pane}
                  onKeep={() => void keepAsNew(state.body)}
                />
              ) : null}
              {over({ body: state.body, surface: reads ? null : surface })}
              <div className={styles.text}>
                {other}
                {wrote ? (
                  <div hidden={reads}>
                    <NoteText
                      ref={meet}
                      body={state.body}
                      readOnly={!editable}
                      begin={begin}
                      onChange={note.type}
                      onTyping={note.typing}
                    />
                  </div>
                ) : null}
              </div>
              {below({ record: state.record, editable })}
            </>
          ) : null}
        </div>
      </div>
    </article>,
    { editable, placeOf },
  );
};
