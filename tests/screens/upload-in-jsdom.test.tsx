import { createHash } from 'node:crypto';
import { signIn } from 'aws-amplify/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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

async function left(key: string) {
  const { objects, uploads } = await test.aws.state();
  return [...objects, ...uploads].filter((one) => one.key === key);
}

/** Uploads and cancels as soon as `when` says so of the progress; 0: before anything is sent. */
async function cancelled(key: string, size: number, atBytes: number) {
  const transfer = test.files.upload(file(size), key, ({ sentBytes }) => {
    if (sentBytes >= atBytes) transfer.cancel();
  });
  if (atBytes === 0) transfer.cancel();
  return transfer.result;
}

describe('an upload as a browser does it', { timeout: 60_000 }, () => {
  it('goes in parts above 5 MiB, tells how far it is, and arrives byte for byte', async () => {
    const seen: number[] = [];
    const large = file(12 * mebibyte);
    const { result } = test.files.upload(large, own('large.png'), ({ sentBytes, totalBytes }) => {
      expect(totalBytes).toBe(large.size);
      seen.push(sentBytes);
    });
    expect(await result).toEqual({ ok: true, value: undefined });
    expect(test.asked().filter((operation) => operation === 's3 UploadPart')).toHaveLength(2);
    expect(seen.at(-1)).toBe(large.size);
    // Over fetch: jsdom's XMLHttpRequest takes what it receives for text.
    const address = await test.files.downloadAddress(own('large.png'), 'large.png');
    if (!address.ok) throw new Error(address.failure.details);
    const stored = await fetch(address.value);
    expect(sha256(new Uint8Array(await stored.arrayBuffer()))).toBe(sha256(bytes(large.size)));
  });

  it('goes in one request up to 5 MiB', async () => {
    expect(await test.files.upload(file(5 * mebibyte), own('small.png'), () => {}).result).toMatchObject({ ok: true });
    expect(test.asked()).toEqual(['s3 PutObject']);
  });

  it.each([
    ['before anything is sent', 6, 0],
    ['in parts, on its way', 6, 1],
    ['in one request, on its way', 3, 1],
    ['when all has been sent', 6, 6 * mebibyte],
  ])('leaves nothing behind when it is cancelled %s', async (name, size, atBytes) => {
    const key = own(`${name}.png`);
    expect(await cancelled(key, size * mebibyte, atBytes)).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    await vi.waitFor(async () => expect(await left(key)).toEqual([]), { timeout: 10_000 });
    expect(JSON.stringify(window.localStorage)).not.toContain('holiday');
  });

  it('goes on where it was after credentials that had run out', async () => {
    const key = own('again.png');
    test.fault({ service: 's3', operation: 'CompleteMultipartUpload', effect: 'expired-credentials' });
    expect(await test.files.upload(file(6 * mebibyte), key, () => {}).result).toMatchObject({
      ok: false,
      failure: { kind: 'expired' },
    });
    test.aws.requests.clear();
    expect(await test.files.upload(file(6 * mebibyte), key, () => {}).result).toMatchObject({ ok: true });
    expect(test.asked()).toEqual(['s3 CompleteMultipartUpload']);
    expect(await left(key)).toHaveLength(1);
  });

  it('leaves nothing behind where S3 cannot be had to put it together', async () => {
    const key = own('never.png');
    test.fault({ service: 's3', operation: 'CompleteMultipartUpload', effect: 'error', status: 503 });
    expect(await test.files.upload(file(6 * mebibyte), key, () => {}).result).toMatchObject({ ok: false });
    expect(await left(key)).toEqual([]);
  });
});
