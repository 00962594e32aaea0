import { createHash } from 'node:crypto';
import { signIn } from 'aws-amplify/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedInUser } from '#src/aws/session.ts';
import { email, password, register, type SignInTest, startSignIn } from './sign-in-page.tsx';

const mebibyte = 1024 * 1024;
let test: SignInTest;
let ada: SignedInUser;

beforeAll(async () => {
  test = await startSignIn();
  await register(test);
  await signIn({ username: email, password });
  const completed = await test.session.completeSignIn();
  if (!completed.ok) throw new Error(completed.failure.details);
  ada = completed.value;
});
afterAll(() => test.close());
beforeEach(() => test.aws.requests.clear());

/** Bytes that differ from part to part. */
function bytes(size: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) data[index] = (index >> 12) ^ index;
  return data;
}
const file = (size: number) => new File([bytes(size)], 'holiday.png', { type: 'image/png' });
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
const own = (name: string) => `${ada.identityId}/${name}`;

describe('an object as a browser sends it', { timeout: 60_000 }, () => {
  it('tells how far it is, and arrives byte for byte', async () => {
    const seen: number[] = [];
    const key = own('large.png');
    const size = 5 * mebibyte;
    const sent = await test.objects.put(
      { key, bytes: file(size), contentType: 'image/png' },
      { signal: new AbortController().signal, onProgress: (sentBytes) => seen.push(sentBytes) },
    );
    expect(sent).toEqual({ ok: true, value: undefined });
    expect(test.asked()).toEqual(['s3 PutObject']);
    expect(seen.at(-1)).toBe(size);
    // Over fetch: jsdom's XMLHttpRequest takes what it receives for text.
    const address = await test.objects.address(key, { kind: 'download', name: 'large.png' });
    if (!address.ok) throw new Error(address.failure.details);
    const stored = await fetch(address.value);
    expect(sha256(new Uint8Array(await stored.arrayBuffer()))).toBe(sha256(bytes(size)));
  });

  it('does not set out where it was given up before', async () => {
    const stop = new AbortController();
    stop.abort();
    const given = { key: own('given up.png'), bytes: file(mebibyte), contentType: 'image/png' };
    expect(await test.objects.put(given, { signal: stop.signal })).toMatchObject({
      ok: false,
      failure: { kind: 'cancelled' },
    });
    expect(test.asked()).toEqual([]);
  });
});
