import { describe, expect, it } from 'vitest';
import type { AwsRequest } from '../../../local-aws/service.ts';
import { verifySignature } from '../../../local-aws/sigv4/verify-signature.ts';
import type { Ask } from './sigv4-aws4.ts';
import { signedByAws4 } from './sigv4-aws4.ts';
import { alice, bob, expired, forged, givenOut, MINUTE, NOON, tampered, withHeader, withUrl } from './sigv4-people.ts';

const BUCKET = 'https://satchel-local-uploads.s3.us-east-1.amazonaws.com';

const verify = (request: AwsRequest, now = NOON) =>
  verifySignature(request, { service: 's3', region: 'us-east-1', now, credentials: givenOut });

const ask = (more: Partial<Ask> = {}) =>
  signedByAws4({ service: 's3', url: `${BUCKET}/a/b`, credentials: alice, at: NOON, ...more });

const put = (more: Partial<Ask> = {}) =>
  ask({ method: 'PUT', body: 'the bytes', headers: { 'x-amz-meta-colour': 'blue' }, ...more });

const authorization = (request: AwsRequest) => request.headers.get('authorization') ?? '';

describe('a request to S3 signed by aws4', () => {
  it('tells who signed it', async () => {
    expect((await verify(ask())).identityId).toBe(alice.identityId);
    expect((await verify(put({ credentials: bob }))).identityId).toBe(bob.identityId);
  });

  it.each([
    '/us-east-1%3Aa11ce/plan%20%C3%BC.pdf',
    "/a/star*()'!~.txt",
    '/a//b',
    '/a/..b/c.',
    '/a/%F0%9F%8E%92',
    '/a/100%25',
    '/a/b+c',
    '/a?uploads',
    '/a?partNumber=1&uploadId=x%2By',
    '/a?response-content-disposition=attachment%3B%20filename%3D%22a%20b.txt%22',
    '/a?space=a+b',
    '/a?twice=1&twice=2',
  ])('is understood at %s', async (path) => {
    await expect(verify(ask({ url: BUCKET + path }))).resolves.toBeDefined();
    await expect(verify(ask({ url: BUCKET + path, presignedFor: 60 }))).resolves.toBeDefined();
  });

  it('means the same key however its path is percent-encoded', async () => {
    await expect(verify(withUrl(ask(), (url) => url.replace('/b', '/%62')))).resolves.toBeDefined();
  });

  it('means the same query however its spaces are written', async () => {
    const request = ask({ url: `${BUCKET}/a?response-content-disposition=a%20b%2Bc` });
    await expect(verify(withUrl(request, (url) => url.replace('a%20b', 'a+b')))).resolves.toBeDefined();
    await expect(verify(withUrl(request, (url) => url.replace('b%2Bc', 'b+c')))).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });

  it('passes with a clock 14 minutes off and is refused with one 16 minutes off', async () => {
    const tooSkewed = { status: 403, code: 'RequestTimeTooSkewed' };
    await expect(verify(ask(), NOON + 14 * MINUTE)).resolves.toBeDefined();
    await expect(verify(ask(), NOON - 14 * MINUTE)).resolves.toBeDefined();
    await expect(verify(ask(), NOON + 16 * MINUTE)).rejects.toMatchObject(tooSkewed);
    await expect(verify(ask(), NOON - 16 * MINUTE)).rejects.toMatchObject(tooSkewed);
  });

  it('may leave its payload unsigned', async () => {
    const request = put({ headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } });
    await expect(verify(tampered(request, { body: new TextEncoder().encode('other') }))).resolves.toBeDefined();
  });
});

