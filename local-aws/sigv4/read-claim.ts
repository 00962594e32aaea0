import type { AwsRequest } from '../service.ts';
import { parseQuery } from './query.ts';
import type { Refusals } from './refusals.ts';
import type { SignatureClaim } from './signature-claim.ts';
import { formatTimestamp, parseCredential, parseSignedHeaders, parseTimestamp } from './signature-claim.ts';

const WEEK_SECONDS = 604_800;

/** Reads the signature of a request. Throws the service's refusal where there is none, or none that can be read. */
export function readClaim(request: AwsRequest, service: 's3' | 'execute-api', refusals: Refusals): SignatureClaim {
  const query = new Map([...parseQuery(request.signedUrl.search)].reverse());
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    if (query.has('X-Amz-Signature')) throw refusals.signedTwice();
    return readHeader(authorization, request.headers, refusals);
  }
  if (query.has('X-Amz-Signature') || query.has('X-Amz-Algorithm')) return readPresigned(query, service, refusals);
  throw refusals.unsigned();
}

function readHeader(authorization: string, headers: Headers, refusals: Refusals): SignatureClaim {
  const [, list] = /^AWS4-HMAC-SHA256\s+(.+)$/.exec(authorization) ?? [];
  const fields = new Map((list ?? '').split(',').map((field) => splitAt(field.trim(), '=')));
  const credential = parseCredential(fields.get('Credential') ?? '');
  const signedHeaders = parseSignedHeaders(fields.get('SignedHeaders') ?? '');
  const signature = fields.get('Signature') ?? '';
  const timestamp = headers.get('x-amz-date') ?? fromHttpDate(headers.get('date'));
  const signedAt = parseTimestamp(timestamp);
  if (credential === null || signedHeaders.length === 0 || signature === '' || signedAt === null)
    throw refusals.malformedHeader(authorization);
  return {
    form: 'header',
    ...credential,
    signedHeaders,
    signature,
    timestamp,
    signedAt,
    sessionToken: headers.get('x-amz-security-token'),
    lifetime: null,
  };
}

function readPresigned(
  query: ReadonlyMap<string, string>,
  service: 's3' | 'execute-api',
  refusals: Refusals,
): SignatureClaim {
  const required = ['Algorithm', 'Credential', 'Signature', 'Date', 'SignedHeaders'];
  if (service === 's3') required.push('Expires');
  if (required.some((name) => !query.get(`X-Amz-${name}`)))
    throw refusals.malformedQuery(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
    throw refusals.malformedQuery('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"');
  const credential = parseCredential(query.get('X-Amz-Credential') ?? '');
  if (credential === null)
    throw refusals.malformedQuery(
      'Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  const timestamp = query.get('X-Amz-Date') ?? '';
  const signedAt = parseTimestamp(timestamp);
  if (signedAt === null)
    throw refusals.malformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  return {
    form: 'presigned',
    ...credential,
    signedHeaders: parseSignedHeaders(query.get('X-Amz-SignedHeaders') ?? ''),
    signature: query.get('X-Amz-Signature') ?? '',
    timestamp,
    signedAt,
    sessionToken: query.get('X-Amz-Security-Token') ?? null,
    lifetime: readLifetime(query.get('X-Amz-Expires'), refusals),
  };
}

function readLifetime(expires: string | undefined, refusals: Refusals): number | null {
  if (expires === undefined) return null;
  if (!/^-?\d+$/.test(expires)) throw refusals.malformedQuery('X-Amz-Expires should be a number');
  const seconds = Number(expires);
  if (seconds < 0) throw refusals.malformedQuery('X-Amz-Expires must be non-negative');
  if (seconds > WEEK_SECONDS)
    throw refusals.malformedQuery(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  return seconds * 1000;
}

/** The `Date` header stands in where there is no `X-Amz-Date`. */
function fromHttpDate(date: string | null): string {
  const ms = Date.parse(date ?? '');
  return Number.isNaN(ms) ? '' : formatTimestamp(ms);
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
