import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import { fuzzyBest } from '#src/notes/fuzzy.ts';
import { classNames } from '#src/ui/class-names.ts';
import { Key } from '#src/ui/key.tsx';
import { useModal } from '#src/ui/use-modal.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './palette.module.css';

/** Something that can be done or opened. */
export interface PaletteEntry {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  /** What stands on the keys that do the same, and the same for `aria-keyshortcuts`. */
  readonly keys?: { readonly shown: readonly string[]; readonly told: string };
  readonly onSelect: () => void;
}

export interface PaletteGroup {
  readonly name: string;
  readonly entries: readonly PaletteEntry[];
  /** How many are shown at most. */
  readonly most: number;
}

interface PaletteProps {
  readonly groups: readonly PaletteGroup[];
  /** For what is nowhere: searches the notes' texts. */
  readonly onSearch: (typed: string) => void;
  readonly onClose: () => void;
}

/** The command palette: one box for all that can be done and every note (WAI-ARIA Authoring Practices, "Combobox" with a listbox). */
export const Palette = ({ groups, onSearch, onClose }: PaletteProps) => {
  const { t, counted } = useWords();
  const dialog = useModal(onClose);
  const id = useId();
  const [typed, setTyped] = useState('');
  const settled = useDeferredValue(typed);
  const [wanted, setWanted] = useState(0);

  const shown = useMemo(() => {
    const found = groups
      .map(({ name, entries, most }) => ({ name, entries: fuzzyBest(settled, entries, (entry) => entry.name, most) }))
      .filter(({ entries }) => entries.length > 0);
    if (settled.trim() === '') return found;
    const search: PaletteEntry = {
      id: 'search-for',
      name: t('Search all notes for “{words}”', { words: settled.trim() }),
      onSelect: () => onSearch(settled.trim()),
    };
    return [...found, { name: t('Search'), entries: [search] }];
  }, [groups, settled, t, onSearch]);
  const all = shown.flatMap(({ entries }) => entries);
  const at = Math.min(wanted, all.length - 1);
  const optionId = (entry: PaletteEntry) => `${id}-${entry.id}`;

  const select = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    // The dialog gives the focus back before the action may take it elsewhere.
    dialog.current?.close();
    onClose();
    entry.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const go = (next: number) => {
      event.preventDefault();
      setWanted((next + all.length) % all.length);
      const entry = all[(next + all.length) % all.length];
      if (entry !== undefined) document.getElementById(optionId(entry))?.scrollIntoView({ block: 'nearest' });
    };
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'PageDown') go(Math.min(all.length - 1, at + 8));
    else if (event.key === 'PageUp') go(Math.max(0, at - 8));
    else if (event.key === 'Enter') {
      event.preventDefault();
      select(all[at]);
    }
  };
  const active = all[at];
  return (
    <dialog ref={dialog} className={styles.palette} aria-label={t('Command palette')}>
      <div className={styles.sheet}>
        <input
          className={styles.input}
          role="combobox"
          aria-label={t('Command or note')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : optionId(active)}
          placeholder={t('Do something, or open a note')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWanted(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div id={`${id}-list`} role="listbox" aria-label={t('Commands and notes')} className={styles.list}>
          {shown.map(({ name, entries }, group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, which no HTML element is
            <div key={name} role="group" aria-labelledby={`${id}-group-${group}`}>
              <p id={`${id}-group-${group}`} className={styles.group} aria-hidden="true">
                {name}
              </p>
              {entries.map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act in the box, which keeps the focus
                // biome-ignore lint/a11y/useFocusableInteractive: the box tells which option is active
                <div
                  key={entry.id}
                  id={optionId(entry)}
                  role="option"
                  aria-selected={entry === active}
                  aria-keyshortcuts={entry.keys?.told}
                  className={classNames(styles.option, entry === active && styles.active)}
                  onPointerMove={() => setWanted(all.indexOf(entry))}
                  onClick={() => select(entry)}
                >
                  <span className={styles.icon}>{entry.icon}</span>
                  <span className={styles.name} dir="auto">
                    {entry.name}
                  </span>
                  {entry.keys === undefined ? null : (
                    <span className={styles.keys} aria-hidden="true">
                      {entry.keys.shown.map((key) => (
                        <Key key={key}>{key}</Key>
                      ))}
                    </span>
                  )}
                </div>
              ))}
            </div>
          ))}
        </div>
        <div role="status">
          <VisuallyHidden>{counted(all.length, '1 result', '{count} results')}</VisuallyHidden>
        </div>
      </div>
    </dialog>
  );
};
