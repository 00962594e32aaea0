import type { SyncStatus } from '#src/services.ts';
import type { TimeFormat } from '#src/ui/time-format.ts';
import type { Words } from '#src/words/words.ts';

/** How it stands between this device and AWS. */
export const phaseWords = (
  { phase, offlineSince, syncedAt, failure }: SyncStatus,
  time: TimeFormat,
  now: number,
  { t, told }: Words,
): string => {
  switch (phase) {
    case 'idle':
    case 'syncing':
      return syncedAt === null
        ? t('Connected to AWS.')
        : t('Connected to AWS. Everything was in step at {time}.', { time: time.full(syncedAt) });
    case 'offline':
      return offlineSince === null
        ? t('Offline.')
        : t('Offline since {time}.', { time: time.since(offlineSince, now) });
    case 'trouble':
      return failure === null ? t('AWS does not take what is sent.') : told(failure);
    case 'signed out':
      return t('The session is over. Sign in again to send your notes.');
  }
};
