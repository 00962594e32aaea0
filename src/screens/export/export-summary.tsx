import { useWords } from '#src/words/use-words.ts';
import type { Exported } from './export-notes.ts';
import styles from './export-summary.module.css';
import { exportedWords, missingNames, missingWords } from './export-words.ts';

/** What has been exported, and what has not. */
export const ExportSummary = ({ exported }: { readonly exported: Exported }) => {
  const words = useWords();
  const { missing } = exported;
  if (missing.length === 0) return <p className={styles.exported}>{exportedWords(exported, words)}</p>;
  return (
    <>
      <p className={styles.exported}>{exportedWords(exported, words)}</p>
      <p>{missingWords(missing.length, words)}</p>
      <dl className={styles.missing}>
        {[...missingNames(missing, words)].map(([reason, names]) => (
          <div key={reason}>
            <dt className={styles.names}>{names}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
      <p>{words.t('The zip file lists them in “{file}”.', { file: words.t('Not exported.txt') })}</p>
    </>
  );
};
