import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, sdk, serveS3 } from './s3-server.ts';
import { alice } from './sigv4-people.ts';

const served = serveS3();
const at = (name: string) => ({ Bucket: BUCKET, Key: `${alice.identityId}/${name}` });

const text = async (name: string) => {
  const { Body } = await sdk().send(new GetObjectCommand(at(name)));
  return Body?.transformToString();
};

describe('an object put by the AWS SDK', () => {
  it('comes back byte for byte, with its headers and metadata', async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => (index * 31) % 256);
    const put = await sdk().send(
      new PutObjectCommand({
        ...at('plan.bin'),
        Body: bytes,
        ContentType: 'image/png',
        CacheControl: 'private, max-age=60',
        ContentDisposition: 'attachment; filename="plan.png"',
        ContentLanguage: 'de',
        Metadata: { colour: 'blue' },
      }),
    );
    const got = await sdk().send(new GetObjectCommand(at('plan.bin')));
    expect(Buffer.compare((await got.Body?.transformToByteArray()) ?? new Uint8Array(), bytes)).toBe(0);
    expect(got).toMatchObject({
      ETag: put.ETag,
      ContentLength: 300_000,
      ContentType: 'image/png',
      CacheControl: 'private, max-age=60',
      ContentDisposition: 'attachment; filename="plan.png"',
      ContentLanguage: 'de',
      Metadata: { colour: 'blue' },
      AcceptRanges: 'bytes',
      ServerSideEncryption: 'AES256',
    });
    expect(Math.abs((got.LastModified?.getTime() ?? 0) - Date.now())).toBeLessThan(5000);
  });

  it('has the MD5 of its bytes as its ETag', async () => {
    const { ETag } = await sdk().send(new PutObjectCommand({ ...at('hello.txt'), Body: 'hello' }));
    expect(ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
  });

  it('may be sent as a stream, in aws-chunked pieces with a checksum behind them', async () => {
    const pieces = [Buffer.from('one, '), Buffer.alloc(70_000, 'x'), Buffer.from(' and the last')];
    const { ChecksumCRC32 } = await sdk().send(
      new PutObjectCommand({ ...at('stream.txt'), Body: Readable.from(pieces), ContentLength: 70_018 }),
    );
    expect(await text('stream.txt')).toBe(Buffer.concat(pieces).toString());
    expect(ChecksumCRC32).toMatch(/^[\w+/]{6}==$/);
    const { ContentEncoding } = await sdk().send(new HeadObjectCommand(at('stream.txt')));
    expect(ContentEncoding).toBeUndefined();
  });

  it('may be empty', async () => {
    await sdk().send(new PutObjectCommand({ ...at('empty'), Body: '', ContentLength: 0 }));
    expect(await text('empty')).toBe('');
    const { ContentLength } = await sdk().send(new HeadObjectCommand(at('empty')));
    expect(ContentLength).toBe(0);
  });

  it('is told about by HEAD, without its bytes', async () => {
    await sdk().send(new PutObjectCommand({ ...at('a.txt'), Body: 'hello', ContentType: 'text/plain' }));
    expect(await sdk().send(new HeadObjectCommand(at('a.txt')))).toMatchObject({
      ContentLength: 5,
      ContentType: 'text/plain',
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
    });
  });

  it('is replaced as a whole by the next one', async () => {
    await sdk().send(new PutObjectCommand({ ...at('a.txt'), Body: 'first', Metadata: { colour: 'blue' } }));
    await sdk().send(new PutObjectCommand({ ...at('a.txt'), Body: 'second!', ContentType: 'text/plain' }));
    expect(await text('a.txt')).toBe('second!');
    expect(await sdk().send(new HeadObjectCommand(at('a.txt')))).toMatchObject({
      ContentType: 'text/plain',
      Metadata: {},
    });
    expect(await served.s3().objects()).toEqual([{ key: at('a.txt').Key, size: 7, contentType: 'text/plain' }]);
  });

  it('is gone once it is deleted, and can be deleted again', async () => {
    await sdk().send(new PutObjectCommand({ ...at('a.txt'), Body: 'hello' }));
    await sdk().send(new DeleteObjectCommand(at('a.txt')));
    await sdk().send(new DeleteObjectCommand(at('a.txt')));
    expect(served.exchanges()).toEqual(['PUT 200', 'DELETE 204', 'DELETE 204']);
    expect(await served.s3().objects()).toEqual([]);
  });
});

describe('a key', () => {
  it.each([
    'plain.txt',
    'with space & plus+.txt',
    'über/Größe/日本語 🎒.png',
    'quotes\'"<>&.txt',
    'percent%20%2e%2e%2Fliteral',
    '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '..hidden/a..b/c..',
    'C:\\windows\\file',
    'star*(1)!~.txt',
    'trailing/',
    'question?mark#hash',
    'CON.json',
  ])('may be %s', async (name) => {
    await sdk().send(new PutObjectCommand({ ...at(name), Body: `bytes of ${name}` }));
    expect(await text(name)).toBe(`bytes of ${name}`);
    expect(await served.s3().objects()).toMatchObject([{ key: at(name).Key }]);
  });

  it('tells upper case from lower case', async () => {
    await sdk().send(new PutObjectCommand({ ...at('A'), Body: 'upper' }));
    await sdk().send(new PutObjectCommand({ ...at('a'), Body: 'lower' }));
    expect([await text('A'), await text('a')]).toEqual(['upper', 'lower']);
  });

  it('may have 1,024 bytes in UTF-8, and no more', async () => {
    const longest = 'ü'.repeat((1024 - at('').Key.length) / 2 - 1) + 'x'.repeat(at('').Key.length % 2 === 0 ? 2 : 3);
    expect(Buffer.byteLength(at(longest).Key)).toBe(1024);
    await sdk().send(new PutObjectCommand({ ...at(longest), Body: 'deep' }));
    expect(await text(longest)).toBe('deep');
    await expect(sdk().send(new PutObjectCommand({ ...at(`${longest}x`), Body: 'deep' }))).rejects.toMatchObject({
      name: 'KeyTooLongError',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('without s3:ListBucket', () => {
  it('a missing object is denied, as on AWS, and not called missing', async () => {
    await expect(sdk().send(new GetObjectCommand(at('nowhere')))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('not authorized to perform: s3:ListBucket'),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(sdk().send(new HeadObjectCommand(at('nowhere')))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('a listing is denied, of the own prefix, too', async () => {
    const list = new ListObjectsV2Command({ Bucket: BUCKET, Prefix: `${alice.identityId}/` });
    await expect(sdk().send(list)).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  });
});
