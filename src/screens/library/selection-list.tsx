import { type KeyboardEvent, useRef, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { untitled } from '#src/notes/untitled.ts';
import type { Notebook } from '#src/services.ts';
import { VirtualList } from '#src/ui/virtual-list.tsx';
import { useWords } from '#src/words/use-words.ts';
import { stepOf } from './list-keys.ts';
import { selectButtonId } from './list-tools.tsx';
import styles from './selection.module.css';
import { SelectionBar } from './selection-bar.tsx';

interface SelectionListProps {
  readonly notebook: Notebook;
  readonly notes: readonly NoteSummary[];
  readonly trash: boolean;
  readonly now: number;
  readonly onExport: (ids: readonly NoteId[]) => void;
  readonly onEnd: () => void;
}

/** The list while notes are being selected: a box for each, and what can be done with all that are ticked. */
export const SelectionList = ({ notebook, notes, trash, now, onExport, onEnd }: SelectionListProps) => {
  const { t } = useWords();
  const [ids, setIds] = useState<ReadonlySet<NoteId>>(new Set());
  const anchor = useRef(0);
  const selected = notes.filter(({ id }) => ids.has(id));

  const end = () => {
    document.getElementById(selectButtonId)?.focus();
    onEnd();
  };
  const selectTo = (index: number) => {
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    setIds(new Set([...ids, ...notes.slice(from, to + 1).map(({ id }) => id)]));
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
