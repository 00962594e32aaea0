import type { AwsFailure } from './aws-failure.ts';

/** The sentences for failures that mean the same whichever service tells of them. */
export const offline = (details: string): AwsFailure => ({
  kind: 'offline',
  message: 'AWS cannot be reached. Check your connection.',
  details,
});

export const throttled = (details: string, retryAfter?: number): AwsFailure => ({
  kind: 'throttled',
  message: 'AWS asks for a pause. Wait a moment.',
  details,
  ...(retryAfter !== undefined && { retryAfter }),
});

export const unavailable = (details: string, retryAfter?: number): AwsFailure => ({
  kind: 'unavailable',
  message: 'AWS has a problem of its own at the moment. Try again in a while.',
  details,
  ...(retryAfter !== undefined && { retryAfter }),
});

export const expired = (details: string): AwsFailure => ({
  kind: 'expired',
  message: 'Your access to AWS has run out. If this stays, sign in again.',
  details,
});

/** A signature that is too old or too new: the clock here and the clock there disagree. */
export const wrongClock = (details: string): AwsFailure => ({
  kind: 'expired',
  message: "AWS refuses the time of this computer's clock. Set the clock and try again.",
  details,
});

export const signedOut = (details: string): AwsFailure => ({
  kind: 'signed-out',
  message: 'Your session is over. Sign in again.',
  details,
});

export const cancelled: AwsFailure = { kind: 'cancelled', message: 'Cancelled.', details: '' };

export const interrupted: AwsFailure = {
  kind: 'interrupted',
  message: 'Somebody signed in or out in this browser, so this was not sent. Try again.',
  details: '',
};

/** An error of whatever kind, in its own words. */
export const inItsWords = (error: unknown): string =>
  error instanceof Error ? [`${error.name}: ${error.message}`, ...causes(error)].join('\n') : String(error);

const causes = (error: Error): readonly string[] => {
  const cause = 'underlyingError' in error ? error.underlyingError : error.cause;
  return cause instanceof Error ? [inItsWords(cause)] : [];
};
