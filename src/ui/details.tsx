import { useWords } from '#src/words/use-words.ts';
import styles from './details.module.css';

/** The original words of an error, folded away. */
export const Details = ({ children }: { readonly children: string }) => {
  const { t } = useWords();
  return (
    <details className={styles.details}>
      <summary>{t('Details')}</summary>
      <pre>{children}</pre>
    </details>
  );
};
