import { AwsError } from '../service.ts';
import type { Refusals } from './refusals.ts';
import type { SignatureClaim } from './signature-claim.ts';

/** S3's codes and texts (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, and its answers in the wild). */
export const s3Refusals: Refusals = {
  unsigned: () => new AwsError('AccessDenied', 'Access Denied', 403),
  signedTwice: () =>
    new AwsError(
      'InvalidArgument',
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    ),
  malformedHeader: (authorization) =>
    authorization.startsWith('AWS4-HMAC-SHA256')
      ? new AwsError('AuthorizationHeaderMalformed', 'The authorization header that you provided is not valid.')
      : new AwsError('InvalidArgument', 'Unsupported Authorization Type'),
  malformedQuery: (reason) => new AwsError('AuthorizationQueryParametersError', reason),
  malformedUrl: () => new AwsError('InvalidURI', "Couldn't parse the specified URI."),
  wrongRegion: (claim, expected) =>
    malformedScope(claim.form, `the region '${claim.region}' is wrong; expecting '${expected}'`),
  wrongService: (claim, expected) =>
    malformedScope(claim.form, `incorrect service "${claim.service}". This endpoint belongs to "${expected}".`),
  wrongDay: (claim) =>
    malformedScope(
      claim.form,
      `Invalid credential date "${claim.day}". This date is not the same as X-Amz-Date: "${claim.timestamp.slice(0, 8)}".`,
    ),
  stale: (claim, now, tolerance) =>
    claim.form === 'presigned'
      ? new AwsError('AccessDenied', 'Request has expired', 403, { ServerTime: iso(now) })
      : tooSkewed(claim, now, tolerance),
  early: (claim, now, tolerance) =>
    claim.form === 'presigned'
      ? new AwsError('AccessDenied', 'Request is not yet valid', 403, { ServerTime: iso(now) })
      : tooSkewed(claim, now, tolerance),
  unknownKey: () =>
    new AwsError('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 403),
  wrongToken: () => new AwsError('InvalidToken', 'The provided token is malformed or otherwise invalid.'),
  expiredToken: () => new AwsError('ExpiredToken', 'The provided token has expired.'),
  headersNotSigned: () =>
    new AwsError('AccessDenied', 'There were headers present in the request which were not signed', 403),
  mismatch: () =>
    new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      403,
    ),
};

const tooSkewed = (claim: SignatureClaim, now: number, tolerance: number) =>
  new AwsError(
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    403,
    {
      RequestTime: claim.timestamp,
      ServerTime: iso(now),
      MaxAllowedSkewMilliseconds: String(tolerance),
    },
  );

/** In whole seconds, as S3 tells its time. */
const iso = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '');

const malformedScope = (form: 'header' | 'presigned', reason: string) =>
  form === 'header'
    ? new AwsError('AuthorizationHeaderMalformed', `The authorization header is malformed; ${reason}`)
    : new AwsError('AuthorizationQueryParametersError', `Error parsing the X-Amz-Credential parameter; ${reason}`);