describe('a presigned address', () => {
  const get = (seconds: number) => ask({ presignedFor: seconds });

  it('is good for as long as it says', async () => {
    await expect(verify(get(60), NOON + 60_000)).resolves.toMatchObject({ accessKeyId: alice.accessKeyId });
    await expect(verify(get(3600), NOON + 59 * MINUTE)).resolves.toBeDefined();
    await expect(verify(get(604_800), NOON + 604_800_000)).resolves.toBeDefined();
    await expect(verify(get(60), NOON + 61_000)).rejects.toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired',
    });
  });

  it('is not good before its time', async () => {
    await expect(verify(get(60), NOON - 14 * MINUTE)).resolves.toBeDefined();
    await expect(verify(get(60), NOON - 16 * MINUTE)).rejects.toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'Request is not yet valid',
    });
  });

  it.each<[string, (url: string) => string]>([
    ['key', (url) => url.replace('/a/b?', '/a/c?')],
    ['lifetime', (url) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')],
    ['date', (url) => url.replace('X-Amz-Date=20261122T120000Z', 'X-Amz-Date=20261122T120100Z')],
    ['disposition', (url) => `${url}&response-content-disposition=inline`],
    ['ACL', (url) => `${url}&x-amz-acl=public-read`],
    ['signature', (url) => url.replace(/X-Amz-Signature=./, 'X-Amz-Signature=g')],
  ])('is refused with another %s', async (_what, change) => {
    await expect(verify(withUrl(get(60), change))).rejects.toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    });
  });

  it('is not good for another method', async () => {
    await expect(verify(tampered(get(60), { method: 'DELETE' }))).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });

  it.each<[string, (url: string) => string]>([
    ['X-Amz-Expires should be a number', (url) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=1h')],
    ['X-Amz-Expires must be non-negative', (url) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=-1')],
    ['X-Amz-Expires must be less than a week', (url) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=604801')],
    ['X-Amz-Date must be in the ISO8601 Long Format', (url) => url.replace('T120000Z', '')],
    ['X-Amz-Algorithm only supports', (url) => url.replace('AWS4-HMAC-SHA256', 'AWS4-HMAC-MD5')],
    ['the Credential is mal-formed', (url) => url.replace('aws4_request', 'aws3_request')],
    ['Query-string authentication version 4 requires', (url) => url.replace('X-Amz-Expires=60', '')],
    ['Query-string authentication version 4 requires', (url) => url.replace(/X-Amz-Signature=\w+/, '')],
    ["the region 'eu-west-1' is wrong; expecting 'us-east-1'", (url) => url.replace('us-east-1%2F', 'eu-west-1%2F')],
    ['incorrect service "sts"', (url) => url.replace('%2Fs3%2F', '%2Fsts%2F')],
    ['Invalid credential date "20261121"', (url) => url.replace('%2F20261122%2F', '%2F20261121%2F')],
  ])('is refused with "%s"', async (message, change) => {
    await expect(verify(withUrl(get(60), change))).rejects.toMatchObject({
      status: 400,
      code: 'AuthorizationQueryParametersError',
      message: expect.stringContaining(message),
    });
  });

  it('is refused beside an Authorization header', async () => {
    const both = withHeader(get(60), 'authorization', authorization(ask()));
    await expect(verify(both)).rejects.toMatchObject({ status: 400, code: 'InvalidArgument' });
  });

  it('is refused with an x-amz- header that was not signed', async () => {
    await expect(verify(withHeader(get(60), 'x-amz-acl', 'public-read'))).rejects.toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'There were headers present in the request which were not signed',
    });
  });

  it('is refused without its session token, with another one, or with expired credentials', async () => {
    const noToken = withUrl(get(60), (url) => url.replace(/X-Amz-Security-Token=[^&]+&?/, ''));
    await expect(verify(noToken)).rejects.toMatchObject({ status: 403, code: 'InvalidAccessKeyId' });
    const other = withUrl(get(60), (url) => url.replace('Token=alice', 'Token=bob'));
    await expect(verify(other)).rejects.toMatchObject({ status: 400, code: 'InvalidToken' });
    const late = ask({ presignedFor: 60, credentials: expired });
    await expect(verify(late)).rejects.toMatchObject({ status: 400, code: 'ExpiredToken' });
  });
});

