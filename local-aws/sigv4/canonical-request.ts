import type { AwsRequest } from '../service.ts';
import { parseQuery } from './query.ts';

export type SignedService = 's3' | 'execute-api';

/**
 * The canonical request of Signature Version 4
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), over `request.signedUrl`.
 * S3 encodes the path once and takes it as it is; API Gateway encodes the encoded path again, without doubled slashes. Of a query
 * parameter given twice, S3 signs (and reads) the first alone. Throws URIError where path or query cannot be decoded.
 */
export function canonicalRequest(
  request: AwsRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
  service: SignedService,
): string {
  return [
    request.method,
    service === 's3'
      ? encodePath(decodeURIComponent(request.signedUrl.pathname.replaceAll('+', ' ')))
      : encodePath(request.signedUrl.pathname.replace(/\/{2,}/g, '/')),
    canonicalQuery(request.signedUrl.search, service),
    ...signedHeaders.map((name) => `${name}:${headerValue(request, name)}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

function canonicalQuery(search: string, service: SignedService): string {
  const pairs = parseQuery(search).filter(([name]) => name !== 'X-Amz-Signature');
  const signed = service === 's3' ? [...new Map([...pairs].reverse())] : pairs;
  return signed
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map((pair) => pair.join('='))
    .join('&');
}

/** `host` and `content-length` are not among the headers of every kind of request, but clients sign them. */
function headerValue(request: AwsRequest, name: string): string {
  if (name === 'host') return request.signedUrl.host;
  const value = request.headers.get(name) ?? (name === 'content-length' ? String(request.body.length) : '');
  return value.trim().replace(/\s+/g, ' ');
}

const encodePath = (path: string) => path.split('/').map(encode).join('/');

/** Everything but A-Z a-z 0-9 - . _ ~ as %XX. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
