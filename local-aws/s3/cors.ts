import { bucketCorsRule } from '../../infra/policies/bucket-cors.ts';
import type { Cors } from '../cors.ts';
import { AwsError } from '../service.ts';
import { errorResponse } from './xml-response.ts';

const rule = bucketCorsRule(['http://localhost:*', 'http://127.0.0.1:*']);

/**
 * The bucket's CORS configuration, applied as S3 does
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html): refused preflights are errors, answers to other origins are bare.
 */
export const bucketCors: Cors = {
  preflight({ headers }) {
    const origin = headers.get('origin');
    const method = headers.get('access-control-request-method');
    const wanted = (headers.get('access-control-request-headers') ?? '').split(',').map((name) => name.trim());
    if (origin === null)
      return refused(new AwsError('BadRequest', 'Insufficient information. Origin request header needed.'));
    if (method === null) return refused(new AwsError('BadRequest', 'Invalid Access-Control-Request-Method: null'));
    if (!allows(origin, method) || !wanted.every((name) => rule.AllowedHeaders.some((each) => matches(each, name))))
      return refused(
        new AwsError(
          'AccessForbidden',
          "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
          403,
        ),
      );
    const allowed = { 'access-control-allow-headers': wanted.join(', ').toLowerCase() };
    return new Response(null, { status: 200, headers: { ...corsHeaders(origin), ...allowed } });
  },

  headers({ method, headers }) {
    const origin = headers.get('origin');
    return origin !== null && allows(origin, method) ? corsHeaders(origin) : {};
  },
};

const allows = (origin: string, method: string) =>
  rule.AllowedOrigins.some((pattern) => matches(pattern, origin)) && rule.AllowedMethods.includes(method);

/** `*` stands for any number of characters. */
function matches(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

const corsHeaders = (origin: string) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': rule.AllowedMethods.join(', '),
  'access-control-expose-headers': rule.ExposeHeaders.join(', '),
  'access-control-max-age': String(rule.MaxAgeSeconds),
  'access-control-allow-credentials': 'true',
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
});

/** A refusal that comes before any operation has no id to be asked about. */
const refused = (error: AwsError) => errorResponse(error, '');
