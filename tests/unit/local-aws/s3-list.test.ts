import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from 'vitest';
import { BUCKET, sdk, serveS3 } from './s3-server.ts';
import { alice, bob } from './sigv4-people.ts';

const { identityId: own } = alice;
const Prefix = `${own}/`;
const list = (more: Partial<ConstructorParameters<typeof ListObjectsV2Command>[0]> = {}) =>
  sdk().send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix, ...more }));
const put = (name: string, Body = 'hello', person = alice) =>
  sdk(person).send(new PutObjectCommand({ Bucket: BUCKET, Key: `${person.identityId}/${name}`, Body }));
const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };

describe('where the policy lets people list their own objects', () => {
  serveS3('satchel-listing');

  it('tells their keys in the order of their bytes, with what is known of each, and nobody else’s', async () => {
    await put('theirs', 'x', bob);
    for (const name of ['b', 'é 📎+(1)&<', 'a/c', 'Z', '\u{ffee}', '📎']) await put(name, name);
    const { Contents, KeyCount, IsTruncated, NextContinuationToken } = await list();
    expect(Contents?.map(({ Key }) => Key?.slice(Prefix.length))).toEqual([
      'Z',
      'a/c',
      'b',
      'é 📎+(1)&<',
      '\u{ffee}',
      '📎',
    ]);
    expect(Contents?.[0]).toMatchObject({
      Size: 1,
      StorageClass: 'STANDARD',
      ETag: expect.stringMatching(/^"\w{32}"$/),
    });
    expect(Date.now() - (Contents?.[0]?.LastModified?.getTime() ?? 0)).toBeLessThan(60_000);
    expect({ KeyCount, IsTruncated, NextContinuationToken }).toEqual({ KeyCount: 6, IsTruncated: false });
  });

  it('goes on behind a page with its token, and only with that', async () => {
    for (const name of ['a', 'b', 'c']) await put(name);
    const first = await list({ MaxKeys: 2 });
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2 });
    const next = await list({ ContinuationToken: first.NextContinuationToken });
    expect(next.Contents?.map(({ Key }) => Key)).toEqual([`${own}/c`]);
    expect(next.IsTruncated).toBe(false);
    expect((await list({ StartAfter: `${own}/b` })).Contents).toHaveLength(1);
    await expect(list({ ContinuationToken: 'made up' })).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  it('encodes keys where it is asked to', async () => {
    await put('a b+c\u0001.txt');
    const { Contents, EncodingType } = await list({ EncodingType: 'url' });
    expect(EncodingType).toBe('url');
    expect(Contents?.[0]?.Key).toBe(`${encodeURIComponent(own)}/a+b%2Bc%01.txt`);
  });

  it('is empty where there is nothing', async () => {
    expect(await list()).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  it.each([
    ['the whole bucket', undefined],
    ['the empty prefix', ''],
    ['the bare identity', own],
    ['another identity', `${bob.identityId}/`],
  ])('refuses to list %s', async (_what, prefix) => {
    await expect(list({ Prefix: prefix })).rejects.toMatchObject(denied);
  });

  it('says what it cannot do', async () => {
    await expect(list({ Delimiter: '/' })).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe.each(['satchel', 'tutorial-2017', 'tutorial-2018'] as const)('under the policy %s', (policy) => {
  serveS3(policy);
  beforeEach(async () => {
    if (policy === 'satchel') await put('a');
  });

  it('nobody lists', async () => {
    await expect(list()).rejects.toMatchObject(denied);
  });
});
