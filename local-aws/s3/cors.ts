import { type BucketCorsRule, bucketCorsRule } from '../../infra/policies/bucket-cors.ts';
import type { Cors } from '../cors.ts';
import { AwsError } from '../service.ts';
import type { Mistake, PolicyName } from '../settings.ts';
import { account } from '../settings.ts';
import { parseAddress } from './address.ts';
import { errorResponse } from './xml-response.ts';

const ours = bucketCorsRule(['http://localhost:*', 'http://127.0.0.1:*']);

/** What the serverless notes tutorial had people put on their bucket, in all of its eras: no header is shown to pages. */
const tutorials: BucketCorsRule = {
  AllowedOrigins: ['*'],
  AllowedMethods: ['GET', 'PUT', 'POST', 'HEAD', 'DELETE'],
  AllowedHeaders: ['*'],
  ExposeHeaders: [],
  MaxAgeSeconds: 3000,
};

/** The bucket's CORS configuration where the authenticated role has that policy. */
export function bucketCors(policy: PolicyName, mistakes: readonly Mistake[] = []): Cors {
  const configured = corsOf(policy.startsWith('tutorial-') ? tutorials : ours);
  const isConfigured = (url: URL) =>
    !mistakes.includes('bucket-without-cors') && (parseAddress(url).bucket ?? account.bucket) === account.bucket;
  return {
    preflight: (request, url) => (isConfigured(url) ? configured.preflight(request, url) : refused(notEnabled())),
    headers: (request, url) => (isConfigured(url) ? configured.headers(request, url) : {}),
  };
}

const notEnabled = () => new AwsError('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.', 403, {});

/**
 * A CORS configuration, applied as S3 does
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html): refused preflights are errors, answers to other origins are bare.
 */
const corsOf = (rule: BucketCorsRule): Cors => ({
  preflight({ headers }) {
    const origin = headers.get('origin');
    const method = headers.get('access-control-request-method');
    const wanted = (headers.get('access-control-request-headers') ?? '').split(',').map((name) => name.trim());
    if (origin === null)
      return refused(new AwsError('BadRequest', 'Insufficient information. Origin request header needed.'));
    if (method === null) return refused(new AwsError('BadRequest', 'Invalid Access-Control-Request-Method: null'));
    if (
      !allows(rule, origin, method) ||
      !wanted.every((name) => rule.AllowedHeaders.some((each) => matches(each, name)))
    )
      return refused(
        new AwsError(
          'AccessForbidden',
          "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
          403,
        ),
      );
    const allowed = { 'access-control-allow-headers': wanted.join(', ').toLowerCase() };
    return new Response(null, { status: 200, headers: { ...corsHeaders(rule, origin), ...allowed } });
  },

  headers({ method, headers }) {
    const origin = headers.get('origin');
    return origin !== null && allows(rule, origin, method) ? corsHeaders(rule, origin) : {};
  },
});

const allows = (rule: BucketCorsRule, origin: string, method: string) =>
  rule.AllowedOrigins.some((pattern) => matches(pattern, origin)) &&
  rule.AllowedMethods.some((allowed) => allowed === method);

/** `*` stands for any number of characters. */
function matches(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

/** A rule for everybody names nobody, and gives no leave to send credentials. */
const corsHeaders = (rule: BucketCorsRule, origin: string): Readonly<Record<string, string>> => ({
  ...(rule.AllowedOrigins.includes('*')
    ? { 'access-control-allow-origin': '*' }
    : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }),
  'access-control-allow-methods': rule.AllowedMethods.join(', '),
  ...(rule.ExposeHeaders.length > 0 && { 'access-control-expose-headers': rule.ExposeHeaders.join(', ') }),
  'access-control-max-age': String(rule.MaxAgeSeconds),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
});

/** A refusal that comes before any operation has no id to be asked about. */
const refused = (error: AwsError) => errorResponse(error, '');
