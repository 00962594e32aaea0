import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { decodedPath } from '../decoded-path.ts';
import type { DistributionRules } from './distribution.ts';
import { askBucket, type SiteObjects } from './site-bucket.ts';
import { viewerFunction } from './viewer-function.ts';

interface CloudFrontParts {
  readonly rules: DistributionRules;
  readonly objects: SiteObjects;
  /** ms */
  readonly now: () => number;
}

interface Kept {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** ms */
  readonly until: number;
}

/** How long an error is kept where nothing else is said; seconds. */
const ERRORS_ARE_KEPT = 10;

/** Of what CloudFront compresses, the types that a site like this has, and how large such a file may be; bytes. */
const COMPRESSED = /^(text\/(html|css|javascript|plain|xml)|application\/(json|javascript|xml|wasm)|image\/svg\+xml)\b/;
const [SMALLEST, LARGEST] = [1_000, 10_000_000];

/**
 * The embedded CloudFront: one distribution over one bucket, as its template says.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 */
export function createCloudFront({ rules, objects, now }: CloudFrontParts): (request: Request) => Promise<Response> {
  const rewrite = viewerFunction(rules.viewerRequest);
  const cache = new Map<string, Kept>();

  return async (request) => {
    const answer = await answerTo(request);
    for (const [name, value] of Object.entries(rules.headers)) answer.headers.set(name, value);
    return answer;
  };

  async function answerTo({ method, url, headers }: Request): Promise<Response> {
    if (method !== 'GET' && method !== 'HEAD')
      return new Response('<h1>403 ERROR</h1>', { status: 403, headers: html });
    const rewritten = rewrite(new URL(url).pathname);
    const path = decodedPath(rewritten === '/' ? `/${rules.rootObject}` : rewritten);
    if (path === null) return new Response('<h1>400 ERROR</h1>', { status: 400, headers: html });
    const encoding = encodingFor(headers.get('accept-encoding') ?? '');
    const key = `${encoding} ${path}`;
    const known = cache.get(key);
    const isFresh = known !== undefined && now() < known.until;
    const kept = isFresh ? known : await fetched(path, encoding);
    if (!isFresh) cache.set(key, kept);
    const own = new Headers(kept.headers);
    own.set('x-cache', isFresh ? 'Hit from cloudfront' : 'Miss from cloudfront');
    if (headers.get('if-none-match') === own.get('etag') && own.has('etag'))
      return new Response(null, { status: 304, headers: own });
    return new Response(method === 'HEAD' ? null : kept.bytes, { status: kept.status, headers: own });
  }

  async function fetched(path: string, encoding: Encoding): Promise<Kept> {
    const answer = await askBucket(objects, path, rules.mayList);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const headers = new Headers(answer.headers);
    const seconds = answer.ok ? secondsKept(headers.get('cache-control')) : ERRORS_ARE_KEPT;
    const until = now() + seconds * 1000;
    const isSmaller = bytes.length >= SMALLEST && bytes.length <= LARGEST;
    if (encoding === 'identity' || !isSmaller || !COMPRESSED.test(headers.get('content-type') ?? ''))
      return { status: answer.status, headers, bytes, until };
    headers.set('content-encoding', encoding);
    headers.set('vary', 'accept-encoding');
    headers.set('etag', `W/${headers.get('etag')}`);
    const packed = encoding === 'br' ? brotliCompressSync(bytes, quick) : gzipSync(bytes);
    return { status: answer.status, headers, bytes: new Uint8Array(packed), until };
  }

  function encodingFor(accepted: string): Encoding {
    const offered = accepted.split(',').map((one) => one.trim().split(';')[0]);
    return encodings.find((one) => rules.compresses[one] && offered.includes(one)) ?? 'identity';
  }

  function secondsKept(cacheControl: string | null): number {
    const { min, normal, max } = rules.ttl;
    if (/no-cache|no-store|private/.test(cacheControl ?? '')) return min;
    const age = /max-age=(\d+)/.exec(cacheControl ?? '')?.[1];
    return Math.min(max, Math.max(min, age === undefined ? normal : Number(age)));
  }
}

type Encoding = 'br' | 'gzip' | 'identity';
const encodings = ['br', 'gzip'] as const;
/** The best that Brotli can do takes seconds. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const html = { 'content-type': 'text/html' };
