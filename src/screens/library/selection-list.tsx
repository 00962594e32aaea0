import { type KeyboardEvent, useRef, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { untitled } from '#src/notes/untitled.ts';
import type { Notebook } from '#src/services.ts';
import { VirtualList } from '#src/ui/virtual-list.tsx';
import { useWords } from '#src/words/use-words.ts';
import { stepOf } from './list-keys.ts';
import { selectButtonId } from './list-tools.tsx';
import type { SelectionBegin } from './row-selecting.ts';
import styles from './selection.module.css';
import { SelectionBar } from './selection-bar.tsx';

interface SelectionListProps {
  readonly notebook: Notebook;
  readonly notes: readonly NoteSummary[];
  readonly trash: boolean;
  readonly now: number;
  readonly onExport: (ids: readonly NoteId[]) => void;
  readonly onClose: () => void;
  /** The note that it begins with. */
  readonly begin: SelectionBegin | undefined;
  readonly open: NoteId | null;
}

/** The notes from one row to another, in either direction. */
const between = (notes: readonly NoteSummary[], one: number, other: number): readonly NoteId[] =>
  notes.slice(Math.min(one, other), Math.max(one, other) + 1).map(({ id }) => id);

/** What is selected at first, the row that has the focus, and the one that Shift reaches from. */
const firstOf = (notes: readonly NoteSummary[], begin: SelectionBegin | undefined, open: NoteId | null) => {
  const at = begin === undefined ? -1 : notes.findIndex(({ id }) => id === begin.id);
  if (at === -1) return { ids: new Set<NoteId>(), at: undefined, anchor: 0 };
  const openAt = begin?.reach ? notes.findIndex(({ id }) => id === open) : -1;
  const anchor = openAt === -1 ? at : openAt;
  return { ids: new Set(between(notes, anchor, at)), at, anchor };
};

/** The list while notes are being selected: a box for each, and what can be done with all that are ticked. */
export const SelectionList = ({ notebook, notes, trash, now, onExport, onClose, begin, open }: SelectionListProps) => {
  const { t } = useWords();
  const [first] = useState(() => firstOf(notes, begin, open));
  const [ids, setIds] = useState<ReadonlySet<NoteId>>(first.ids);
  const anchor = useRef(first.anchor);
  const selected = notes.filter(({ id }) => ids.has(id));

  const end = () => {
    document.getElementById(selectButtonId)?.focus();
    onClose();
  };
  const selectTo = (index: number) => {
    setIds(new Set([...ids, ...between(notes, anchor.current, index)]));
  };
  const toggle = (index: number, id: NoteId) => {
    anchor.current = index;
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    setIds(next);
  };
  const selectAll = () => setIds(new Set(notes.map(({ id }) => id)));

  const onKeys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLElement && event.target.closest('dialog') !== null) return;
    if (event.key === 'Escape') return end();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      return selectAll();
    }
    const row = event.target instanceof HTMLElement ? event.target.closest('[data-index]') : null;
    if (!event.shiftKey || row === null || !event.key.startsWith('Arrow')) return;
    const at = Number(row.getAttribute('data-index'));
    if (selected.length === 0) anchor.current = at;
    const next = stepOf(event.key, at, notes.length, false);
    if (next !== null) selectTo(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would have to be undressed to hold a list that scrolls
    <div role="group" aria-label={t('Selecting notes')} className={styles.pane} onKeyDownCapture={onKeys}>
      <SelectionBar
        notebook={notebook}
        selected={selected}
        trash={trash}
        now={now}
        onAll={selectAll}
        onExport={onExport}
        onEnd={end}
      />
      <VirtualList
        label={t('Notes')}
        count={notes.length}
        start={first.at}
        estimatedHeight={64}
        keyOf={(index) => notes[index]?.id ?? index}
        step={(key, from) => stepOf(key, from, notes.length, false)}
        render={(index) => {
          const note = notes[index];
          if (note === undefined) return null;
          return (
            <label className={styles.row}>
              <input
                type="checkbox"
                className={styles.box}
                checked={ids.has(note.id)}
                onChange={(event) => {
                  const { nativeEvent } = event;
                  if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey) selectTo(index);
                  else toggle(index, note.id);
                }}
              />
              <span className={styles.text} dir="auto">
                <span className={styles.title}>{note.title === untitled ? t(untitled) : note.title}</span>
                {note.snippet === '' ? null : (
                  <span className={styles.snippet} aria-hidden="true">
                    {note.snippet}
                  </span>
                )}
              </span>
            </label>
          );
        }}
      />
    </div>
  );
};
