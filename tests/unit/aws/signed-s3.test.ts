import aws4 from 'aws4';
import { describe, expect, it } from 'vitest';
import { presignedAddress, s3Address, signedHeaders } from '#src/aws/signed-s3.ts';

const keys = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret/with+signs', sessionToken: 'token+/with=signs' };
const signing = { region: 'eu-west-1', keys, now: Date.parse('2026-11-22T20:17:33.456Z') };
const place = { bucket: 'a-bucket', region: 'eu-west-1' };
const awkward = ['us-east-1:0abc/0def-plan.pdf', "a b/€'(1)*!.txt", 'a+b/%2F/c', '/a//b/', 'يوم/📎.bin'];

function addressed(key: string, query = {}): URL {
  const url = s3Address(place, key, query);
  if (url === null) throw new Error(`no address for ${key}`);
  return url;
}

describe('a signed request', () => {
  it.each(awkward)('has the signature that aws4 makes for %s', (key) => {
    const url = addressed(key, { partNumber: '2', uploadId: 'a+/b=' });
    const ours = signedHeaders('PUT', url, { 'x-amz-checksum-sha256': 'abc=', 'content-type': 'image/png' }, signing);
    const theirs = aws4.sign(
      {
        service: 's3',
        region: 'eu-west-1',
        method: 'PUT',
        host: url.host,
        path: `${url.pathname}${url.search}`,
        headers: {
          'x-amz-checksum-sha256': 'abc=',
          'content-type': 'image/png',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
          'X-Amz-Date': '20261122T201733Z',
        },
      },
      keys,
    );
    expect(ours.authorization).toBe(theirs.headers?.Authorization);
    expect(Object.keys(ours)).not.toContain('host');
  });
});

describe('a presigned address', () => {
  it.each(awkward)('has the signature that aws4 makes for %s', (key) => {
    const url = addressed(key, { 'response-content-disposition': "attachment; filename*=UTF-8''a%20b" });
    const theirs = aws4.sign(
      {
        service: 's3',
        region: 'eu-west-1',
        method: 'GET',
        host: url.host,
        path: `${url.pathname}${url.search}&X-Amz-Date=20261122T201733Z&X-Amz-Expires=60`,
        signQuery: true,
      },
      keys,
    );
    const sorted = (address: URL) => [...address.searchParams].sort();
    expect(sorted(presignedAddress(url, 60, signing))).toEqual(sorted(new URL(`https://${url.host}${theirs.path}`)));
  });
});

describe('the address of an object', () => {
  it.each(awkward)('leads to the key %s', (key) => {
    expect(decodeURIComponent(addressed(key).pathname)).toBe(`/${key}`);
  });

  it.each(['../other/a.txt', 'a/./b', '..', 'a\ud800b'])('cannot be had for %j', (key) => {
    expect(s3Address(place, key)).toBeNull();
  });
});
