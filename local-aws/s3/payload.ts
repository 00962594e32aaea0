import { createHash } from 'node:crypto';
import { AwsError } from '../service.ts';
import { UNSIGNED_TRAILER } from '../sigv4/payload-hash.ts';
import { dechunk } from './aws-chunked.ts';
import type { Checksum } from './checksums.ts';
import { ALGORITHMS, checksumHeader, checksumOf, parseChecksumAlgorithm } from './checksums.ts';
import { badDigest, invalidRequest, notImplemented } from './refusals.ts';

/** The bytes of an upload, found to be those that the client meant to send. */
export interface Payload {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly md5: Buffer;
  /** The one that the client sent. */
  readonly checksum: Checksum | null;
}

/** Decodes the body of a PutObject or UploadPart and checks it against Content-MD5 and x-amz-checksum-*, in headers or trailers. */
export function readPayload(body: Uint8Array<ArrayBuffer>, headers: Headers): Payload {
  const chunked = headers.get('x-amz-content-sha256') === UNSIGNED_TRAILER;
  const { bytes, trailers } = chunked
    ? dechunk(body, headers.get('x-amz-decoded-content-length'))
    : { bytes: body, trailers: new Map<string, string>() };
  const announced = headers.get('x-amz-trailer');
  if (announced !== null && !trailers.has(announced.toLowerCase()))
    throw new AwsError(
      'MalformedTrailerError',
      'The request contained trailing data that was not well-formed or did not conform to our published schema.',
    );

  const md5 = createHash('md5').update(bytes).digest();
  checkContentMd5(headers.get('content-md5'), md5);
  return { bytes, md5, checksum: readChecksum(bytes, headers, trailers) };
}

function checkContentMd5(header: string | null, md5: Buffer): void {
  if (header === null) return;
  if (!/^[A-Za-z0-9+/]{22}==$/.test(header))
    throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  if (header !== md5.toString('base64'))
    throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

function readChecksum(bytes: Uint8Array, headers: Headers, trailers: ReadonlyMap<string, string>): Checksum | null {
  const given = [...headers, ...trailers].filter(([name]) => /^x-amz-checksum-(?!algorithm$|mode$|type$)/.test(name));
  if (given.length > 1)
    throw invalidRequest('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.');
  const [pair] = given;
  if (pair === undefined) {
    if (headers.has('x-amz-sdk-checksum-algorithm'))
      throw invalidRequest(
        'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
      );
    return null;
  }
  const [name, value] = pair;
  const algorithm = ALGORITHMS.find((each) => checksumHeader(each) === name);
  if (algorithm === undefined) throw notImplemented();
  const expected = checksumOf(algorithm, bytes);
  if (value.length !== expected.length) throw invalidRequest(`Value for ${name} header is invalid.`);
  if (value !== expected) throw badDigest(algorithm.toUpperCase());
  return { algorithm, value, type: 'FULL_OBJECT' };
}

/** The checksum that a multipart upload was created for; null where it names none. */
export function readUploadChecksum(headers: Headers): Pick<Checksum, 'algorithm' | 'type'> | null {
  const name = headers.get('x-amz-checksum-algorithm');
  if (name === null) return null;
  const algorithm = parseChecksumAlgorithm(name);
  if (algorithm === null) throw notImplemented();
  const type = headers.get('x-amz-checksum-type')?.toUpperCase() ?? 'COMPOSITE';
  if (type !== 'COMPOSITE' && type !== 'FULL_OBJECT')
    throw invalidRequest('Value for x-amz-checksum-type header is invalid.');
  if (type === 'FULL_OBJECT' && algorithm.startsWith('sha'))
    throw invalidRequest(`The FULL_OBJECT checksum type cannot be used with the ${algorithm} checksum algorithm.`);
  return { algorithm, type };
}
