import { AwsError } from '../service.ts';
import type { User } from './user.ts';

/** Wrong passwords and wrong second factors in a row. Times are ms. */
export interface Failures {
  readonly count: number;
  readonly lastAt: number;
  readonly lockedUntil: number;
}

const freeAttempts = 5;
const longestLock = 15 * 60_000;

/** Throws NotAuthorizedException while the user is locked out; such an attempt does not count. */
export function refuseWhileLocked(user: User, now: number): void {
  if (now < user.failures.lockedUntil) throw new AwsError('NotAuthorizedException', 'Password attempts exceeded');
}

/**
 * From the fifth failure on the user is locked out for 1 s, then 2 s, 4 s and so on up to 15 minutes; 15 quiet minutes or a good
 * sign-in start it afresh (Cognito Developer Guide, "Lockout behavior for failed sign-in attempts").
 */
export function countFailure(user: User, now: number): void {
  const count = now - user.failures.lastAt > longestLock ? 1 : user.failures.count + 1;
  const lock = count < freeAttempts ? 0 : Math.min(1000 * 2 ** (count - freeAttempts), longestLock);
  user.failures = { count, lastAt: now, lockedUntil: now + lock };
}

export function forgetFailures(user: User): void {
  user.failures = { count: 0, lastAt: 0, lockedUntil: 0 };
}
