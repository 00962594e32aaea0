import { presignUrl, signRequest } from '@aws-amplify/core/internals/aws-client-utils';
import type { SigningKeys } from './credentials.ts';

/** What a signature is made with. */
export interface Signing {
  readonly region: string;
  readonly keys: SigningKeys;
  /** ms since 1970, as S3's clock tells it. */
  readonly now: number;
}

export type Query = Readonly<Record<string, string>>;
export type HttpHeaders = Readonly<Record<string, string>>;

/**
 * The address of an object of the bucket on AWS, or with the key '' of the bucket itself. null for a key that no address can name:
 * one with half a character in it, or with a step of `.` or `..`, which every URL parser takes for a way.
 */
export function s3Address(place: { bucket: string; region: string }, key: string, query: Query = {}): URL | null {
  const steps = key.split('/');
  if (/\p{Surrogate}/u.test(key) || steps.some((step) => step === '.' || step === '..')) return null;
  const url = new URL(`https://${place.bucket}.s3.${place.region}.amazonaws.com/${steps.map(encode).join('/')}`);
  url.search = Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  return url;
}

/**
 * The headers to send a request with, signed by Signature Version 4. The body is not part of the signature: it goes over TLS, and what
 * matters of it has a checksum among the headers, each of which is signed, as S3 demands of all that begin with `x-amz-`.
 */
export function signedHeaders(method: string, url: URL, headers: HttpHeaders, signing: Signing): HttpHeaders {
  const signed = signRequest(
    { method, url, headers: { ...headers, 'x-amz-content-sha256': unsigned }, body: unsigned },
    options(signing),
  );
  // The browser sets this one, and lets nobody else do so.
  const { host, ...rest } = signed.headers;
  return rest;
}

/** An address that whoever has it can get the object by, for so many seconds. */
export const presignedAddress = (url: URL, seconds: number, signing: Signing): URL =>
  presignUrl({ method: 'GET', url, body: unsigned }, { ...options(signing), expiration: seconds });

const unsigned = 'UNSIGNED-PAYLOAD';

const options = ({ region, keys, now }: Signing) => ({
  credentials: keys,
  signingDate: new Date(now),
  signingRegion: region,
  signingService: 's3',
  uriEscapePath: false,
});

/** As the signature has it: everything but A-Z a-z 0-9 - . _ ~ as %XX. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
