import { useMemo } from 'react';
import { bodyOf } from '#src/notes/note-document.ts';
import { textDiff } from '#src/notes/text-diff.ts';
import { DiffText } from '#src/ui/diff-text.tsx';
import { useWords, withParts } from '#src/words/use-words.ts';
import { besidesText } from './besides-text.ts';
import { folded } from './folded.ts';
import styles from './history.module.css';
import { UnchangedLines } from './unchanged-lines.tsx';

interface ComparisonProps {
  /** Whole documents. */
  readonly older: string;
  readonly present: string;
}

/** Line ends of another system are no difference to a person. */
const shownOf = (text: string): string => bodyOf(text).replace(/\r\n?/g, '\n');

/** The older text with what the present one has otherwise: what went since is struck out, what came is underlined. */
export const Comparison = ({ older, present }: ComparisonProps) => {
  const folds = useMemo(() => folded(textDiff(shownOf(older), shownOf(present))), [older, present]);
  const words = useWords();
  const { t } = words;
  const besides = besidesText(older, present, words);
  const isSame = folds.every((fold) => fold.kind === 'hidden' || fold.pieces.every(({ kind }) => kind === 'same'));
  return (
    <>
      <p className={styles.legend}>
        {isSame
          ? t('There is no difference to the text as it is now.')
          : withParts(
              t('<del>Struck out</del>: in this version, not now. <ins>Underlined</ins>: now, not in this version.'),
              {
                del: (text) => <del>{text}</del>,
                ins: (text) => <ins>{text}</ins>,
              },
            )}
        {besides.map((sentence) => ` ${sentence}`)}
      </p>
      <div className={styles.paper}>
        {folds.map((fold, index) =>
          fold.kind === 'shown' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never move
            <DiffText key={index} view="both" pieces={fold.pieces} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never move
            <UnchangedLines key={index} text={fold.text} lines={fold.lines} />
          ),
        )}
        {folds.length === 0 ? <p className={styles.nothing}>{t('No text')}</p> : null}
      </div>
    </>
  );
};
