import type { AwsFailure } from '#src/aws/aws-failure.ts';

/** What sync is doing, for the one place on screen that sums it up. */
export interface SyncStatus {
  readonly phase: 'idle' | 'syncing' | 'offline' | 'trouble' | 'signed out';
  /** Notes with something unsent. */
  readonly waiting: number;
  /** When the last whole round (push and pull) ended well; ms. */
  readonly syncedAt: number | null;
  readonly failure: AwsFailure | null;
}
