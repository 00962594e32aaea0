import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { BUCKET, sdk, serveS3 } from './s3-server.ts';
import { alice, bob } from './sigv4-people.ts';

const served = serveS3();
const object = { Bucket: BUCKET, Key: `${alice.identityId}/film ü.mp4` };
const MIB = 1024 * 1024;

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest();
const partOf = (length: number, seed: number) => Buffer.alloc(length, `part ${seed}, `);

const create = async (more: Partial<ConstructorParameters<typeof CreateMultipartUploadCommand>[0]> = {}) => {
  const { UploadId } = await sdk().send(new CreateMultipartUploadCommand({ ...object, ...more }));
  return UploadId ?? '';
};

const upload = async (UploadId: string, PartNumber: number, Body: Uint8Array) => {
  const { ETag, ChecksumCRC32 } = await sdk().send(new UploadPartCommand({ ...object, UploadId, PartNumber, Body }));
  return { PartNumber, ETag, ChecksumCRC32 };
};

const complete = (UploadId: string, Parts: readonly { PartNumber: number; ETag: string | undefined }[]) =>
  sdk().send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts: [...Parts] } }));

describe('a multipart upload', () => {
  it('makes one object of its parts, with the headers that it was created with', async () => {
    const [first, second, last] = [partOf(5 * MIB, 1), partOf(5 * MIB, 2), partOf(1234, 3)];
    const id = await create({ ContentType: 'video/mp4', Metadata: { colour: 'blue' } });
    const parts = await Promise.all([upload(id, 3, last), upload(id, 1, first), upload(id, 2, second)]);
    const { ETag, Key } = await complete(
      id,
      parts.sort((a, b) => a.PartNumber - b.PartNumber),
    );
    const etag = `"${md5(Buffer.concat([md5(first), md5(second), md5(last)])).toString('hex')}-3"`;
    expect({ ETag, Key }).toEqual({ ETag: etag, Key: object.Key });

    const got = await fetch(await getSignedUrl(sdk(), new GetObjectCommand(object)));
    expect(Buffer.from(await got.arrayBuffer()).equals(Buffer.concat([first, second, last]))).toBe(true);
    expect(await sdk().send(new HeadObjectCommand(object))).toMatchObject({
      ETag: etag,
      ContentType: 'video/mp4',
      Metadata: { colour: 'blue' },
    });
    expect(await served.s3().uploads()).toEqual([]);
  });

  it('is under way until it is completed or aborted, and no object meanwhile', async () => {
    const id = await create();
    await upload(id, 1, partOf(10, 1));
    expect(await served.s3().uploads()).toEqual([{ key: object.Key, uploadId: id }]);
    expect(await served.s3().objects()).toEqual([]);
    await sdk().send(new AbortMultipartUploadCommand({ ...object, UploadId: id }));
    expect(await served.s3().uploads()).toEqual([]);
    expect(served.exchanges().at(-1)).toBe('DELETE 204');
  });

  it('tells its parts in order, in pages', async () => {
    const id = await create();
    for (const number of [10, 2, 1]) await upload(id, number, partOf(number, number));
    const { Parts } = await sdk().send(new ListPartsCommand({ ...object, UploadId: id }));
    expect(Parts?.map(({ PartNumber, Size, ETag }) => [PartNumber, Size, ETag])).toEqual(
      [1, 2, 10].map((number) => [number, number, `"${md5(partOf(number, number)).toString('hex')}"`]),
    );
    const page = await sdk().send(new ListPartsCommand({ ...object, UploadId: id, MaxParts: 2 }));
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
    const next = await sdk().send(new ListPartsCommand({ ...object, UploadId: id, PartNumberMarker: '2' }));
    expect(next.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([10]);
    expect(next.IsTruncated).toBe(false);
  });

  it('takes the last part sent under a number', async () => {
    const id = await create();
    const old = await upload(id, 1, partOf(10, 1));
    const part = await upload(id, 1, partOf(20, 2));
    await expect(complete(id, [old])).rejects.toMatchObject({ name: 'InvalidPart' });
    await complete(id, [part]);
    expect(await sdk().send(new HeadObjectCommand(object))).toMatchObject({ ContentLength: 20 });
  });

  it('makes an object of which any range can be read, over the borders of its parts', async () => {
    const bytes = [partOf(5 * MIB, 1), partOf(5 * MIB, 2), partOf(7, 3)];
    const id = await create();
    const parts = [];
    for (const [index, part] of bytes.entries()) parts.push(await upload(id, index + 1, part));
    await complete(id, parts);
    const whole = Buffer.concat(bytes);
    for (const [from, to] of [
      [5 * MIB - 3, 5 * MIB + 2],
      [5 * MIB, 10 * MIB - 1],
      [4 * MIB, whole.length - 1],
      [whole.length - 2, whole.length - 1],
    ] as const) {
      const url = await getSignedUrl(sdk(), new GetObjectCommand({ ...object, Range: `bytes=${from}-${to}` }));
      const got = await fetch(url, { headers: { range: `bytes=${from}-${to}` } });
      const read = Buffer.from(await got.arrayBuffer());
      expect(read.equals(whole.subarray(from, to + 1)), `${from}–${to}`).toBe(true);
    }
  });

  it('may leave parts out', async () => {
    const id = await create();
    const one = await upload(id, 1, partOf(10, 1));
    await upload(id, 2, partOf(20, 2));
    await complete(id, [one]);
    expect(await sdk().send(new HeadObjectCommand(object))).toMatchObject({ ContentLength: 10 });
  });
});

describe('completing is refused', () => {
  it('where a part that is not the last has less than 5 MiB', async () => {
    const id = await create();
    const parts = [await upload(id, 1, partOf(5 * MIB - 1, 1)), await upload(id, 2, partOf(10, 2))];
    await expect(complete(id, parts)).rejects.toMatchObject({
      name: 'EntityTooSmall',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await served.s3().uploads()).toHaveLength(1);
  });

  it('where a part was never sent, or was another one', async () => {
    const id = await create();
    const part = await upload(id, 1, partOf(10, 1));
    await expect(complete(id, [{ ...part, ETag: '"0"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete(id, [{ ...part, PartNumber: 2 }])).rejects.toMatchObject({ name: 'InvalidPart' });
  });

  it('where the parts are out of order, or named twice', async () => {
    const id = await create();
    const [one, two] = [await upload(id, 1, partOf(5 * MIB, 1)), await upload(id, 2, partOf(5 * MIB, 2))];
    await expect(complete(id, [two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete(id, [one, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
  });

  it('where no parts are named', async () => {
    const id = await create();
    await expect(complete(id, [])).rejects.toMatchObject({ name: 'MalformedXML', $metadata: { httpStatusCode: 400 } });
  });

  it('where an object is there and none is to be replaced; the upload stays', async () => {
    await sdk().send(new PutObjectCommand({ ...object, Body: 'here already' }));
    const id = await create();
    const Parts = [await upload(id, 1, partOf(10, 1))];
    const command = { ...object, UploadId: id, MultipartUpload: { Parts }, IfNoneMatch: '*' };
    await expect(sdk().send(new CompleteMultipartUploadCommand(command))).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    expect(await served.s3().uploads()).toHaveLength(1);
    expect(await sdk().send(new HeadObjectCommand(object))).toMatchObject({ ContentLength: 12 });
  });
});

describe('an upload that is not there', () => {
  const gone = { name: 'NoSuchUpload', $metadata: { httpStatusCode: 404 } };

  it('takes no parts, tells none, and is neither completed nor aborted', async () => {
    const id = await create();
    const part = await upload(id, 1, partOf(10, 1));
    await complete(id, [part]);
    for (const UploadId of [id, 'unknown', '../objects', 'x'.repeat(40)]) {
      await expect(upload(UploadId, 1, partOf(10, 1))).rejects.toMatchObject(gone);
      await expect(complete(UploadId, [part])).rejects.toMatchObject(gone);
      await expect(sdk().send(new ListPartsCommand({ ...object, UploadId }))).rejects.toMatchObject(gone);
      await expect(sdk().send(new AbortMultipartUploadCommand({ ...object, UploadId }))).rejects.toMatchObject(gone);
    }
    expect(await sdk().send(new HeadObjectCommand(object))).toMatchObject({ ContentLength: 10 });
  });

  it('is also one of another key, and of another person', async () => {
    const UploadId = await create();
    const otherKey = { Bucket: BUCKET, Key: `${alice.identityId}/other`, UploadId };
    await expect(sdk().send(new ListPartsCommand(otherKey))).rejects.toMatchObject(gone);
    const bobs = { Bucket: BUCKET, Key: `${bob.identityId}/film`, UploadId };
    await expect(sdk(bob).send(new AbortMultipartUploadCommand(bobs))).rejects.toMatchObject(gone);
    await expect(sdk(bob).send(new AbortMultipartUploadCommand({ ...object, UploadId }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    expect(await served.s3().uploads()).toHaveLength(1);
  });
});

it('a part number is between 1 and 10,000', async () => {
  const id = await create();
  await expect(upload(id, 10_000, partOf(1, 1))).resolves.toBeDefined();
  for (const number of [0, 10_001]) {
    await expect(upload(id, number, partOf(1, 1))).rejects.toMatchObject({ name: 'InvalidArgument' });
  }
});
