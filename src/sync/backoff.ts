const first = 1_000;
const longest = 5 * 60_000;

/**
 * How long to wait before the next try, in ms: 1 s after the first failure, doubling up to 5 minutes, the latter half of it
 * left to chance so that devices do not come back all at once; never less than the server's own wish.
 * @param failures how often it has failed in a row, from 1
 * @param random 0 ≤ random < 1
 * @param retryAfter ms, from Retry-After
 */
export function backoff(failures: number, random: number, retryAfter = 0): number {
  const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return Math.max(retryAfter, Math.round(whole * (0.5 + random / 2)));
}
