import type { AwsFailure } from './aws-failure.ts';
import { cancelled, expired, inItsWords, offline, throttled, unavailable, wrongClock } from './failures.ts';

/**
 * What an error of Amplify's storage, or an S3 error code, means for an attachment.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function storageFailure(error: unknown): AwsFailure {
  const details = inItsWords(error);
  const code = error instanceof Error ? error.name : '';
  if (code === 'CanceledError') return cancelled;
  if (networkErrors.has(code)) return offline(details);
  if (throttles.has(code)) return throttled(details);
  if (code === 'RequestTimeTooSkewed' || /request has expired/i.test(details)) return wrongClock(details);
  if (staleCredentials.has(code)) return expired(details);
  if (missingOrDenied.has(code)) return denied(details);
  if (code === 'EntityTooLarge' || code === 'ObjectIsTooLarge') return tooLarge(details);
  return refusals.has(code) ? refused(details) : unavailable(details);
}

const denied = (details: string): AwsFailure => ({
  kind: 'denied',
  message: 'This file is gone, or AWS does not let you reach it.',
  details,
});

const tooLarge = (details: string): AwsFailure => ({
  kind: 'too-large',
  message: 'This file is larger than S3 takes.',
  details,
});

const refused = (details: string): AwsFailure => ({
  kind: 'invalid',
  message: 'S3 does not take this request. Check VITE_BUCKET and VITE_REGION.',
  details,
});

/** `ERR_NETWORK` and `ECONNABORTED` come from Amplify's XMLHttpRequest, `NetworkError` from its fetch, `TypeError` from ours. */
const networkErrors: ReadonlySet<string> = new Set(['ERR_NETWORK', 'ECONNABORTED', 'NetworkError', 'TypeError']);

const throttles: ReadonlySet<string> = new Set(['SlowDown', 'ThrottlingException', 'TooManyRequests', '429']);

const staleCredentials: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'InvalidAccessKeyId',
  'InvalidToken',
  'NoCredentials',
  'SignatureDoesNotMatch',
]);

const missingOrDenied: ReadonlySet<string> = new Set(['AccessDenied', 'NoSuchKey', 'NotFound', '403', '404']);

const refusals: ReadonlySet<string> = new Set([
  'AuthorizationHeaderMalformed',
  'InvalidRequest',
  'KeyTooLongError',
  'NoSuchBucket',
  'PermanentRedirect',
]);
