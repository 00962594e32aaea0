import { createHash } from 'node:crypto';
import type { AwsRequest } from '../service.ts';
import { AwsError } from '../service.ts';
import type { SignedService } from './canonical-request.ts';
import { parseQuery } from './query.ts';
import type { SignatureClaim } from './signature-claim.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const UNSIGNED = 'UNSIGNED-PAYLOAD';
/** The body is sent in aws-chunked pieces, with its checksum in a trailer. */
export const UNSIGNED_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/**
 * The last line of the canonical request. API Gateway always takes the hash of the body as it came; S3 takes what the client says,
 * to be checked afterwards, and lets a presigned address leave it open.
 */
export function signedPayloadHash(request: AwsRequest, claim: SignatureClaim, service: SignedService): string {
  if (service === 'execute-api') return sha256(request.body);
  const inQuery = parseQuery(request.signedUrl.search).find(([name]) => name.toLowerCase() === 'x-amz-content-sha256');
  const declared = request.headers.get('x-amz-content-sha256') ?? inQuery?.[1] ?? null;
  if (declared === null && claim.form === 'header')
    throw new AwsError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  return declared ?? UNSIGNED;
}

/** Throws where the body is not the one whose hash was signed, or where the hash is of a kind that is not implemented here. */
export function checkPayload(body: Uint8Array<ArrayBuffer>, payloadHash: string): void {
  if (payloadHash === UNSIGNED || payloadHash === UNSIGNED_TRAILER) return;
  if (payloadHash.startsWith('STREAMING-'))
    throw new AwsError('NotImplemented', 'A header you provided implies functionality that is not implemented.', 501);
  if (!SHA256.test(payloadHash))
    throw new AwsError(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, or a valid sha256 value.',
    );
  if (sha256(body) !== payloadHash)
    throw new AwsError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
}

const sha256 = (body: Uint8Array<ArrayBuffer>) => createHash('sha256').update(body).digest('hex');
