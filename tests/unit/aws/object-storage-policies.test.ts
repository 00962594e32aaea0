import { describe, expect, it } from 'vitest';
import { createObjectStorage } from '#src/aws/create-object-storage.ts';
import { serveS3 } from '../local-aws/s3-server.ts';
import { alice, bob } from '../local-aws/sigv4-people.ts';
import { randomBlob, s3Parts } from './s3-parts.ts';
import { uploadOverFetch } from './upload-over-fetch.ts';

const { identityId: own } = alice;
const going = () => ({ signal: new AbortController().signal });
const objects = createObjectStorage(s3Parts());
const put = (key: string) => objects.put({ key, bytes: new Blob(['hello']), contentType: 'image/png' }, going());

describe.each([
  ['satchel', `${own}/a`, `${own}-a`],
  ['satchel-listing', `${own}/a`, `${own}-a`],
  ['tutorial-2017', `${own}-a`, `${bob.identityId}-a`],
  ['tutorial-2018', `private/${own}/a`, `${own}/a`],
  ['tutorial-both', `private/${own}/a`, `private/${bob.identityId}/a`],
  ['tutorial-both', `${own}-a`, `${bob.identityId}-a`],
] as const)('under the policy %s', (policy, key, others) => {
  const served = serveS3(policy);

  it('an object goes, comes and is removed, whole or in parts', async () => {
    expect(await put(key)).toMatchObject({ ok: true });
    const read = await objects.read(key);
    expect(read.ok && (await read.value.text())).toBe('hello');
    expect(await objects.remove(key)).toMatchObject({ ok: true });

    const begun = await objects.begin({ key, contentType: 'image/png' });
    const uploadId = begun.ok ? begun.value : '';
    const part = await objects.sendPart({ key, uploadId, number: 1, bytes: randomBlob(10) }, going());
    expect(await objects.parts({ key, uploadId })).toEqual({ ok: true, value: [part.ok && part.value] });
    expect(await objects.abort({ key, uploadId })).toEqual({ ok: true, value: 'done' });
    expect([await served.s3().objects(), await served.s3().uploads()]).toEqual([[], []]);
  });

  it('nothing goes where the policy does not let it', async () => {
    expect(await put(others)).toMatchObject({ ok: false, failure: { kind: 'denied' } });
    const begun = await objects.begin({ key: others, contentType: 'image/png' });
    expect(begun).toMatchObject({ ok: false, failure: { kind: 'denied' } });
  });
});

describe('where the policy lets people list', () => {
  serveS3('satchel-listing');

  it('tells all objects, whatever their keys are, and nobody else’s', async () => {
    const keys = ['a b+c%.txt', 'é📎', 'x/y&z<>"'].map((name) => `${own}/${name}`);
    for (const key of keys) await put(key);
    const listed = await objects.list(`${own}/`, null);
    if (!listed.ok) throw new Error(listed.failure.details);
    expect(new Set(listed.value.objects.map(({ key }) => key))).toEqual(new Set(keys));
    expect(listed.value.objects.every(({ size, age }) => size === 5 && Math.abs(age) < 60_000)).toBe(true);
    expect(listed.value.next).toBeNull();
    const denied = { ok: false, failure: { kind: 'denied' } };
    expect(await objects.list(`${bob.identityId}/`, null)).toMatchObject(denied);
  });
});

