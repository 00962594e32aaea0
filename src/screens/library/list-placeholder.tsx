import { Skeleton } from '#src/ui/skeleton.tsx';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './list-placeholder.module.css';

const widths = ['60%', '45%', '70%', '52%', '64%', '40%'];

/** What stands in the list's place while the device's copy is being read. */
export const ListPlaceholder = () => {
  const { t } = useWords();
  return (
    <div className={styles.loading}>
      <VisuallyHidden>{t('Reading your notes')}</VisuallyHidden>
      {widths.map((width) => (
        <div key={width} className={styles.placeholder}>
          <Skeleton width={width} />
          <Skeleton width="92%" />
        </div>
      ))}
    </div>
  );
};
