import { describe, expect, it } from 'vitest';
import { createObjectStorage } from '#src/aws/create-object-storage.ts';
import { s3Parts } from './s3-parts.ts';

/** A storage whose requests are answered in this order, and what they were. */
function answered(...answers: readonly Response[]) {
  const left = [...answers];
  const asked: string[] = [];
  const objects = createObjectStorage(
    s3Parts({
      fetch: async (input, init) => {
        const { pathname, search } = new URL(String(input));
        asked.push(`${init?.method} ${pathname}${search}`);
        return left.shift() ?? Response.error();
      },
    }),
  );
  return { objects, asked };
}

const xml = (text: string, init: ResponseInit = {}) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n\n   ${text}`, init);
const refusal = (code: string, status: number, headers = {}) =>
  xml(`<Error><Code>${code}</Code><Message>No &amp; &quot;no&quot;.</Message></Error>`, { status, headers });

const upload = { key: 'a', uploadId: 'u' };
const parts = [{ number: 1, etag: '"1"', sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' }];

describe('completing an upload', () => {
  it('is refused where S3 had begun to say yes before it knew', async () => {
    const { objects } = answered(refusal('InternalError', 200));
    expect(await objects.complete({ ...upload, parts })).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable', details: expect.stringContaining('InternalError: No & "no".') },
    });
  });

  it('is not done where S3 tells another checksum than that of the parts', async () => {
    const { objects } = answered(
      xml('<CompleteMultipartUploadResult><ChecksumSHA256>other=-1</ChecksumSHA256></CompleteMultipartUploadResult>'),
    );
    expect(await objects.complete({ ...upload, parts })).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable', message: expect.stringMatching(/not arrive/) },
    });
  });

  it('is done where S3 tells none', async () => {
    const { objects } = answered(xml('<CompleteMultipartUploadResult xmlns="x"></CompleteMultipartUploadResult>'));
    expect(await objects.complete({ ...upload, parts })).toEqual({ ok: true, value: 'done' });
  });

  it('is begun anew where S3 does not know it and has another object, or none, under the key', async () => {
    const other = new Response(null, { headers: { 'x-amz-checksum-sha256': 'other=' } });
    const { objects } = answered(refusal('NoSuchUpload', 404), other);
    expect(await objects.complete({ ...upload, parts })).toEqual({ ok: true, value: 'gone' });
    const { objects: empty } = answered(refusal('NoSuchUpload', 404), new Response(null, { status: 404 }));
    expect(await empty.complete({ ...upload, parts })).toEqual({ ok: true, value: 'gone' });
  });
});

describe('the parts of an upload', () => {
  it('are read with their quotes, and without those that have no checksum', async () => {
    const { objects, asked } = answered(
      xml(`<ListPartsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>true</IsTruncated>
        <NextPartNumberMarker>2</NextPartNumberMarker>
        <Part><PartNumber>1</PartNumber><ETag>&quot;e1&quot;</ETag><ChecksumSHA256>s1=</ChecksumSHA256></Part>
        <Part><PartNumber>2</PartNumber><ETag>&#34;e2&#x22;</ETag></Part></ListPartsResult>`),
      xml('<ListPartsResult><IsTruncated>false</IsTruncated></ListPartsResult>'),
    );
    const found = await objects.parts(upload);
    expect(found).toEqual({ ok: true, value: [{ number: 1, etag: '"e1"', sha256: 's1=' }] });
    expect(asked.map((ask) => new URLSearchParams(ask.split('?')[1]).get('part-number-marker'))).toEqual(['0', '2']);
  });
});

describe('a list of objects', () => {
  it('goes on behind a page by the token that S3 gave', async () => {
    const { objects, asked } = answered(
      xml(
        `<ListBucketResult><NextContinuationToken>t+/=</NextContinuationToken><Contents><Key>p/a+b%2B</Key>
        <Size>3</Size><LastModified>2026-11-27T12:00:00.000Z</LastModified></Contents></ListBucketResult>`,
        { headers: { date: 'Fri, 27 Nov 2026 13:00:00 GMT' } },
      ),
      xml('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>'),
    );
    const first = await objects.list('p/', null);
    // By S3's clock, whatever this computer's says; the test may take some seconds.
    const age = expect.closeTo(3_600_000, -4.5);
    expect(first).toEqual({ ok: true, value: { objects: [{ key: 'p/a b+', size: 3, age }], next: 't+/=' } });
    expect(await objects.list('p/', 't+/=')).toEqual({ ok: true, value: { objects: [], next: null } });
    expect(asked[1]).toMatch(/prefix=p%2F&continuation-token=t%2B%2F%3D$/);
  });
});

describe('a refusal', () => {
  it.each([
    ['SlowDown', 503, { kind: 'throttled', retryAfter: 7000 }],
    ['ServiceUnavailable', 503, { kind: 'unavailable', retryAfter: 7000 }],
    ['RequestTimeout', 400, { kind: 'unavailable' }],
    ['ExpiredToken', 400, { kind: 'expired' }],
    ['SignatureDoesNotMatch', 403, { kind: 'expired' }],
    ['AccessDenied', 403, { kind: 'denied' }],
    ['NoSuchKey', 404, { kind: 'denied' }],
    ['NoSuchBucket', 404, { kind: 'invalid', message: expect.stringMatching(/VITE_BUCKET/) }],
    ['PermanentRedirect', 301, { kind: 'invalid', message: expect.stringMatching(/VITE_REGION/) }],
    ['KeyTooLongError', 400, { kind: 'invalid' }],
    ['BadDigest', 400, { kind: 'unavailable', message: expect.stringMatching(/not arrive/) }],
    ['EntityTooLarge', 400, { kind: 'too-large' }],
  ])('%s (%d) is told as what a person can do about it', async (code, status, failure) => {
    const { objects } = answered(refusal(code, status, { 'retry-after': '7' }));
    expect(await objects.read('a')).toMatchObject({ ok: false, failure });
  });

  it.each([
    [400, 'expired'],
    [403, 'denied'],
    [404, 'denied'],
    [503, 'unavailable'],
  ])('of a HEAD, which has no words, is known by its status %d', async (status, kind) => {
    const { objects } = answered(new Response(null, { status }));
    expect(await objects.facts('a')).toMatchObject({ ok: false, failure: { kind } });
  });
});