describe('a bucket whose CORS shows a page no ETag', () => {
  const served = serveS3('tutorial-2017');
  const blind = createObjectStorage(s3Parts({ XMLHttpRequest: uploadOverFetch(['content-length']) }));
  const key = `${own}-film.mp4`;

  it('is asked for the part that it was sent', async () => {
    const begun = await blind.begin({ key, contentType: 'video/mp4' });
    const uploadId = begun.ok ? begun.value : '';
    const parts = [];
    for (const [number, size] of [
      [1, 5 * 1024 * 1024],
      [2, 3],
    ] as const) {
      const sent = await blind.sendPart({ key, uploadId, number, bytes: randomBlob(size) }, going());
      if (!sent.ok || sent.value === 'gone') throw new Error('not sent');
      expect(sent.value.etag).toMatch(/^"\w{32}"$/);
      parts.push(sent.value);
    }
    expect(await blind.complete({ key, uploadId, parts })).toEqual({ ok: true, value: 'done' });
    expect(served.exchanges()).toEqual(['POST 200', 'PUT 200', 'GET 200', 'PUT 200', 'GET 200', 'POST 200']);
  });
});

describe('a clock that is wrong where CORS shows a page no date', () => {
  const served = serveS3('tutorial-2017');
  const blind = createObjectStorage(
    s3Parts({
      XMLHttpRequest: uploadOverFetch(['content-length']),
      fetch: async (...args) => {
        const answer = await fetch(...args);
        answer.headers.delete('date');
        return answer;
      },
    }),
  );

  it.each([-20, 20])('is put right by what S3 says of its own (%d minutes)', async (minutes) => {
    served.clock.offset = minutes * 60_000;
    const object = { key: `${own}-a`, contentType: 'image/png', bytes: new Blob(['x']) };
    expect(await blind.put(object, going())).toMatchObject({ ok: true });
    expect(served.exchanges()).toEqual(['PUT 403', 'PUT 200']);
    const address = await blind.address(object.key, { kind: 'download', name: 'a.png' });
    expect(address.ok && (await fetch(address.value)).status).toBe(200);
  });
});

describe('a part that changed on its way', () => {
  const served = serveS3();
  const key = `${own}/a`;

  it('is not taken by S3, and worth another try', async () => {
    class Damaging extends uploadOverFetch() {
      override send(bytes: Blob): void {
        super.send(new Blob([bytes.slice(1), bytes.slice(0, 1)]));
      }
    }
    const damaging = createObjectStorage(s3Parts({ XMLHttpRequest: Damaging }));
    const bytes = new Blob(['0123456789']);
    const begun = await damaging.begin({ key, contentType: '' });
    const uploadId = begun.ok ? begun.value : '';
    const damaged = { ok: false, failure: { kind: 'unavailable', details: expect.stringContaining('BadDigest') } };
    expect(await damaging.sendPart({ key, uploadId, number: 1, bytes }, going())).toMatchObject(damaged);
    expect(await damaging.put({ key, contentType: '', bytes }, going())).toMatchObject(damaged);
    expect(await damaging.parts({ key, uploadId })).toEqual({ ok: true, value: [] });
    expect(await served.s3().objects()).toEqual([]);
  });
});

describe('an object that changed on its way here', () => {
  serveS3();
  const key = `${own}/a`;

  it('is not taken for the one that was sent, where all of it was asked for', async () => {
    await put(key);
    const damaging = createObjectStorage(
      s3Parts({
        fetch: async (...args) => {
          const answer = await fetch(...args);
          return new Response('jello', { status: answer.status, headers: answer.headers });
        },
      }),
    );
    expect(await damaging.read(key)).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
    expect(await damaging.read(key, { from: 0, to: 5 })).toMatchObject({ ok: true });
  });
});

describe('somebody who signs in or out meanwhile', () => {
  serveS3();

  it('ends what is on its way, to be sent again', async () => {
    const ending = new AbortController();
    const stopped = createObjectStorage(s3Parts({ gate: { ending: () => ending.signal } }));
    const bytes = new Blob(['x']);
    const options = { ...going(), onProgress: () => ending.abort() };
    const interrupted = { ok: false, failure: { kind: 'interrupted' } };
    expect(await stopped.put({ key: `${own}/a`, contentType: '', bytes }, options)).toMatchObject(interrupted);
    expect(await stopped.facts(`${own}/a`)).toMatchObject(interrupted);
  });
});
