import type { Failure } from '#src/notes/result.ts';
import { createValue, type Observable } from './observable-value.ts';

/** What sync is doing, for the one place on screen that sums it up. */
export interface SyncStatus {
  readonly phase: 'idle' | 'syncing' | 'offline' | 'trouble' | 'signed out';
  /** Notes with something unsent. */
  readonly waiting: number;
  /** Since when AWS has not been reached; ms, null where it can be. */
  readonly offlineSince: number | null;
  /** When the last whole round (push and pull) ended well; ms. */
  readonly syncedAt: number | null;
  /** The list of notes on AWS is near the most that it tells: other devices may not see every note. */
  readonly longList: boolean;
  /** Why the phase is not `idle`: the round's failure, or else that of a note that is not through. */
  readonly failure: Failure<string> | null;
}

/** Before the first round. */
export const nothingYet: SyncStatus = {
  phase: 'idle',
  waiting: 0,
  offlineSince: null,
  syncedAt: null,
  longList: false,
  failure: null,
};

/** The status, and the way to change a part of it. */
export function createSyncStatus(): {
  readonly status: Observable<SyncStatus>;
  readonly show: (part: Partial<SyncStatus>) => void;
} {
  const status = createValue<SyncStatus>(nothingYet);
  return {
    status,
    show(part) {
      const before = status.get();
      const { phase, waiting, offlineSince, syncedAt, longList, failure } = { ...before, ...part };
      const isSame =
        phase === before.phase &&
        waiting === before.waiting &&
        offlineSince === before.offlineSince &&
        syncedAt === before.syncedAt &&
        longList === before.longList &&
        failure === before.failure;
      if (!isSame) status.set({ phase, waiting, offlineSince, syncedAt, longList, failure });
    },
  };
}
