import { useId, useRef } from 'react';
import { type ConflictChoice, conflictBlocks, resolveConflicts } from '#src/notes/conflict-block.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './conflict-banner.module.css';
import { ConflictPlace } from './conflict-place.tsx';
import { KeepButtons } from './keep-buttons.tsx';

interface ConflictBannerProps {
  /** The note's text as it is in the editor. */
  readonly body: string;
  readonly onChoose: (body: string, choice: ConflictChoice) => void;
}

/** Stays over the text while two versions of a place stand in it, and shows them side by side. */
export const ConflictBanner = ({ body, onChoose }: ConflictBannerProps) => {
  const { t, counted } = useWords();
  const id = useId();
  const banner = useRef<HTMLElement>(null);
  const blocks = conflictBlocks(body);
  if (blocks.length === 0) return null;

  const choose = (choice: ConflictChoice, at?: number) => {
    // The place goes, and with it the button that the focus is on.
    banner.current?.focus({ preventScroll: true });
    onChoose(resolveConflicts(body, choice, at), choice);
  };
  return (
    <section ref={banner} tabIndex={-1} className={styles.banner} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        <WarningIcon />
        {t('Changed in two places at once')}
      </h3>
      <p>
        {t(
          'Both versions stand in the text below, between marks. Choose here, or edit the text yourself. The first is from the device that brought the two together, the second from the other one.',
        )}
      </p>
      {blocks.map((block, at) => (
        <ConflictPlace
          key={block.start}
          block={block}
          place={blocks.length === 1 ? null : { number: at + 1, of: blocks.length }}
          onChoose={(choice) => choose(choice, at)}
        />
      ))}
      {blocks.length === 1 ? null : (
        <div className={styles.all}>
          <h4 className={styles.place}>{counted(blocks.length, '1 place', 'All {count} places')}</h4>
          <KeepButtons of="all" onChoose={(choice) => choose(choice)} />
        </div>
      )}
    </section>
  );
};
