import type { AwsFailure } from './aws-failure.ts';
import { bucketDiagnosis } from './bucket-diagnoses.ts';
import { expired, throttled, unavailable, wrongClock } from './failures.ts';
import { retryAfter } from './retry-after.ts';
import type { S3Refusal } from './s3-refusal.ts';

/**
 * What S3's refusal means for an attachment. `now`: ms, to read Retry-After by.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function storageFailure({ status, code, message, ...refusal }: S3Refusal, now: number): AwsFailure {
  const details = `HTTP ${status} ${code}: ${message}`;
  const pause = retryAfter(refusal.retryAfter, now);
  if (throttles.has(code) || status === 429) return throttled(details, pause);
  if (code === 'RequestTimeTooSkewed' || /request (has expired|is not yet valid)/i.test(message)) {
    return wrongClock(details);
  }
  if (staleCredentials.has(code)) return expired(details);
  if (missingOrDenied.has(code)) return denied(details);
  if (code === 'EntityTooLarge') return tooLarge(details);
  if (damages.has(code)) return damaged(details);
  const { message: wrong } = bucketDiagnosis(code) ?? {};
  if (wrong !== undefined) return { kind: 'invalid', message: wrong, details };
  return refusals.has(code) ? refused(details) : unavailable(details, pause);
}

/** A key that no address can name, so that nothing can be under it either. */
export const unreachable = (key: string): AwsFailure => denied(`No address leads to the key ${key}.`);

/** The bytes are not those that their checksum was made of. */
export const damaged = (details: string): AwsFailure => ({
  kind: 'unavailable',
  message: 'The file did not arrive as it was sent. Try again.',
  details,
});

/** It has more bytes than whoever asked for it wants to have. */
export const tooLargeToRead: AwsFailure = {
  kind: 'too-large',
  message: 'This file is too large to be shown here. It can be downloaded.',
  details: '',
};

/** An answer that is none of S3's: a hotel's sign-in page, a proxy's error. The next one may be right. */
export const strangeAnswer = (status: number): AwsFailure => ({
  kind: 'unavailable',
  message: 'Something else answered in place of S3. Check your connection, and that VITE_BUCKET is right.',
  details: `HTTP ${status}`,
});

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

const throttles: ReadonlySet<string> = new Set(['SlowDown', 'ThrottlingException', 'TooManyRequests']);

const staleCredentials: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'InvalidAccessKeyId',
  'InvalidToken',
  'SignatureDoesNotMatch',
]);

const missingOrDenied: ReadonlySet<string> = new Set(['AccessDenied', 'NoSuchKey', 'NoSuchUpload']);

const damages: ReadonlySet<string> = new Set(['BadDigest', 'IncompleteBody', 'XAmzContentSHA256Mismatch']);

const refusals: ReadonlySet<string> = new Set([
  'EntityTooSmall',
  'InvalidPart',
  'InvalidPartOrder',
  'InvalidRequest',
  'KeyTooLongError',
  'MalformedXML',
  'NotImplemented',
]);
