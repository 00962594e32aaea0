import type { ConflictChoice } from '#src/notes/conflict-block.ts';
import { Button } from '#src/ui/button.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './conflict-banner.module.css';

/** One of several places in the text; from 1. */
export interface Place {
  readonly number: number;
  readonly of: number;
}

interface KeepButtonsProps {
  /** Where, for those who do not see it; null where there is one place alone. */
  readonly of: Place | 'all' | null;
  readonly onChoose: (choice: ConflictChoice) => void;
}

const words = [
  ['mine', 'Keep the first', 'Keep the first in place {number} of {of}', 'Keep the first in all places'],
  ['theirs', 'Keep the second', 'Keep the second in place {number} of {of}', 'Keep the second in all places'],
  ['both', 'Keep both', 'Keep both in place {number} of {of}', 'Keep both in all places'],
] as const;

/** The ways to decide. They are named as the marks in the text are, since "mine" is another one on every device. */
export const KeepButtons = ({ of, onChoose }: KeepButtonsProps) => {
  const { t } = useWords();
  return (
    <div className={styles.buttons}>
      {words.map(([choice, label, inPlace, everywhere]) => (
        <Button
          key={choice}
          size="small"
          aria-label={of === null ? undefined : of === 'all' ? t(everywhere) : t(inPlace, { ...of })}
          onClick={() => onChoose(choice)}
        >
          {t(label)}
        </Button>
      ))}
    </div>
  );
};
