import type { SyncStatus } from '#src/services.ts';
import type { TimeFormat } from '#src/ui/time-format.ts';

/** How it stands between this device and AWS. */
export const phaseWords = ({ phase, offlineSince, syncedAt, failure }: SyncStatus, time: TimeFormat, now: number) => {
  switch (phase) {
    case 'idle':
    case 'syncing':
      return syncedAt === null
        ? 'Connected to AWS.'
        : `Connected to AWS. Everything was in step at ${time.full(syncedAt)}.`;
    case 'offline':
      return offlineSince === null ? 'Offline.' : `Offline since ${time.since(offlineSince, now)}.`;
    case 'trouble':
      return failure?.message ?? 'AWS does not take what is sent.';
    case 'signed out':
      return 'The session is over. Sign in again to send your notes.';
  }
};
