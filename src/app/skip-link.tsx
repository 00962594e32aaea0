import { useWords } from '#src/words/use-words.ts';
import styles from './skip-link.module.css';

export const SkipLink = () => {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page, and a fragment in the address would be a visit of its own
    <a
      className={styles.skip}
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {t('Skip to content')}
    </a>
  );
};
