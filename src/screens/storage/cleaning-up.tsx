import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CleanedUp, Orphan, StorageReport } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './storage.module.css';

interface CleaningUpProps {
  readonly orphans: readonly Orphan[];
  readonly report: StorageReport;
  /** ms */
  readonly timeToUndo: number;
  /** null: it was taken back in time. */
  readonly onEnd: (cleaned: CleanedUp | null) => void;
}

/** First time to take it back, then the deletion, which can be ended between any two files. Leaving the page ends either. */
export const CleaningUp = ({ orphans, report, timeToUndo, onEnd }: CleaningUpProps) => {
  const { t, counted } = useWords();
  const [done, setDone] = useState<{ readonly files: number; readonly all: number } | null>(null);
  const ending = useRef<AbortController | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);

  const run = useEffectEvent(async (stop: AbortController) => {
    setDone({ files: 0, all: orphans.length });
    const cleaned = await report
      .cleanUp(orphans, {
        signal: stop.signal,
        onProgress: (files, all) => setDone({ files, all: all ?? orphans.length }),
      })
      .catch(closed);
    if (ending.current === stop) onEnd(cleaned);
  });
  useEffect(() => {
    const stop = new AbortController();
    ending.current = stop;
    const timer = setTimeout(() => void run(stop), timeToUndo);
    return () => {
      clearTimeout(timer);
      stop.abort();
      ending.current = null;
    };
  }, [timeToUndo]);

  return (
    <div className={styles.asking}>
      <p className={styles.progress} role="status">
        <Spinner />
        {done === null
          ? counted(
              orphans.length,
              '1 file will be deleted in 10 seconds. It stays if you leave this page before.',
              '{count} files will be deleted in 10 seconds. They stay if you leave this page before.',
            )
          : t('Deleting: {done} of {all}', { done: done.files, all: done.all })}
      </p>
      {done === null ? null : <ProgressBar label={t('Files deleted')} value={done.files / done.all} />}
      <div>
        <Button ref={button} onClick={() => (done === null ? onEnd(null) : ending.current?.abort())}>
          {done === null ? t('Undo') : t('Cancel')}
        </Button>
      </div>
    </div>
  );
};

/** The device's copy is closed or broken, of which the list of notes tells. */
const closed = (): CleanedUp => ({ deleted: [], spared: 0, failure: null });
