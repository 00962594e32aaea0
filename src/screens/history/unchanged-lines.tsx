import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { DiffText } from '#src/ui/diff-text.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './history.module.css';

interface UnchangedLinesProps {
  readonly text: string;
  readonly lines: number;
}

/** Lines that both versions have, shown on demand. */
export const UnchangedLines = ({ text, lines }: UnchangedLinesProps) => {
  const { counted } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className={styles.unchanged}
        size="small"
        variant="quiet"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {counted(lines, '1 unchanged line', '{count} unchanged lines')}
      </Button>
      {open ? <DiffText view="both" pieces={[{ kind: 'same', text }]} /> : null}
    </>
  );
};
