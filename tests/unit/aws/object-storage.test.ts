import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UploadedPart } from '#src/aws/object-storage.ts';
import type { SignedInUser } from '#src/aws/session.ts';
import { awsOnLocalAws, enter, register } from './aws-on-local-aws.ts';

const mebibyte = 1024 * 1024;
let aws: Awaited<ReturnType<typeof awsOnLocalAws>>;
let ada: SignedInUser;

beforeAll(async () => {
  aws = await awsOnLocalAws();
  await register(aws, 'ada@example.com');
  await enter(aws, 'ada@example.com');
  const completed = await aws.session.completeSignIn();
  if (!completed.ok) throw new Error(completed.failure.details);
  ada = completed.value;
}, 30_000);
afterAll(() => aws.close());
beforeEach(() => {
  aws.aws.faults.clear();
  aws.aws.requests.clear();
});

const own = (name: string) => `${ada.identityId}/${name}`;
const going = () => ({ signal: new AbortController().signal });
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('base64');
const failing = (kind: string) => ({ ok: false, failure: { kind } });

const file = (size: number) => new Blob([new Uint8Array(size).map((_, index) => (index >> 11) ^ index)]);

async function begin(key: string, contentType = 'image/png'): Promise<string> {
  const begun = await aws.objects.begin({ key, contentType });
  if (!begun.ok) throw new Error(begun.failure.details);
  return begun.value;
}

async function send(key: string, uploadId: string, number: number, bytes: Blob): Promise<UploadedPart> {
  const sent = await aws.objects.sendPart({ key, uploadId, number, bytes }, going());
  if (!sent.ok || sent.value === 'gone') throw new Error('The part was not sent.');
  return sent.value;
}

async function inBucket() {
  const { objects, uploads } = await aws.aws.state();
  return { objects: objects.map(({ key }) => key), uploads: uploads.map(({ key }) => key) };
}

describe('an object', { timeout: 60_000 }, () => {
  it('goes whole, with a checksum that S3 keeps, and comes back checked against it', async () => {
    const key = own("0abc-it's a plan (1)+é 📎.png");
    const sent = await aws.objects.put({ key, bytes: new Blob(['picture']), contentType: 'image/png' }, going());
    expect(sent).toEqual({ ok: true, value: undefined });
    const read = await aws.objects.read(key);
    expect(read.ok && [read.value.type, await read.value.text()]).toEqual(['image/png', 'picture']);
    expect(aws.asked()).toEqual(['s3 PutObject', 's3 GetObject']);
  });

  it('of 20 MB goes in parts with a checksum each, tells its progress, and comes back byte for byte', async () => {
    const key = own('large.bin');
    const whole = file(20_000_000);
    const size = aws.objects.partSize(whole.size) ?? Number.NaN;
    const seen: number[] = [];
    const uploadId = await begin(key);
    const parts: UploadedPart[] = [];
    for (let number = 1; (number - 1) * size < whole.size; number += 1) {
      const bytes = whole.slice((number - 1) * size, number * size);
      const options = { ...going(), onProgress: (sent: number) => seen.push(sent) };
      const sent = await aws.objects.sendPart({ key, uploadId, number, bytes }, options);
      if (sent.ok && sent.value !== 'gone') parts.push(sent.value);
      expect(seen.at(-1)).toBe(bytes.size);
    }
    expect(await aws.objects.parts({ key, uploadId })).toEqual({ ok: true, value: parts });
    expect(await aws.objects.complete({ key, uploadId, parts })).toEqual({ ok: true, value: 'done' });
    const read = await aws.objects.read(key);
    const bytes = new Uint8Array(read.ok ? await read.value.arrayBuffer() : []);
    expect(sha256(bytes)).toBe(sha256(new Uint8Array(await whole.arrayBuffer())));
  });

  it('tells its facts, and gives a stretch of itself', async () => {
    const key = own('letters.png');
    await aws.objects.put({ key, bytes: new Blob(['abcdefgh']), contentType: 'image/png' }, going());
    expect(await aws.objects.facts(key)).toMatchObject({ ok: true, value: { size: 8, type: 'image/png' } });
    const text = async (from: number, to?: number) => {
      const read = await aws.objects.read(key, { from, ...(to !== undefined && { to }) });
      return read.ok ? read.value.text() : read.failure.kind;
    };
    expect([await text(2, 4), await text(6), await text(6, 99), await text(8, 12)]).toEqual(['cd', 'gh', 'gh', '']);
  });

  it('is not read where it is larger than is wanted', async () => {
    const key = own('plan.png');
    await aws.objects.put({ key, bytes: file(2_000), contentType: 'image/png' }, going());
    expect(await aws.objects.read(key, { mostBytes: 1_999 })).toMatchObject(failing('too-large'));
    const read = await aws.objects.read(key, { mostBytes: 2_000 });
    expect(read.ok && read.value.size).toBe(2_000);
  });

  it('can be empty', async () => {
    const key = own('empty.png');
    expect(await aws.objects.put({ key, bytes: new Blob(), contentType: '' }, going())).toMatchObject({ ok: true });
    expect(await aws.objects.read(key, { from: 0, to: 32 })).toMatchObject({ ok: true, value: { size: 0 } });
  });

  it('of a hostile type is stored as bytes to download, whole or in parts', async () => {
    await aws.objects.put({ key: own('a.html'), bytes: new Blob(['<script>']), contentType: 'text/html' }, going());
    const [key, uploadId] = [own('b.svg'), await begin(own('b.svg'), 'image/svg+xml')];
    await aws.objects.complete({ key, uploadId, parts: [await send(key, uploadId, 1, new Blob(['<svg>']))] });
    const { objects } = await aws.aws.state();
    const types = [own('a.html'), key].map((one) => objects.find((object) => object.key === one)?.contentType);
    expect(types).toEqual(['application/octet-stream', 'application/octet-stream']);
  });

  it('has an address of a minute to download it, and one of a quarter of an hour to play it', async () => {
    const key = own('film.mp4');
    await aws.objects.put({ key, bytes: new Blob(['film']), contentType: 'video/mp4' }, going());
    aws.aws.requests.clear();
    const download = await aws.objects.address(key, { kind: 'download', name: 'Зима.mp4' });
    const play = await aws.objects.address(key, { kind: 'media', type: 'video/mp4' });
    if (!download.ok || !play.ok) throw new Error('no address');
    expect(aws.asked()).toEqual([]);
    const seconds = [download, play].map(({ value }) => value.searchParams.get('X-Amz-Expires'));
    expect(seconds).toEqual(['60', '900']);
    const downloaded = await fetch(download.value);
    expect(downloaded.headers.get('content-disposition')).toMatch(/^attachment; .*%D0%97/);
    expect(downloaded.headers.get('content-type')).toBe('application/octet-stream');
    const played = await fetch(play.value, { headers: { range: 'bytes=1-2' } });
    expect([played.status, played.headers.get('content-type'), await played.text()]).toEqual([206, 'video/mp4', 'il']);
  });

  it('is removed by one request, and counts as removed where it is gone', async () => {
    const key = own('gone.png');
    await aws.objects.put({ key, bytes: new Blob(['x']), contentType: 'image/png' }, going());
    aws.aws.requests.clear();
    expect(await aws.objects.remove(key)).toEqual({ ok: true, value: undefined });
    expect(aws.asked()).toEqual(['s3 DeleteObject']);
    expect(await aws.objects.remove(key)).toEqual({ ok: true, value: undefined });
  });

  it('whose key no address can name is not there', async () => {
    expect(await aws.objects.read(own('../other/x'))).toMatchObject(failing('denied'));
    expect(aws.asked()).toEqual([]);
  });
});

