import { EmptyState } from '#src/ui/empty-state.tsx';
import { NotesIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './note-editor.module.css';

export const EditorLoading = () => {
  const { t } = useWords();
  return (
    <div className={styles.loading}>
      <VisuallyHidden>{t('Opening the note')}</VisuallyHidden>
      <Skeleton width="42%" />
      <Skeleton width="96%" />
      <Skeleton width="88%" />
      <Skeleton width="64%" />
    </div>
  );
};

export const NoteMissing = () => {
  const { t } = useWords();
  return (
    <div className={styles.centre}>
      <EmptyState icon={<SearchIcon size={26} />} title={t('This note is not here')}>
        {t('It was deleted for ever, or it has not reached this device yet. If it arrives, it opens here.')}
      </EmptyState>
    </div>
  );
};

/** The right pane while no note is open. */
export const NothingOpen = () => {
  const { t } = useWords();
  return (
    <div className={styles.nothing}>
      <NotesIcon size={44} />
      <p>{t('No note open')}</p>
    </div>
  );
};
