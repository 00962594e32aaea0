import type { AwsError } from '../service.ts';
import type { SignatureClaim } from './signature-claim.ts';

/** How one service words each reason to refuse a signature. */
export interface Refusals {
  /** No signature at all. */
  unsigned(): AwsError;
  /** One in the header and one in the query. */
  signedTwice(): AwsError;
  /** An Authorization header that cannot be read. */
  malformedHeader(authorization: string): AwsError;
  /** Presigned, but with a parameter missing or wrong; `reason` is S3's own sentence. */
  malformedQuery(reason: string): AwsError;
  /** A path or query that cannot be decoded. */
  malformedUrl(): AwsError;
  wrongRegion(claim: SignatureClaim, expected: string): AwsError;
  wrongService(claim: SignatureClaim, expected: string): AwsError;
  /** The day of the credential scope is not that of the timestamp. */
  wrongDay(claim: SignatureClaim): AwsError;
  /** Signed too long ago. */
  stale(claim: SignatureClaim, now: number, tolerance: number): AwsError;
  /** Signed in the future. */
  early(claim: SignatureClaim, now: number, tolerance: number): AwsError;
  unknownKey(): AwsError;
  wrongToken(): AwsError;
  expiredToken(): AwsError;
  headersNotSigned(names: readonly string[]): AwsError;
  mismatch(canonicalRequest: string, stringToSign: string): AwsError;
}