describe('a request to S3 is refused', () => {
  it.each<[string, () => AwsRequest]>([
    ['another key', () => withUrl(put(), (url) => `${url}2`)],
    ['another method', () => tampered(put(), { method: 'POST' })],
    ['a query', () => withUrl(put(), (url) => `${url}?acl`)],
    ['another bucket', () => withUrl(put(), (url) => url.replace('satchel-local', 'other'))],
    ['other metadata', () => withHeader(put(), 'x-amz-meta-colour', 'red')],
    ['another signature', () => withHeader(put(), 'authorization', authorization(put()).replace(/.{8}$/, '00000000'))],
    ["another key's secret", () => put({ credentials: { ...alice, secretAccessKey: 'guessed' } })],
  ])('with %s', async (_what, request) => {
    await expect(verify(request())).rejects.toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it('with another body than the one whose hash was signed', async () => {
    await expect(verify(tampered(put(), { body: new TextEncoder().encode('the bites') }))).rejects.toMatchObject({
      status: 400,
      code: 'XAmzContentSHA256Mismatch',
    });
  });

  it('with another hash than the one that was signed', async () => {
    const other = withHeader(put(), 'x-amz-content-sha256', 'UNSIGNED-PAYLOAD');
    await expect(verify(other)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    await expect(verify(withHeader(put(), 'x-amz-content-sha256', null))).rejects.toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
  });

  it('with a payload hash that is none, or of a kind that is not implemented', async () => {
    await expect(verify(put({ headers: { 'x-amz-content-sha256': 'abc' } }))).rejects.toMatchObject({
      status: 400,
      code: 'InvalidArgument',
    });
    const streaming = put({ headers: { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' } });
    await expect(verify(streaming)).rejects.toMatchObject({ status: 501, code: 'NotImplemented' });
  });

  it('without a signature', async () => {
    await expect(verify(withHeader(ask(), 'authorization', null))).rejects.toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'Access Denied',
    });
  });

  it('with an Authorization header that is malformed or of another type', async () => {
    await expect(verify(withHeader(ask(), 'authorization', 'AWS4-HMAC-SHA256 nothing'))).rejects.toMatchObject({
      status: 400,
      code: 'AuthorizationHeaderMalformed',
    });
    await expect(verify(withHeader(ask(), 'authorization', 'Bearer token'))).rejects.toMatchObject({
      status: 400,
      code: 'InvalidArgument',
    });
  });

  it('signed for another region', async () => {
    await expect(verify(ask({ region: 'eu-west-1' }))).rejects.toMatchObject({
      status: 400,
      code: 'AuthorizationHeaderMalformed',
      message: "The authorization header is malformed; the region 'eu-west-1' is wrong; expecting 'us-east-1'",
    });
  });

  it('with unknown or expired credentials, or the session token of somebody else', async () => {
    await expect(verify(ask({ credentials: forged }))).rejects.toMatchObject({
      status: 403,
      code: 'InvalidAccessKeyId',
    });
    await expect(verify(ask({ credentials: expired }))).rejects.toMatchObject({ status: 400, code: 'ExpiredToken' });
    await expect(verify(ask({ credentials: { ...alice, sessionToken: bob.sessionToken } }))).rejects.toMatchObject({
      status: 400,
      code: 'InvalidToken',
    });
  });

  it('with the host or an x-amz- header left out of the signature', async () => {
    const notSigned = { status: 403, code: 'AccessDenied', message: expect.stringContaining('not signed') };
    await expect(verify(withHeader(ask(), 'x-amz-acl', 'private'))).rejects.toMatchObject(notSigned);
    const noHost = authorization(ask()).replace('SignedHeaders=host;', 'SignedHeaders=');
    await expect(verify(withHeader(ask(), 'authorization', noHost))).rejects.toMatchObject(notSigned);
  });

  it('at an address that is not UTF-8', async () => {
    await expect(verify(withUrl(ask(), (url) => `${url}%FF`))).rejects.toMatchObject({
      status: 400,
      code: 'InvalidURI',
    });
  });
});
