import type { Notebook } from '#src/services.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './session-notice.module.css';

/** Says, for as long as it is so, that the tutorial's backend cannot list more notes than there are. */
export const LongListNotice = ({ notebook }: { readonly notebook: Notebook }) => {
  const { t } = useWords();
  const { longList } = useObservable(notebook.sync);
  if (!longList) return null;
  return (
    <div className={styles.notice}>
      <Notice tone="warning" title={t('Other devices may not see every note')}>
        {t(
          'Your notes come near 1 MB, the most that this notes API lists at once. Nothing is lost. Delete for ever what you no longer need, or put Satchel’s own notes function (infra/notes-api) in the place of the tutorial’s: it has no such limit.',
        )}
      </Notice>
    </div>
  );
};
