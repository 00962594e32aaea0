import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  ChecksumAlgorithm,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, ORIGIN, sdk, send, serveS3 } from './s3-server.ts';
import { signedByAws4 } from './sigv4-aws4.ts';
import { alice } from './sigv4-people.ts';

const served = serveS3();
const object = { Bucket: BUCKET, Key: `${alice.identityId}/sum` };
const MIB = 1024 * 1024;

const put = (more: Partial<ConstructorParameters<typeof PutObjectCommand>[0]>) =>
  sdk().send(new PutObjectCommand({ ...object, Body: '123456789', ...more }));

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
const md5 = (text: string) => createHash('md5').update(text).digest('base64');

/** The published check values of "123456789". */
const CRC32 = base64('cbf43926');
const CRC32C = base64('e3069283');

describe('the checksum that comes with an upload', () => {
  it.each([
    [ChecksumAlgorithm.CRC32, { ChecksumCRC32: CRC32 }],
    [ChecksumAlgorithm.CRC32C, { ChecksumCRC32C: CRC32C }],
    [ChecksumAlgorithm.SHA1, { ChecksumSHA1: createHash('sha1').update('123456789').digest('base64') }],
    [ChecksumAlgorithm.SHA256, { ChecksumSHA256: createHash('sha256').update('123456789').digest('base64') }],
  ])('may be %s; it is checked, kept and told', async (algorithm, checksum) => {
    expect(await put({ ChecksumAlgorithm: algorithm })).toMatchObject({ ...checksum, ChecksumType: 'FULL_OBJECT' });
    expect(await sdk().send(new HeadObjectCommand({ ...object, ChecksumMode: 'ENABLED' }))).toMatchObject(checksum);
    expect(await sdk().send(new GetObjectCommand(object))).toMatchObject(checksum);
  });

  it.each([
    { ChecksumCRC32: CRC32C },
    { ChecksumCRC32C: CRC32 },
    { ChecksumSHA256: createHash('sha256').digest('base64') },
  ])('is refused where it is another one (%o)', async (wrong) => {
    await expect(put(wrong)).rejects.toMatchObject({ name: 'BadDigest', $metadata: { httpStatusCode: 400 } });
    expect(await served.s3().objects()).toEqual([]);
  });

  it('is refused where it is none', async () => {
    await expect(put({ ChecksumCRC32: 'abc' })).rejects.toMatchObject({ name: 'InvalidRequest' });
  });

  it('may be an MD5', async () => {
    await expect(put({ ContentMD5: md5('123456789') })).resolves.toBeDefined();
    await expect(put({ ContentMD5: md5('12345678') })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(put({ ContentMD5: 'not an MD5' })).rejects.toMatchObject({ name: 'InvalidDigest' });
  });

  it('is not told of a range', async () => {
    await put({});
    const got = await sdk().send(new GetObjectCommand({ ...object, Range: 'bytes=0-1' }));
    expect(got.ChecksumCRC32).toBeUndefined();
  });
});

describe('a body in aws-chunked pieces', () => {
  const chunked = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    send(
      served.s3(),
      asRequest(
        {
          'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
          'content-encoding': 'aws-chunked',
          'x-amz-decoded-content-length': '9',
          'x-amz-trailer': 'x-amz-checksum-crc32',
          ...headers,
        },
        body,
      ),
    );

  const asRequest = (headers: Readonly<Record<string, string>>, body: string) => {
    const signed = signedByAws4({
      service: 's3',
      method: 'PUT',
      url: `${ORIGIN}/${alice.identityId}/sum`,
      headers,
      body,
      credentials: alice,
      at: served.clock.now(),
    });
    return new Request(signed.url, { method: 'PUT', headers: signed.headers, body: signed.body });
  };

  it('is put together again', async () => {
    const answer = await chunked(`4\r\n1234\r\n5\r\n56789\r\n0\r\nx-amz-checksum-crc32:${CRC32}\r\n\r\n`);
    expect(answer.status).toBe(200);
    const { Body } = await sdk().send(new GetObjectCommand(object));
    expect(await Body?.transformToString()).toBe('123456789');
  });

  it.each([
    ['a wrong checksum behind it', `9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:${CRC32C}\r\n\r\n`, 'BadDigest'],
    ['no checksum behind it', '9\r\n123456789\r\n0\r\n\r\n', 'MalformedTrailerError'],
    ['fewer bytes than it says', `8\r\n12345678\r\n0\r\nx-amz-checksum-crc32:${CRC32}\r\n\r\n`, 'IncompleteBody'],
    ['a piece cut short', '9\r\n1234', 'IncompleteBody'],
    ['no end', '9\r\n123456789\r\n', 'IncompleteBody'],
    ['no pieces at all', '123456789', 'IncompleteBody'],
  ])('is refused with %s', async (_what, body, code) => {
    const answer = await chunked(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
    expect(await served.s3().objects()).toEqual([]);
  });
});

describe('the checksum of a multipart upload', () => {
  const parts = [Buffer.alloc(5 * MIB, 'a'), Buffer.from('the end')];

  const uploadAll = async (created: Partial<ConstructorParameters<typeof CreateMultipartUploadCommand>[0]>) => {
    const { UploadId } = await sdk().send(new CreateMultipartUploadCommand({ ...object, ...created }));
    const sent = await Promise.all(
      parts.map(async (Body, index) => {
        const PartNumber = index + 1;
        const { ETag, ChecksumCRC32 } = await sdk().send(
          new UploadPartCommand({ ...object, UploadId, PartNumber, Body, ChecksumAlgorithm: 'CRC32' }),
        );
        return { PartNumber, ETag, ChecksumCRC32 };
      }),
    );
    return { UploadId, Parts: sent };
  };

  const crc = (bytes: Uint8Array) => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(crc32(bytes));
    return four;
  };

  it('is made of those of its parts', async () => {
    const { UploadId, Parts } = await uploadAll({ ChecksumAlgorithm: 'CRC32' });
    const done = await sdk().send(
      new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts } }),
    );
    const ChecksumCRC32 = `${crc(Buffer.concat(parts.map(crc))).toString('base64')}-2`;
    expect(done).toMatchObject({ ChecksumCRC32, ChecksumType: 'COMPOSITE' });
  });

  it('is that of the whole object where the upload says so, and must be the one that the client knows', async () => {
    const { UploadId, Parts } = await uploadAll({ ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const command = { ...object, UploadId, MultipartUpload: { Parts } };
    await expect(
      sdk().send(new CompleteMultipartUploadCommand({ ...command, ChecksumCRC32: CRC32 })),
    ).rejects.toMatchObject({ name: 'BadDigest' });
    const whole = crc(Buffer.concat(parts)).toString('base64');
    const done = await sdk().send(new CompleteMultipartUploadCommand({ ...command, ChecksumCRC32: whole }));
    expect(done).toMatchObject({ ChecksumCRC32: whole, ChecksumType: 'FULL_OBJECT' });
  });

  it('needs every part to have one of that kind', async () => {
    const { UploadId, Parts } = await uploadAll({ ChecksumAlgorithm: 'CRC32' });
    const bare = Parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }));
    await expect(
      sdk().send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts: bare } })),
    ).rejects.toMatchObject({ name: 'InvalidRequest', message: expect.stringContaining('missing for part 1') });
    await expect(uploadAll({ ChecksumAlgorithm: 'SHA256' })).rejects.toMatchObject({ name: 'InvalidRequest' });
  });

  it('of a part must be the one that was sent', async () => {
    const { UploadId, Parts } = await uploadAll({});
    const wrong = Parts.map((part) => ({ ...part, ChecksumCRC32: CRC32 }));
    await expect(
      sdk().send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts: wrong } })),
    ).rejects.toMatchObject({ name: 'InvalidPart' });
  });
});
