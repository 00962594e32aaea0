import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectAclCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, ORIGIN, sdk, serveS3 } from './s3-server.ts';
import { alice, bob, expired, forged, MINUTE } from './sigv4-people.ts';

const served = serveS3();
const object = { Bucket: BUCKET, Key: `${alice.identityId}/a.txt` };
const put = new PutObjectCommand({ ...object, Body: 'hello' });
const refused = (name: string, status: number) => ({ name, $metadata: { httpStatusCode: status } });

describe('S3 refuses', () => {
  it('what is not signed at all', async () => {
    await sdk().send(put);
    const url = `${ORIGIN}/${object.Key}`;
    for (const method of ['GET', 'PUT', 'DELETE', 'POST']) {
      const answer = await fetch(url, { method });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('<Code>AccessDenied</Code><Message>Access Denied</Message>');
    }
    expect(await (await fetch(`${url}?response-content-type=text/html`)).text()).not.toContain('hello');
    expect(await served.s3().objects()).toHaveLength(1);
  });

  it('credentials that it does not know, that have run out, or that are a mixture of two', async () => {
    await expect(sdk(forged).send(put)).rejects.toMatchObject(refused('InvalidAccessKeyId', 403));
    await expect(sdk(expired).send(put)).rejects.toMatchObject(refused('ExpiredToken', 400));
    const mixed = { ...alice, sessionToken: bob.sessionToken };
    await expect(sdk(mixed).send(put)).rejects.toMatchObject(refused('InvalidToken', 400));
    const guessed = { ...alice, secretAccessKey: 'guessed' };
    await expect(sdk(guessed).send(put)).rejects.toMatchObject(refused('SignatureDoesNotMatch', 403));
    expect(await served.s3().objects()).toEqual([]);
  });

  it('a client whose clock is 16 minutes off, and takes one that is 14 minutes off', async () => {
    for (const minutes of [14, -14]) {
      served.clock.offset = minutes * MINUTE;
      await expect(sdk().send(put)).resolves.toBeDefined();
    }
    for (const minutes of [16, -16]) {
      served.clock.offset = minutes * MINUTE;
      await expect(sdk().send(put)).rejects.toMatchObject(refused('RequestTimeTooSkewed', 403));
    }
  });

  it('every operation on the objects of others', async () => {
    await sdk().send(put);
    const asBob = sdk(bob);
    for (const command of [
      new GetObjectCommand(object),
      new PutObjectCommand({ ...object, Body: 'mine now' }),
      new DeleteObjectCommand(object),
      new CreateMultipartUploadCommand(object),
    ]) {
      await expect(asBob.send(command)).rejects.toMatchObject(refused('AccessDenied', 403));
    }
    await expect(asBob.send(new HeadObjectCommand(object))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    const { Body } = await sdk().send(new GetObjectCommand(object));
    expect(await Body?.transformToString()).toBe('hello');
  });

  it('everything that is done to a bucket', async () => {
    const s3 = sdk();
    await expect(s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).rejects.toMatchObject(
      refused('AccessDenied', 403),
    );
    await expect(s3.send(new ListBucketsCommand())).rejects.toMatchObject(refused('AccessDenied', 403));
    await expect(s3.send(new HeadBucketCommand({ Bucket: BUCKET }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    await expect(s3.send(new CreateBucketCommand({ Bucket: BUCKET }))).rejects.toMatchObject(
      refused('AccessDenied', 403),
    );
  });

  it('a bucket that is not there, by either address', async () => {
    const elsewhere = { ...object, Bucket: 'another-bucket' };
    await expect(sdk().send(new GetObjectCommand(elsewhere))).rejects.toMatchObject(refused('NoSuchBucket', 404));
    const pathStyle = new S3Client({ region: 'us-east-1', credentials: alice, forcePathStyle: true });
    await expect(pathStyle.send(new GetObjectCommand(elsewhere))).rejects.toMatchObject(refused('NoSuchBucket', 404));
  });

  it('what the policy does not allow even on one’s own objects', async () => {
    await sdk().send(put);
    await expect(sdk().send(new GetObjectAclCommand(object))).rejects.toMatchObject(refused('AccessDenied', 403));
    await expect(sdk().send(new PutObjectAclCommand({ ...object, ACL: 'public-read' }))).rejects.toMatchObject(
      refused('AccessDenied', 403),
    );
    const publicly = new PutObjectCommand({ ...object, Body: 'x', ACL: 'public-read' });
    await expect(sdk().send(publicly)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('s3:PutObjectAcl'),
    });
    const tagged = new PutObjectCommand({ ...object, Body: 'x', Tagging: 'a=b' });
    await expect(sdk().send(tagged)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('s3:PutObjectTagging'),
    });
    const version = new GetObjectCommand({ ...object, VersionId: 'abc' });
    await expect(sdk().send(version)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('s3:GetObjectVersion'),
    });
  });

  it('what it cannot do, instead of doing something else', async () => {
    await sdk().send(put);
    const copy = new CopyObjectCommand({ ...object, CopySource: `${BUCKET}/${encodeURIComponent(object.Key)}` });
    await expect(sdk().send(copy)).rejects.toMatchObject(refused('NotImplemented', 501));
    const many = new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: object.Key }] } });
    await expect(sdk().send(many)).rejects.toMatchObject(refused('NotImplemented', 501));
    const encrypted = new PutObjectCommand({ ...object, Body: 'x', ServerSideEncryption: 'aws:kms' });
    await expect(sdk().send(encrypted)).rejects.toMatchObject(refused('NotImplemented', 501));
    expect(await served.s3().objects()).toHaveLength(1);
  });

  it('metadata of more than 2 kB', async () => {
    const fat = new PutObjectCommand({ ...object, Body: 'x', Metadata: { note: 'x'.repeat(2048) } });
    await expect(sdk().send(fat)).rejects.toMatchObject(refused('MetadataTooLarge', 400));
  });

  it('a request for the bucket of another account', async () => {
    const theirs = new PutObjectCommand({ ...object, Body: 'x', ExpectedBucketOwner: '999999999999' });
    await expect(sdk().send(theirs)).rejects.toMatchObject(refused('AccessDenied', 403));
    const ours = new PutObjectCommand({ ...object, Body: 'x', ExpectedBucketOwner: '123456789012' });
    await expect(sdk().send(ours)).resolves.toBeDefined();
  });
});

it('every answer has a request id and the server’s own date', async () => {
  served.clock.offset = 5 * MINUTE;
  const answer = await fetch(`${ORIGIN}/anything`);
  const id = answer.headers.get('x-amz-request-id');
  expect(id).toMatch(/^[0-9A-F]{16}$/);
  expect(await answer.text()).toContain(`<RequestId>${id}</RequestId>`);
  const ahead = Date.parse(answer.headers.get('date') ?? '') - Date.now();
  expect(Math.abs(ahead - 5 * MINUTE)).toBeLessThan(10_000);
});

it('the bucket is found by its path, too', async () => {
  const pathStyle = new S3Client({ region: 'us-east-1', credentials: alice, forcePathStyle: true });
  await pathStyle.send(put);
  const { Body } = await sdk().send(new GetObjectCommand(object));
  expect(await Body?.transformToString()).toBe('hello');
});
