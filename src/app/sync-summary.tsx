import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Notebook, SyncStatus } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { CheckIcon, CloudIcon, OfflineIcon, WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { signInAddress } from './sign-in-address.ts';
import styles from './sync-summary.module.css';

/** The one quiet place that says how all notes stand. */
export const SyncSummary = ({ notebook }: { readonly notebook: Notebook }) => {
  const status = useObservable(notebook.sync);
  const { pathname, search } = useLocation();
  const { icon, tone, words } = summaryOf(status, signInAddress(pathname + search));
  return (
    <div className={styles.summary}>
      <span className={classNames(styles.icon, tone)}>{icon}</span>
      <span>{words}</span>
    </div>
  );
};

const notes = (count: number): string => (count === 1 ? '1 note' : `${count.toLocaleString()} notes`);

interface Summary {
  readonly icon: ReactNode;
  readonly tone?: string | undefined;
  readonly words: ReactNode;
}

const summaryOf = ({ phase, waiting, failure }: SyncStatus, signIn: string): Summary => {
  switch (phase) {
    case 'signed out':
      return {
        icon: <WarningIcon size={18} />,
        tone: styles.trouble,
        words: (
          <>
            <Link to={signIn}>Sign in again</Link> to send your notes
          </>
        ),
      };
    case 'offline':
      return {
        icon: <OfflineIcon size={18} />,
        words:
          waiting === 0 ? 'Offline: notes are saved on this device' : `Offline: ${notes(waiting)} saved on this device`,
      };
    case 'trouble':
      return {
        icon: <WarningIcon size={18} />,
        tone: styles.trouble,
        words: (
          <>
            {waiting === 0 ? (failure?.message ?? 'Notes could not be fetched') : `${notes(waiting)} waiting`}.{' '}
            <Link to="/help">See why</Link>
          </>
        ),
      };
    case 'syncing':
      return { icon: <Spinner />, words: waiting === 0 ? 'Looking for changes…' : `Sending ${notes(waiting)}…` };
    case 'idle':
      return waiting === 0
        ? { icon: <CheckIcon size={18} />, tone: styles.good, words: 'All notes saved' }
        : { icon: <CloudIcon size={18} />, words: `${notes(waiting)} waiting` };
  }
};
