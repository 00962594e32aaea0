import { AwsError } from '../service.ts';
import type { Refusals } from './refusals.ts';
import { formatTimestamp } from './signature-claim.ts';

/** API Gateway's codes and texts; all of them are 403 but for an address that cannot be read. */
export const executeApiRefusals: Refusals = {
  unsigned: () => new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403),
  signedTwice: () => incomplete('Only one of the Authorization header and the X-Amz-Signature parameter is allowed.'),
  malformedHeader: () =>
    incomplete(
      "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters and existence of either a 'X-Amz-Date' or a 'Date' header.",
    ),
  malformedQuery: incomplete,
  malformedUrl: () => new AwsError('BadRequestException', 'Bad Request'),
  wrongRegion: (claim) => invalid(`Credential should be scoped to a valid region, not '${claim.region}'.`),
  wrongService: (_claim, expected) => invalid(`Credential should be scoped to correct service: '${expected}'.`),
  wrongDay: (claim) =>
    invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${claim.day}' != '${claim.timestamp.slice(0, 8)}', from '${claim.timestamp}'.`,
    ),
  stale: (claim, now, tolerance) =>
    invalid(
      `Signature expired: ${claim.timestamp} is now earlier than ${formatTimestamp(now - tolerance)} (${formatTimestamp(now)} - ${minutes(tolerance)} min.)`,
    ),
  early: (claim, now, tolerance) =>
    invalid(
      `Signature not yet current: ${claim.timestamp} is still later than ${formatTimestamp(now + tolerance)} (${formatTimestamp(now)} + ${minutes(tolerance)} min.)`,
    ),
  unknownKey: invalidToken,
  wrongToken: invalidToken,
  expiredToken: () =>
    new AwsError('ExpiredTokenException', 'The security token included in the request is expired', 403),
  headersNotSigned: (names) =>
    invalid(names.map((name) => `'${name}' must be a 'SignedHeader' in the AWS Authorization.`).join(' ')),
  mismatch: (canonicalRequest, stringToSign) =>
    invalid(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.' +
        `\n\nThe Canonical String for this request should have been\n'${canonicalRequest}'` +
        `\n\nThe String-to-Sign should have been\n'${stringToSign}'\n`,
    ),
};

const invalid = (message: string) => new AwsError('InvalidSignatureException', message, 403);

function incomplete(message: string): AwsError {
  return new AwsError('IncompleteSignatureException', message, 403);
}

function invalidToken(): AwsError {
  return new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403);
}

const minutes = (ms: number) => ms / 60_000;
