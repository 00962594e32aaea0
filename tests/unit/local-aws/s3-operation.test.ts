import { expect, it } from 'vitest';
import { createS3 } from '../../../local-aws/s3/s3.ts';
import { movableClock, ORIGIN } from './s3-server.ts';

it.each([
  ['PUT', '/a', 'PutObject'],
  ['PUT', '/a?partNumber=1&uploadId=u', 'UploadPart'],
  ['POST', '/a?uploads', 'CreateMultipartUpload'],
  ['POST', '/a?uploadId=u', 'CompleteMultipartUpload'],
  ['GET', '/a?uploadId=u', 'ListParts'],
  ['DELETE', '/a?uploadId=u', 'AbortMultipartUpload'],
  ['GET', '/a?response-content-type=x', 'GetObject'],
  ['HEAD', '/a', 'HeadObject'],
  ['DELETE', '/a', 'DeleteObject'],
  ['PUT', '/a?acl', 'PutObjectAcl'],
  ['GET', '/?list-type=2&prefix=a', 'ListObjectsV2'],
  ['GET', '/', 'ListObjects'],
  ['POST', '/?delete', 'DeleteObjects'],
  ['PATCH', '/a', 'Unknown'],
  ['GET', '/%FF', 'Unknown'],
])('the log calls %s %s "%s"', async (method, path, name) => {
  const s3 = await createS3({
    world: movableClock(),
    dir: null,
    authorize: async () => false,
    credentials: () => undefined,
  });
  const url = new URL(ORIGIN + path);
  expect(s3.operation({ method, url, signedUrl: url, headers: new Headers(), body: new Uint8Array() })).toBe(name);
});

it('the log tells a copy from an upload', async () => {
  const s3 = await createS3({
    world: movableClock(),
    dir: null,
    authorize: async () => false,
    credentials: () => undefined,
  });
  const url = new URL(`${ORIGIN}/a`);
  const headers = new Headers({ 'x-amz-copy-source': 'b/c' });
  expect(s3.operation({ method: 'PUT', url, signedUrl: url, headers, body: new Uint8Array() })).toBe('CopyObject');
});
