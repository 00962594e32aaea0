import { Fragment, useMemo } from 'react';
import { hitsIn } from '#src/notes/search-hits.ts';
import styles from './marked.module.css';

export interface MarkedProps {
  readonly text: string;
  /** Folded. */
  readonly wanted: readonly string[];
}

/** A text with what was searched for marked in it. */
export const Marked = ({ text, wanted }: MarkedProps) => {
  const hits = useMemo(() => hitsIn(text, wanted), [text, wanted]);
  return (
    <>
      {hits.map(({ from, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: with a letter more, the same elements get other texts, which costs least
        <Fragment key={index}>
          {text.slice(hits[index - 1]?.to ?? 0, from)}
          <mark className={styles.hit}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.to ?? 0)}
    </>
  );
};
