import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './attachments.module.css';

/** How far the photos are that are made smaller; at least one. */
export const Shrinking = ({ done, all }: { readonly done: number; readonly all: number }) => {
  const { t, counted } = useWords();
  const what = counted(all, 'Making 1 photo smaller', 'Making {count} photos smaller');
  return (
    <div className={styles.news}>
      <p className={styles.told} role="status">
        {t('{what}. Keep this tab open until they are in the note.', { what })}
      </p>
      <ProgressBar label={what} value={done / all} />
    </div>
  );
};
