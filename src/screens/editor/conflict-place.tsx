import { useMemo } from 'react';
import type { ConflictBlock, ConflictChoice } from '#src/notes/conflict-block.ts';
import { textDiff } from '#src/notes/text-diff.ts';
import { DiffText } from '#src/ui/diff-text.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './conflict-banner.module.css';
import { KeepButtons, type Place } from './keep-buttons.tsx';

interface ConflictPlaceProps {
  readonly block: ConflictBlock;
  /** Which of several; null where it is the only one. */
  readonly place: Place | null;
  readonly onChoose: (choice: ConflictChoice) => void;
}

/** One place of the text in both versions, with what differs marked, and the ways to decide. */
export const ConflictPlace = ({ block: { mine, theirs }, place, onChoose }: ConflictPlaceProps) => {
  const { t } = useWords();
  const name = place === null ? null : t('Place {number} of {of}', place);
  const pieces = useMemo(() => textDiff(mine, theirs), [mine, theirs]);
  const versions = [
    { title: t('First version'), view: 'before', text: mine },
    { title: t('Second version'), view: 'after', text: theirs },
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
            aria-label={name === null ? title : t('{version}, {place}', { version: title, place: name })}
          >
            <p className={styles.label}>{title}</p>
            {text.trim() === '' ? (
              <p className={styles.nothing}>{t('Nothing here')}</p>
            ) : (
              <DiffText pieces={pieces} view={view} />
            )}
          </section>
        ))}
      </div>
      <KeepButtons of={place} onChoose={onChoose} />
    </div>
  );
};
