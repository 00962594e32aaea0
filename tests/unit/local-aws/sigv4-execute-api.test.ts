import { describe, expect, it } from 'vitest';
import type { AwsRequest } from '../../../local-aws/service.ts';
import { verifySignature } from '../../../local-aws/sigv4/verify-signature.ts';
import type { Ask } from './sigv4-aws4.ts';
import { signedByAws4 } from './sigv4-aws4.ts';
import { alice, bob, expired, forged, givenOut, MINUTE, NOON, tampered, withHeader, withUrl } from './sigv4-people.ts';

const API = 'https://localapi01.execute-api.us-east-1.amazonaws.com/prod';

const verify = (request: AwsRequest, now = NOON) =>
  verifySignature(request, { service: 'execute-api', region: 'us-east-1', now, credentials: givenOut });

const ask = (more: Partial<Ask> = {}) =>
  signedByAws4({ service: 'execute-api', url: `${API}/notes`, credentials: alice, at: NOON, ...more });

const post = () =>
  ask({ method: 'POST', body: '{"content":"übung"}', headers: { 'Content-Type': 'application/json' } });

describe('a request to API Gateway signed by aws4', () => {
  it('tells who signed it', async () => {
    expect((await verify(ask())).identityId).toBe(alice.identityId);
    expect((await verify(ask({ credentials: bob }))).identityId).toBe(bob.identityId);
    expect((await verify(post())).identityId).toBe(alice.identityId);
  });

  it.each([
    '/notes?since=0',
    '/notes?b=2&a=1&a=0',
    '/notes?x=a%20b%2Bc%2Fd&y=%C3%BC&empty=&flag',
    "/notes?star=*()'!~",
    '/notes/a%20b%2Fc',
    '/notes/%C3%BCbung',
    '/notes//double',
  ])('is understood at %s', async (path) => {
    await expect(verify(ask({ url: API + path }))).resolves.toMatchObject({ accessKeyId: alice.accessKeyId });
  });

  it('is checked for the address that was signed, wherever the request arrived', async () => {
    const local = ask({ url: 'http://127.0.0.1:5174/notes-api/prod/notes?since=0' });
    const onAws = new URL(`${API}/notes?since=0`);
    await expect(verify({ ...local, url: onAws })).resolves.toMatchObject({ accessKeyId: alice.accessKeyId });
    await expect(verify({ ...local, url: onAws, signedUrl: onAws })).rejects.toMatchObject({
      code: 'InvalidSignatureException',
    });
  });

  it('may carry its signature in the query', async () => {
    const request = ask({ presignedFor: 60, url: `${API}/notes?since=0` });
    await expect(verify(request, NOON + 59_000)).resolves.toMatchObject({ accessKeyId: alice.accessKeyId });
    await expect(verify(request, NOON + 61_000)).rejects.toMatchObject({
      code: 'InvalidSignatureException',
      message: expect.stringMatching(/^Signature expired: /),
    });
  });

  it('passes with a clock 14 minutes off and is refused with one 16 minutes off', async () => {
    await expect(verify(ask(), NOON + 14 * MINUTE)).resolves.toBeDefined();
    await expect(verify(ask(), NOON - 14 * MINUTE)).resolves.toBeDefined();
    await expect(verify(ask(), NOON + 16 * MINUTE)).rejects.toMatchObject({
      status: 403,
      code: 'InvalidSignatureException',
      message: 'Signature expired: 20261122T120000Z is now earlier than 20261122T120100Z (20261122T121600Z - 15 min.)',
    });
    await expect(verify(ask(), NOON - 16 * MINUTE)).rejects.toMatchObject({
      status: 403,
      code: 'InvalidSignatureException',
      message:
        'Signature not yet current: 20261122T120000Z is still later than 20261122T115900Z (20261122T114400Z + 15 min.)',
    });
  });
});

