import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AwsRequest, Credentials } from '../service.ts';
import type { SignedService } from './canonical-request.ts';
import { canonicalRequest } from './canonical-request.ts';
import { executeApiRefusals } from './execute-api-refusals.ts';
import { checkPayload, signedPayloadHash } from './payload-hash.ts';
import { readClaim } from './read-claim.ts';
import type { Refusals } from './refusals.ts';
import { s3Refusals } from './s3-refusals.ts';
import type { SignatureClaim } from './signature-claim.ts';

/** How far a client's clock may be off; ms. */
const TOLERANCE = 15 * 60_000;

export interface VerifyOptions {
  readonly service: SignedService;
  readonly region: string;
  /** The server's clock; ms. */
  readonly now: number;
  /** The credentials that were given out under this key. */
  credentials(accessKeyId: string): Credentials | undefined;
}

/**
 * Checks the Signature Version 4 of a request as S3 or API Gateway does, in a header or presigned: signing date, credentials and
 * session token, that the host and every x-amz-* header are signed, signature, payload.
 * Returns who signed; throws AwsError with the service's own code and text.
 */
export async function verifySignature(request: AwsRequest, options: VerifyOptions): Promise<Credentials> {
  const refusals = options.service === 's3' ? s3Refusals : executeApiRefusals;
  try {
    const claim = readClaim(request, options.service, refusals);
    checkScope(claim, options, refusals);
    checkTime(claim, options.now, refusals);
    const credentials = findCredentials(claim, options, refusals);
    checkSignedHeaders(claim, request.headers, refusals);
    const payloadHash = signedPayloadHash(request, claim, options.service);
    checkSignature(
      claim,
      credentials,
      canonicalRequest(request, claim.signedHeaders, payloadHash, options.service),
      refusals,
    );
    checkPayload(request.body, payloadHash);
    return credentials;
  } catch (error) {
    if (error instanceof URIError) throw refusals.malformedUrl();
    throw error;
  }
}

function checkScope(claim: SignatureClaim, options: VerifyOptions, refusals: Refusals): void {
  if (claim.region !== options.region) throw refusals.wrongRegion(claim, options.region);
  if (claim.service !== options.service) throw refusals.wrongService(claim, options.service);
  if (claim.day !== claim.timestamp.slice(0, 8)) throw refusals.wrongDay(claim);
}

function checkTime(claim: SignatureClaim, now: number, refusals: Refusals): void {
  const age = now - claim.signedAt;
  const lifetime = claim.lifetime ?? TOLERANCE;
  if (age > lifetime) throw refusals.stale(claim, now, lifetime);
  if (age < -TOLERANCE) throw refusals.early(claim, now, TOLERANCE);
}

function findCredentials(claim: SignatureClaim, options: VerifyOptions, refusals: Refusals): Credentials {
  const credentials = options.credentials(claim.accessKeyId);
  if (credentials === undefined || claim.sessionToken === null) throw refusals.unknownKey();
  if (!sameText(claim.sessionToken, credentials.sessionToken)) throw refusals.wrongToken();
  if (options.now >= credentials.expiresAt) throw refusals.expiredToken();
  return credentials;
}

/** x-amz-content-sha256 may be left out of the list: its value is in the canonical request in any case. */
function checkSignedHeaders(claim: SignatureClaim, headers: Headers, refusals: Refusals): void {
  const unsigned = ['host', ...headers.keys()].filter(
    (name) =>
      (name === 'host' || name.startsWith('x-amz-')) &&
      !claim.signedHeaders.includes(name) &&
      !(name === 'x-amz-content-sha256' && claim.form === 'header'),
  );
  if (unsigned.length > 0) throw refusals.headersNotSigned([...new Set(unsigned)]);
}

function checkSignature(claim: SignatureClaim, credentials: Credentials, canonical: string, refusals: Refusals): void {
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    claim.timestamp,
    `${claim.day}/${claim.region}/${claim.service}/aws4_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const key = [claim.day, claim.region, claim.service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${credentials.secretAccessKey}`,
  );
  if (!sameText(claim.signature, hmac(key, stringToSign).toString('hex')))
    throw refusals.mismatch(canonical, stringToSign);
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** In a time that does not depend on where they differ. */
function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
