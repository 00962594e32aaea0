import { type ReactNode, useMemo } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Notebook, SyncStatus } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { CheckIcon, CloudIcon, WarningIcon } from '#src/ui/icons.tsx';
import { OfflineIcon } from '#src/ui/later-icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { createTimeFormat, type TimeFormat } from '#src/ui/time-format.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords, withParts } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import { signInAddress } from './sign-in-address.ts';
import styles from './sync-summary.module.css';

/** The one quiet place that says how all notes stand, and leads to the ledger where there is something to see there. */
export const SyncSummary = ({ notebook, now }: { readonly notebook: Notebook; readonly now: number }) => {
  const status = useObservable(notebook.sync);
  const files = useObservable(notebook.files.uploads).length;
  const words = useWords();
  const { t, counted, locale } = words;
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  const { pathname, search } = useLocation();
  const { icon, tone } = looks[status.phase];
  const isIdle = status.phase === 'idle' && status.waiting === 0;
  const isDone = isIdle && files === 0;
  return (
    <div className={styles.summary}>
      <span className={classNames(styles.icon, isDone ? styles.good : tone)}>
        {isDone ? <CheckIcon size={18} /> : icon}
      </span>
      {status.phase === 'signed out' ? (
        <span>
          {withParts(
            status.waiting === 0
              ? t('<again>Sign in again</again> to send your notes')
              : counted(
                  status.waiting,
                  '<again>Sign in again</again> to send <notes>1 note</notes>',
                  '<again>Sign in again</again> to send <notes>{count} notes</notes>',
                ),
            {
              again: (text) => <Link to={signInAddress(pathname + search)}>{text}</Link>,
              notes: (text) => <Link to="/unsent">{text}</Link>,
            },
          )}
        </span>
      ) : isIdle && !isDone ? (
        <Link className={styles.link} to="/unsent">
          {counted(files, '1 file on its way', '{count} files on their way')}
        </Link>
      ) : status.waiting === 0 && status.phase !== 'trouble' ? (
        <span>{wordsOf(status, time, now, words)}</span>
      ) : (
        <Link className={styles.link} to="/unsent">
          {wordsOf(status, time, now, words)}
        </Link>
      )}
    </div>
  );
};

const looks: Readonly<Record<SyncStatus['phase'], { readonly icon: ReactNode; readonly tone?: string | undefined }>> = {
  idle: { icon: <CloudIcon size={18} /> },
  syncing: { icon: <Spinner /> },
  offline: { icon: <OfflineIcon size={18} /> },
  trouble: { icon: <WarningIcon size={18} />, tone: styles.trouble },
  'signed out': { icon: <WarningIcon size={18} />, tone: styles.trouble },
};

const wordsOf = (
  { phase, waiting, offlineSince, failure }: SyncStatus,
  time: TimeFormat,
  now: number,
  { t, told, counted }: Words,
): string => {
  const notes = counted(waiting, '1 note', '{count} notes');
  switch (phase) {
    case 'syncing':
      return waiting === 0 ? t('Looking for changes…') : t('Sending {notes}…', { notes });
    case 'offline': {
      if (offlineSince === null) {
        return waiting === 0 ? t('Offline: notes are saved on this device') : t('{notes} waiting, offline', { notes });
      }
      const since = time.since(offlineSince, now);
      return waiting === 0
        ? t('Offline since {since}: notes are saved on this device', { since })
        : t('{notes} waiting, offline since {since}', { notes, since });
    }
    case 'trouble':
      return waiting === 0
        ? failure === null
          ? t('Notes could not be fetched')
          : told(failure)
        : t('{notes} waiting: see why', { notes });
    default:
      return waiting === 0 ? t('All notes saved') : t('{notes} waiting', { notes });
  }
};
