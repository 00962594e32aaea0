import type { Failure } from '#src/notes/result.ts';

/**
 * What AWS, or the way to it, can answer, in the only distinctions that anything above acts on.
 * - `offline`     no answer at all
 * - `throttled`   429; `unavailable` 5xx: worth another try
 * - `expired`     credentials or a signature no longer valid: refresh once and go on
 * - `signed-out`  the session is over, or another person's: ask to sign in
 * - `denied`      403: missing or not allowed (AWS does not say which)
 * - `invalid`     400, or an answer that is none of the contract's: never sent again unchanged
 * - `too-large`   413, or over the limit before sending
 * - `cancelled`   by the person
 * - `interrupted` ended because somebody signs in or out: to be sent again once that is over, if it still may be
 */
export type AwsFailure = Failure<
  | 'offline'
  | 'throttled'
  | 'unavailable'
  | 'expired'
  | 'signed-out'
  | 'denied'
  | 'invalid'
  | 'too-large'
  | 'cancelled'
  | 'interrupted'
> & {
  /** From Retry-After; ms. */
  readonly retryAfter?: number;
};
