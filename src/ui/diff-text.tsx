import styles from './diff-text.module.css';

/** A stretch of two compared texts. */
interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

interface DiffTextProps {
  readonly pieces: readonly Piece[];
  /** Both texts in one, or one of them alone with what the other has not. */
  readonly view: 'both' | 'before' | 'after';
}

const elements = {
  both: { same: 'span', removed: 'del', added: 'ins' },
  before: { same: 'span', removed: 'mark', added: null },
  after: { same: 'span', removed: null, added: 'mark' },
} as const;

/** Text with its differences marked: by element, by line or underline, and by colour. */
export const DiffText = ({ pieces, view }: DiffTextProps) => (
  <div className={styles.text} dir="auto">
    {pieces.map(({ kind, text }, index) => {
      const Element = elements[view][kind];
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else to be told by, and hold no state
      return Element === null ? null : <Element key={index}>{text}</Element>;
    })}
  </div>
);
