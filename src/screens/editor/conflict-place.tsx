import { useMemo } from 'react';
import type { ConflictBlock, ConflictChoice } from '#src/notes/conflict-block.ts';
import { textDiff } from '#src/notes/text-diff.ts';
import { DiffText } from '#src/ui/diff-text.tsx';
import styles from './conflict-banner.module.css';
import { KeepButtons } from './keep-buttons.tsx';

interface ConflictPlaceProps {
  readonly block: ConflictBlock;
  /** Which of several; null where it is the only one. */
  readonly name: string | null;
  readonly onChoose: (choice: ConflictChoice) => void;
}

/** One place of the text in both versions, with what differs marked, and the ways to decide. */
export const ConflictPlace = ({ block: { mine, theirs }, name, onChoose }: ConflictPlaceProps) => {
  const pieces = useMemo(() => textDiff(mine, theirs), [mine, theirs]);
  const versions = [
    { title: 'First version', view: 'before', text: mine },
    { title: 'Second version', view: 'after', text: theirs },
  ] as const;
  return (
    <div className={styles.group}>
      {name === null ? null : <h4 className={styles.place}>{name}</h4>}
      <div className={styles.versions}>
        {versions.map(({ title, view, text }) => (
          <section
            key={view}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long version is scrolled, by the keyboard as well
            tabIndex={0}
            className={styles.version}
            aria-label={name === null ? title : `${title}, ${name}`}
          >
            <p className={styles.label}>{title}</p>
            {text.trim() === '' ? (
              <p className={styles.nothing}>Nothing here</p>
            ) : (
              <DiffText pieces={pieces} view={view} />
            )}
          </section>
        ))}
      </div>
      <KeepButtons of={name === null ? null : `in place ${name.replace(/^Place /, '')}`} onChoose={onChoose} />
    </div>
  );
};
