import { useMemo } from 'react';
import { hitsIn } from '#src/notes/search-hits.ts';
import styles from './marked.module.css';

export interface MarkedProps {
  readonly text: string;
  /** Folded. */
  readonly wanted: readonly string[];
}

/** A text with what was searched for marked in it. */
export const Marked = ({ text, wanted }: MarkedProps) => {
  const pieces = useMemo(() => {
    const hits = hitsIn(text, wanted);
    return hits.map(({ from, to }, index) => ({
      before: text.slice(hits[index - 1]?.to ?? 0, from),
      hit: text.slice(from, to),
      to,
    }));
  }, [text, wanted]);
  return (
    <>
      {pieces.map(({ before, hit, to }) => (
        <span key={to}>
          {before}
          <mark className={styles.hit}>{hit}</mark>
        </span>
      ))}
      {text.slice(pieces.at(-1)?.to ?? 0)}
    </>
  );
};
