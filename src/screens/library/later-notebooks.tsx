import type { ComponentProps } from 'react';
import { Link } from 'react-router-dom';
import { classNames } from '#src/ui/class-names.ts';
import { ImageIcon } from '#src/ui/later-icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import own from './later-notebooks.module.css';
import styles from './notebooks.module.css';
import { SavedSearches } from './saved-searches.tsx';

/** What comes between the fixed notebooks and the tags: the list is there before it. */
export const LaterNotebooks = (props: ComponentProps<typeof SavedSearches>) => {
  const { t } = useWords();
  return (
    <>
      <div className={classNames(styles.row, own.next)}>
        <Link className={styles.link} to="/pictures">
          <ImageIcon size={18} />
          <span className={styles.name}>{t('Pictures')}</span>
        </Link>
      </div>
      <SavedSearches {...props} />
    </>
  );
};
