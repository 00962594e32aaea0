import { type ReactNode, useMemo } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Notebook, SyncStatus } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { CheckIcon, CloudIcon, OfflineIcon, WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { createTimeFormat, type TimeFormat } from '#src/ui/time-format.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { signInAddress } from './sign-in-address.ts';
import styles from './sync-summary.module.css';

/** The one quiet place that says how all notes stand, and leads to the ledger where there is something to see there. */
export const SyncSummary = ({ notebook, now }: { readonly notebook: Notebook; readonly now: number }) => {
  const status = useObservable(notebook.sync);
  const time = useMemo(() => createTimeFormat(), []);
  const { pathname, search } = useLocation();
  const { icon, tone } = looks[status.phase];
  const isDone = status.phase === 'idle' && status.waiting === 0;
  return (
    <div className={styles.summary}>
      <span className={classNames(styles.icon, isDone ? styles.good : tone)}>
        {isDone ? <CheckIcon size={18} /> : icon}
      </span>
      {status.phase === 'signed out' ? (
        <span>
          <Link to={signInAddress(pathname + search)}>Sign in again</Link> to send{' '}
          {status.waiting === 0 ? 'your notes' : <Link to="/unsent">{notes(status.waiting)}</Link>}
        </span>
      ) : status.waiting === 0 && status.phase !== 'trouble' ? (
        <span>{wordsOf(status, time, now)}</span>
      ) : (
        <Link className={styles.link} to="/unsent">
          {wordsOf(status, time, now)}
        </Link>
      )}
    </div>
  );
};

const notes = (count: number): string => (count === 1 ? '1 note' : `${count.toLocaleString()} notes`);

const looks: Readonly<Record<SyncStatus['phase'], { readonly icon: ReactNode; readonly tone?: string | undefined }>> = {
  idle: { icon: <CloudIcon size={18} /> },
  syncing: { icon: <Spinner /> },
  offline: { icon: <OfflineIcon size={18} /> },
  trouble: { icon: <WarningIcon size={18} />, tone: styles.trouble },
  'signed out': { icon: <WarningIcon size={18} />, tone: styles.trouble },
};

const wordsOf = ({ phase, waiting, offlineSince, failure }: SyncStatus, time: TimeFormat, now: number): string => {
  switch (phase) {
    case 'syncing':
      return waiting === 0 ? 'Looking for changes…' : `Sending ${notes(waiting)}…`;
    case 'offline': {
      const since = offlineSince === null ? '' : ` since ${time.since(offlineSince, now)}`;
      return waiting === 0
        ? `Offline${since}: notes are saved on this device`
        : `${notes(waiting)} waiting, offline${since}`;
    }
    case 'trouble':
      return waiting === 0 ? (failure?.message ?? 'Notes could not be fetched') : `${notes(waiting)} waiting: see why`;
    default:
      return waiting === 0 ? 'All notes saved' : `${notes(waiting)} waiting`;
  }
};
