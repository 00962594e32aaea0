import { useState } from 'react';
import type { AppUpdates } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './session-notice.module.css';

/** Offers the new version of the app that has arrived. */
export const UpdateNotice = ({ updates }: { readonly updates: AppUpdates }) => {
  const { t } = useWords();
  const ready = useObservable(updates.ready);
  const [state, setState] = useState<'offered' | 'going' | 'refused'>('offered');
  const take = async () => {
    setState('going');
    setState((await updates.take()) ? 'going' : 'refused');
  };
  return (
    <div role="status" aria-label={t('App version')}>
      {ready ? (
        <div className={styles.notice}>
          <Notice
            tone="info"
            title={t('A new version is ready')}
            actions={
              <Button size="small" disabled={state === 'going'} onClick={() => void take()}>
                {t('Reload')}
              </Button>
            }
          >
            {state === 'refused'
              ? t('Not yet: a file is still on its way, or something is not saved. Try again in a moment.')
              : t('What you have written is saved first.')}
          </Notice>
        </div>
      ) : null}
    </div>
  );
};
