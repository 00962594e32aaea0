import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { beforeEach, describe, expect, it } from 'vitest';
import { BUCKET, sdk, serveS3 } from './s3-server.ts';
import { alice, bob, expired, MINUTE } from './sigv4-people.ts';

const served = serveS3();
const object = { Bucket: BUCKET, Key: `${alice.identityId}/plan (1) ü.html` };

beforeEach(async () => {
  await sdk().send(new PutObjectCommand({ ...object, Body: '<b>plan</b>', ContentType: 'text/html' }));
});

const download = (more: Partial<ConstructorParameters<typeof GetObjectCommand>[0]> = {}, client = sdk()) =>
  getSignedUrl(client, new GetObjectCommand({ ...object, ...more }), { expiresIn: 60 });

const codeOf = async (answer: Response) => /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1];

const refusal = async (url: string, init?: RequestInit) => {
  const answer = await fetch(url, init);
  return [answer.status, await codeOf(answer)];
};

describe('a presigned address made by the AWS SDK', () => {
  it('downloads the object with nothing but itself', async () => {
    const answer = await fetch(await download());
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/html',
      '<b>plan</b>',
    ]);
  });

  it('may ask for another name and type than those stored', async () => {
    const disposition = "attachment; filename*=UTF-8''plan%20%C3%BC.html";
    const url = await download({
      ResponseContentDisposition: disposition,
      ResponseContentType: 'application/octet-stream',
      ResponseCacheControl: 'no-store',
    });
    const { headers } = await fetch(url);
    expect(headers.get('content-disposition')).toBe(disposition);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('may be asked for a range', async () => {
    const answer = await fetch(await download(), { headers: { range: 'bytes=3-6' } });
    expect([answer.status, await answer.text()]).toEqual([206, 'plan']);
  });

  it('may be asked for the rest of an object that has not changed meanwhile', async () => {
    const url = await download();
    const { headers } = await fetch(url);
    const rest = async (condition: string | null) => {
      const answer = await fetch(url, { headers: { range: 'bytes=3-', 'if-range': condition ?? '' } });
      return [answer.status, await answer.text()];
    };
    expect(await rest(headers.get('etag'))).toEqual([206, 'plan</b>']);
    expect(await rest(headers.get('last-modified'))).toEqual([206, 'plan</b>']);
    expect(await rest('"of another one"')).toEqual([200, '<b>plan</b>']);
    expect(await rest('Sun, 01 Nov 2026 12:00:00 GMT')).toEqual([200, '<b>plan</b>']);
  });

  it('uploads', async () => {
    const client = new S3Client({
      region: 'us-east-1',
      credentials: alice,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    const command = new PutObjectCommand({ ...object, Metadata: { colour: 'blue' }, ContentType: 'text/plain' });
    const url = await getSignedUrl(client, command, { expiresIn: 60 });
    const answer = await fetch(url, { method: 'PUT', body: 'new', headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(200);
    const got = await sdk().send(new GetObjectCommand(object));
    expect(await got.Body?.transformToString()).toBe('new');
    expect(got).toMatchObject({ ContentType: 'text/plain', Metadata: { colour: 'blue' } });
  });

  it('keeps to the checksum that is signed into it', async () => {
    const command = new PutObjectCommand({ ...object, ChecksumCRC32: 'y/Q5Jg==' });
    const url = await getSignedUrl(sdk(), command, { expiresIn: 60 });
    expect(await refusal(url, { method: 'PUT', body: '12345678' })).toEqual([400, 'BadDigest']);
    expect((await fetch(url, { method: 'PUT', body: '123456789' })).status).toBe(200);
  });

  it('is no use after its time', async () => {
    const url = await download();
    served.clock.offset = 2 * MINUTE;
    expect(await refusal(url)).toEqual([403, 'AccessDenied']);
    expect(await (await fetch(url)).text()).toContain('<Message>Request has expired</Message>');
  });

  it.each<[string, (url: string) => string]>([
    ['key', (url) => url.replace('plan', 'plot')],
    ['lifetime', (url) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=3600')],
    ['disposition', (url) => url.replace('disposition=attachment', 'disposition=inline')],
    ['type', (url) => `${url}&response-content-type=text%2Fplain`],
  ])('is refused with another %s', async (_what, change) => {
    const url = await download({ ResponseContentDisposition: 'attachment' });
    expect(change(url)).not.toBe(url);
    expect(await refusal(change(url))).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('is refused where its maker may not do what it says', async () => {
    expect(await refusal(await download({}, sdk(bob)))).toEqual([403, 'AccessDenied']);
    const publicly = new PutObjectCommand({ ...object, ACL: 'public-read' });
    const url = await getSignedUrl(sdk(), publicly, { expiresIn: 60 });
    expect(await refusal(url, { method: 'PUT', body: '' })).toEqual([403, 'AccessDenied']);
  });

  it('is refused where its maker’s credentials have run out', async () => {
    expect(await refusal(await download({}, sdk(expired)))).toEqual([400, 'ExpiredToken']);
  });
});