describe('an upload in parts', { timeout: 60_000 }, () => {
  it('goes on with the parts that S3 has, where the answer to one was lost', async () => {
    const key = own('lost.bin');
    const whole = file(9 * mebibyte);
    const uploadId = await begin(key);
    const [first, second] = [whole.slice(0, 8 * mebibyte), whole.slice(8 * mebibyte)];
    aws.fault({ service: 's3', operation: 'UploadPart', effect: 'drop-response' });
    const lost = await aws.objects.sendPart({ key, uploadId, number: 1, bytes: first }, going());
    expect(lost).toMatchObject(failing('offline'));
    await send(key, uploadId, 2, second);
    const parts = await aws.objects.parts({ key, uploadId });
    if (!parts.ok || parts.value === 'gone') throw new Error('no parts');
    expect(parts.value.map(({ number }) => number)).toEqual([1, 2]);
    expect(await aws.objects.complete({ key, uploadId, parts: parts.value })).toEqual({ ok: true, value: 'done' });
  });

  it('is done although the answer that said so was lost', async () => {
    const key = own('twice.bin');
    const uploadId = await begin(key);
    const parts = [await send(key, uploadId, 1, new Blob(['one']))];
    aws.fault({ service: 's3', operation: 'CompleteMultipartUpload', effect: 'drop-response' });
    expect(await aws.objects.complete({ key, uploadId, parts })).toMatchObject(failing('offline'));
    expect(await aws.objects.complete({ key, uploadId, parts })).toEqual({ ok: true, value: 'done' });
    expect((await inBucket()).objects).toContain(key);
  });

  it('is gone once it has been aborted, in every request', async () => {
    const key = own('aborted.bin');
    const uploadId = await begin(key);
    const parts = [await send(key, uploadId, 1, new Blob(['one']))];
    expect(await aws.objects.abort({ key, uploadId })).toEqual({ ok: true, value: 'done' });
    expect(await aws.objects.abort({ key, uploadId })).toEqual({ ok: true, value: 'done' });
    expect((await inBucket()).uploads).toEqual([]);
    const gone = { ok: true, value: 'gone' };
    expect(await aws.objects.parts({ key, uploadId })).toEqual(gone);
    expect(await aws.objects.complete({ key, uploadId, parts })).toEqual(gone);
    const bytes = new Blob(['two']);
    expect(await aws.objects.sendPart({ key, uploadId, number: 2, bytes }, going())).toEqual(gone);
  });

  it('is not completed of other parts than S3 has', async () => {
    const key = own('other.bin');
    const uploadId = await begin(key);
    const part = await send(key, uploadId, 1, new Blob(['one']));
    const other = [{ ...part, sha256: sha256('two') }];
    expect(await aws.objects.complete({ key, uploadId, parts: other })).toEqual({ ok: true, value: 'gone' });
    const never = [part, { ...part, number: 2 }];
    expect(await aws.objects.complete({ key, uploadId, parts: never })).toEqual({ ok: true, value: 'gone' });
    expect((await inBucket()).objects).not.toContain(key);
  });

  it('is told where the policy does not let us abort it', async () => {
    const theirs = { key: 'us-east-1:00000000-0000-4000-8000-0000000000ff/a', uploadId: 'x' };
    expect(await aws.objects.abort(theirs)).toEqual({ ok: true, value: 'denied' });
  });
});

