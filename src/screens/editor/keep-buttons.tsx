import type { ConflictChoice } from '#src/notes/conflict-block.ts';
import { Button } from '#src/ui/button.tsx';
import styles from './conflict-banner.module.css';

interface KeepButtonsProps {
  /** Where, for those who do not see it; null where there is one place alone. */
  readonly of: string | null;
  readonly onChoose: (choice: ConflictChoice) => void;
}

const words = [
  ['mine', 'Keep the first'],
  ['theirs', 'Keep the second'],
  ['both', 'Keep both'],
] as const;

/** The ways to decide. They are named as the marks in the text are, since "mine" is another one on every device. */
export const KeepButtons = ({ of, onChoose }: KeepButtonsProps) => (
  <div className={styles.buttons}>
    {words.map(([choice, label]) => (
      <Button
        key={choice}
        size="small"
        aria-label={of === null ? undefined : `${label} ${of}`}
        onClick={() => onChoose(choice)}
      >
        {label}
      </Button>
    ))}
  </div>
);
