import type { Failure } from '#src/notes/result.ts';

/** What sync is doing, for the one place on screen that sums it up. */
export interface SyncStatus {
  readonly phase: 'idle' | 'syncing' | 'offline' | 'trouble' | 'signed out';
  /** Notes with something unsent. */
  readonly waiting: number;
  /** When the last whole round (push and pull) ended well; ms. */
  readonly syncedAt: number | null;
  /** Why the phase is not `idle`: the round's failure, or else that of a note that is not through. */
  readonly failure: Failure<string> | null;
}
