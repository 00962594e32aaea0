import { useState } from 'react';
import type { StorageReport } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './storage.module.css';

interface PersistentStorageProps {
  readonly report: Pick<StorageReport, 'persist'>;
  /** null: the browser does not say. */
  readonly persisted: boolean | null;
  readonly keeps: boolean;
}

/** Whether the browser may remove the notes by itself, and a way to ask it not to. */
export const PersistentStorage = ({ report, persisted, keeps }: PersistentStorageProps) => {
  const { t } = useWords();
  const [answer, setAnswer] = useState<'granted' | 'refused' | null>(null);
  if (!keeps)
    return <p>{t('You chose not to keep notes on this computer: all of this goes when you close the tab.')}</p>;
  if (persisted === null) return null;
  const ask = async () => setAnswer((await report.persist()) ? 'granted' : 'refused');
  return (
    <div className={styles.persistent}>
      <p aria-live="polite">
        {persisted || answer === 'granted'
          ? t('The browser keeps your notes until you sign out or clear its data.')
          : answer === 'refused'
            ? t(
                'The browser did not promise it. It may do so once you have installed Satchel, or have used it for a while.',
              )
            : t('The browser may remove all of this when the disk is full. What AWS has comes back by itself.')}
      </p>
      {persisted || answer !== null ? null : (
        <div>
          <Button onClick={() => void ask()}>{t('Ask it to keep your notes')}</Button>
        </div>
      )}
    </div>
  );
};
