import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { DiffText } from '#src/ui/diff-text.tsx';
import styles from './history.module.css';

interface UnchangedLinesProps {
  readonly text: string;
  readonly lines: number;
}

/** Lines that both versions have, shown on demand. */
export const UnchangedLines = ({ text, lines }: UnchangedLinesProps) => {
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
        {lines.toLocaleString()} unchanged lines
      </Button>
      {open ? <DiffText view="both" pieces={[{ kind: 'same', text }]} /> : null}
    </>
  );
};