describe('a list of objects', { timeout: 60_000 }, () => {
  it('is denied, as most policies do', async () => {
    expect(await aws.objects.list(own(''), null)).toMatchObject(failing('denied'));
  });
});

describe('what goes wrong', { timeout: 60_000 }, () => {
  const put = (name: string, options = going()) =>
    aws.objects.put({ key: own(name), bytes: new Blob(['x']), contentType: 'image/png' }, options);

  it('is cancelled by a person, before it begins or on its way', async () => {
    const before = new AbortController();
    before.abort();
    expect(await put('a.png', before)).toMatchObject(failing('cancelled'));
    const midway = new AbortController();
    const sent = aws.objects.put(
      { key: own('b.png'), bytes: new Blob(['x']), contentType: 'image/png' },
      { signal: midway.signal, onProgress: () => midway.abort() },
    );
    expect(await sent).toMatchObject(failing('cancelled'));
  });

  it('is refused where credentials have run out, and goes on after a refresh', async () => {
    const key = own('expired.bin');
    const uploadId = await begin(key);
    await aws.aws.identityPool.expireCredentials();
    const part = { key, uploadId, number: 1, bytes: new Blob(['one']) };
    expect(await aws.objects.sendPart(part, going())).toMatchObject(failing('expired'));
    expect(await aws.objects.facts(key)).toMatchObject(failing('expired'));
    expect(await aws.session.check(ada, { refresh: true })).toMatchObject({ ok: true });
    expect(await aws.objects.sendPart(part, going())).toMatchObject({ ok: true });
    await aws.objects.abort({ key, uploadId });
  });

  it.each([-20, 20])('is not a clock that is %d minutes off: its request goes a second time', async (minutes) => {
    aws.aws.clock.setOffset(minutes * 60_000);
    expect(await put('clock.png')).toMatchObject({ ok: true });
    expect(aws.asked()).toEqual(['s3 PutObject', 's3 PutObject']);
    const address = await aws.objects.address(own('clock.png'), { kind: 'download', name: 'a.png' });
    expect(address.ok && (await fetch(address.value)).status).toBe(200);
    aws.aws.clock.setOffset(0);
    expect(await aws.objects.facts(own('clock.png'))).toMatchObject({ ok: true });
  });

  it.each([
    [{ effect: 'drop-request' }, 'offline'],
    [{ effect: 'cut-body' }, 'offline'],
    [{ effect: 'error', status: 503 }, /throttled|unavailable/],
    [{ effect: 'error', status: 500 }, 'unavailable'],
    [{ effect: 'html' }, 'unavailable'],
    [{ effect: 'html', status: 403 }, 'unavailable'],
    [{ effect: 'expired-credentials' }, 'expired'],
  ] as const)('comes as a failure of its kind for %j', async (fault, kind) => {
    aws.fault({ service: 's3', ...fault });
    const listed = await aws.objects.parts({ key: own('x'), uploadId: 'x'.repeat(40) });
    expect(listed.ok ? null : listed.failure.kind).toMatch(kind);
  });

  it('is a web page in place of the answer to an upload', async () => {
    aws.fault({ service: 's3', effect: 'html' });
    expect(await put('hotel.png')).toMatchObject(failing('unavailable'));
    aws.fault({ service: 's3', effect: 'html' });
    expect(await aws.objects.remove(own('hotel.png'))).toMatchObject(failing('unavailable'));
  });

  it('is denied where it is missing or of somebody else', async () => {
    const theirs = 'us-east-1:00000000-0000-4000-8000-0000000000ff/x.png';
    for (const key of [theirs, own('missing.png')]) {
      expect(await aws.objects.facts(key)).toMatchObject(failing('denied'));
      expect(await aws.objects.read(key)).toMatchObject(failing('denied'));
    }
  });
});
