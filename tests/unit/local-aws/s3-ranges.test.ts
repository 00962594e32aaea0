import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from 'vitest';
import { BUCKET, sdk, serveS3 } from './s3-server.ts';
import { alice } from './sigv4-people.ts';

serveS3();
const object = { Bucket: BUCKET, Key: `${alice.identityId}/alphabet` };
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

const get = async (more: Partial<ConstructorParameters<typeof GetObjectCommand>[0]>) => {
  const { Body, ContentRange, ContentLength, $metadata } = await sdk().send(
    new GetObjectCommand({ ...object, ...more }),
  );
  return { text: await Body?.transformToString(), ContentRange, ContentLength, status: $metadata.httpStatusCode };
};

beforeEach(async () => {
  await sdk().send(new PutObjectCommand({ ...object, Body: ALPHABET }));
});

describe('a range of an object', () => {
  it.each([
    ['bytes=0-0', 'a', 'bytes 0-0/26'],
    ['bytes=2-4', 'cde', 'bytes 2-4/26'],
    ['bytes=23-', 'xyz', 'bytes 23-25/26'],
    ['bytes=24-100', 'yz', 'bytes 24-25/26'],
    ['bytes=-2', 'yz', 'bytes 24-25/26'],
    ['bytes=-100', ALPHABET, 'bytes 0-25/26'],
  ])('%s is sent alone', async (Range, text, ContentRange) => {
    expect(await get({ Range })).toEqual({ text, ContentRange, ContentLength: text.length, status: 206 });
  });

  it.each(['bytes=26-', 'bytes=100-200', 'bytes=-0'])('%s cannot be satisfied', async (Range) => {
    await expect(get({ Range })).rejects.toMatchObject({ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } });
  });

  it.each(['bytes=0-1,3-4', 'bytes=4-2', 'bytes=-', 'lines=1-2', 'bytes=a-b'])(
    '%s is not understood, and the whole object is sent',
    async (Range) => {
      expect(await get({ Range })).toMatchObject({ text: ALPHABET, status: 200, ContentRange: undefined });
    },
  );

  it('is told about by HEAD', async () => {
    const head = await sdk().send(new HeadObjectCommand({ ...object, Range: 'bytes=2-4' }));
    expect(head).toMatchObject({ ContentLength: 3, $metadata: { httpStatusCode: 206 } });
  });

  it('of a large object begins and ends at the right byte', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 0).map((_, index) => (index >> 8) % 251);
    await sdk().send(new PutObjectCommand({ ...object, Body: bytes }));
    const { Body } = await sdk().send(new GetObjectCommand({ ...object, Range: 'bytes=1048575-3145730' }));
    const got = await Body?.transformToByteArray();
    expect(Buffer.from(got ?? []).equals(bytes.subarray(1_048_575, 3_145_731))).toBe(true);
  });
});

describe('a conditional download', () => {
  const etag = async () => (await sdk().send(new HeadObjectCommand(object))).ETag ?? '';

  it('is answered with 304 where the client has the object already', async () => {
    for (const IfNoneMatch of [await etag(), (await etag()).replaceAll('"', ''), `"other", ${await etag()}`, '*'])
      await expect(get({ IfNoneMatch })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    expect(await get({ IfNoneMatch: '"other"' })).toMatchObject({ status: 200 });
  });

  it('is answered with 412 where the client wants another one', async () => {
    await expect(get({ IfMatch: '"other"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(await get({ IfMatch: await etag() })).toMatchObject({ status: 200 });
  });

  it('goes by the date, too', async () => {
    const [before, after] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
    await expect(get({ IfModifiedSince: after })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    expect(await get({ IfModifiedSince: before })).toMatchObject({ status: 200 });
    await expect(get({ IfUnmodifiedSince: before })).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
    expect(await get({ IfUnmodifiedSince: after })).toMatchObject({ status: 200 });
  });
});

describe('a conditional upload', () => {
  const put = (more: Partial<ConstructorParameters<typeof PutObjectCommand>[0]>) =>
    sdk().send(new PutObjectCommand({ ...object, Body: 'new', ...more }));

  it('with If-None-Match: * makes an object but replaces none', async () => {
    await expect(put({ IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(await get({})).toMatchObject({ text: ALPHABET });
    const other = { ...object, Key: `${object.Key}2` };
    await expect(put({ ...other, IfNoneMatch: '*' })).resolves.toBeDefined();
  });

  it('with If-Match replaces that object alone', async () => {
    await expect(put({ IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const { ETag } = await sdk().send(new HeadObjectCommand(object));
    await put({ IfMatch: ETag });
    expect(await get({})).toMatchObject({ text: 'new' });
    await expect(put({ Key: `${object.Key}2`, IfMatch: ETag })).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});
