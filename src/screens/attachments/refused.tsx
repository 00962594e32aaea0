import { Link } from 'react-router-dom';
import { Button } from '#src/ui/button.tsx';
import { CopyText } from '#src/ui/copy-text.tsx';
import { Details } from '#src/ui/details.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './refused.module.css';
import { type Refusal, refusedDetails, refusedSentence } from './refused-words.ts';

/** Why AWS does not give out a file, or take it, and what can be done. `onRetry`: null where that stands elsewhere. */
export const Refused = ({ onRetry, ...refusal }: Refusal & { readonly onRetry: (() => void) | null }) => {
  const words = useWords();
  const { t } = words;
  const details = refusedDetails(refusal, words);
  return (
    <div className={styles.refused}>
      <p className={styles.told}>{t(refusedSentence(refusal))}</p>
      <Details>{details}</Details>
      <div className={styles.buttons}>
        {onRetry === null ? null : (
          <Button size="small" onClick={onRetry}>
            {t('Try again')}
          </Button>
        )}
        <Link to="/help">{t('Check the connection')}</Link>
        <CopyText text={details} label={t('Copy details')} />
      </div>
    </div>
  );
};