describe('a request to API Gateway is refused', () => {
  const mismatch = {
    status: 403,
    code: 'InvalidSignatureException',
    message: expect.stringMatching(/^The request signature we calculated does not match/),
  };

  it.each<[string, () => AwsRequest]>([
    ['another body', () => tampered(post(), { body: new TextEncoder().encode('{"content":"Übung"}') })],
    ['a body where there was none', () => tampered(ask(), { body: new TextEncoder().encode('x') })],
    ['another method', () => tampered(post(), { method: 'PUT' })],
    ['another path', () => withUrl(ask(), (url) => `${url}/1`)],
    ['a path encoded in another way', () => withUrl(ask({ url: `${API}/notes/a` }), (url) => url.replace(/a$/, '%61'))],
    ['another query', () => withUrl(ask(), (url) => `${url}?since=0`)],
    ['a query parameter repeated', () => withUrl(ask({ url: `${API}/notes?a=1` }), (url) => `${url}&a=1`)],
    ['another stage', () => withUrl(ask(), (url) => url.replace('/prod/', '/dev/'))],
    ['another host', () => withUrl(ask(), (url) => url.replace('localapi01', 'localapi02'))],
    ['another signed header', () => withHeader(post(), 'content-type', 'text/plain')],
    ['a signed header gone', () => withHeader(post(), 'content-type', null)],
    ['another date', () => withHeader(ask(), 'x-amz-date', '20261122T120001Z')],
    [
      'another signature',
      () =>
        withHeader(
          ask(),
          'authorization',
          (ask().headers.get('authorization') ?? '').replace(/.$/, (c) => (c === '0' ? '1' : '0')),
        ),
    ],
    [
      'half of the signature',
      () => withHeader(ask(), 'authorization', (ask().headers.get('authorization') ?? '').slice(0, -32)),
    ],
    ["another key's secret", () => ask({ credentials: { ...alice, secretAccessKey: 'guessed' } })],
  ])('with %s', async (_what, request) => {
    await expect(verify(request())).rejects.toMatchObject(mismatch);
  });

  it('without a signature', async () => {
    await expect(verify(withHeader(ask(), 'authorization', null))).rejects.toMatchObject({
      status: 403,
      code: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  });

  it.each([
    'Bearer token',
    'AWS4-HMAC-SHA256',
    'AWS4-HMAC-SHA256 Credential=ASIAALICE/20261122/us-east-1/execute-api, SignedHeaders=host, Signature=00',
    'AWS4-HMAC-SHA256 Credential=ASIAALICE/20261122/us-east-1/execute-api/aws4_request, Signature=00',
    'AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00',
  ])('with the Authorization header %s', async (authorization) => {
    await expect(verify(withHeader(ask(), 'authorization', authorization))).rejects.toMatchObject({
      status: 403,
      code: 'IncompleteSignatureException',
    });
  });

  it('with a date that is none', async () => {
    for (const date of ['20261122T120000', '20260230T120000Z', 'noon'])
      await expect(verify(withHeader(ask(), 'x-amz-date', date))).rejects.toMatchObject({
        code: 'IncompleteSignatureException',
      });
  });

  it('with credentials that were never given out, or without their session token, or with a wrong one', async () => {
    const refusal = {
      status: 403,
      code: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    };
    await expect(verify(ask({ credentials: forged }))).rejects.toMatchObject(refusal);
    await expect(verify(ask({ credentials: { ...alice, sessionToken: '' } }))).rejects.toMatchObject(refusal);
    await expect(verify(ask({ credentials: { ...alice, sessionToken: bob.sessionToken } }))).rejects.toMatchObject(
      refusal,
    );
  });

  it('with expired credentials', async () => {
    await expect(verify(ask({ credentials: expired }))).rejects.toMatchObject({
      status: 403,
      code: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
  });

  it('signed for another region, service or day', async () => {
    const elsewhere = ask({ region: 'eu-west-1' });
    await expect(verify(elsewhere)).rejects.toMatchObject({
      code: 'InvalidSignatureException',
      message: "Credential should be scoped to a valid region, not 'eu-west-1'.",
    });
    await expect(verify(ask({ service: 's3' }))).rejects.toMatchObject({
      message: "Credential should be scoped to correct service: 'execute-api'.",
    });
    const authorization = ask().headers.get('authorization') ?? '';
    const otherDay = withHeader(ask(), 'authorization', authorization.replace('/20261122/', '/20261121/'));
    await expect(verify(otherDay)).rejects.toMatchObject({
      message: expect.stringMatching(/^Date in Credential scope does not match/),
    });
  });

  it('with the host or an x-amz- header left out of the signature', async () => {
    const extra = withHeader(ask(), 'x-amz-target', 'anything');
    await expect(verify(extra)).rejects.toMatchObject({
      code: 'InvalidSignatureException',
      message: "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.",
    });
    const authorization = ask().headers.get('authorization') ?? '';
    const noHost = withHeader(ask(), 'authorization', authorization.replace('SignedHeaders=host;', 'SignedHeaders='));
    await expect(verify(noHost)).rejects.toMatchObject({
      message: "'host' must be a 'SignedHeader' in the AWS Authorization.",
    });
  });

  it('with a query that is not UTF-8', async () => {
    await expect(verify(withUrl(ask(), (url) => `${url}?a=%FF`))).rejects.toMatchObject({ status: 400 });
  });
});
