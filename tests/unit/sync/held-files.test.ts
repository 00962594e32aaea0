import { describe, expect, it, vi } from 'vitest';
import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import { createHeldFiles } from '#src/sync/held-files.ts';
import { createKeptRoom } from '#src/sync/kept-room.ts';
import { home } from './fakes/device.ts';

const failure = (kind: AwsFailure['kind']): AwsFailure => ({ kind, message: kind, details: '' });
const bytes = (length: number) => new Blob([new Uint8Array(length)], { type: 'image/png' });

/** A bucket, and a device that keeps 100 bytes of it. `hold`: answers wait until the result is called. */
function aDevice() {
  let time = 0;
  const store = createMemoryNoteStore({ home, now: () => time });
  const bucket = new Map<string, Blob>();
  const reads: string[] = [];
  let most = 0;
  let running = 0;
  let gate: Promise<void> = Promise.resolve();
  let answer: (key: string, mostBytes?: number) => Result<Blob, AwsFailure> = (key, mostBytes) => {
    const found = bucket.get(key);
    if (found === undefined) return failed(failure('denied'));
    return found.size > (mostBytes ?? found.size) ? failed(failure('too-large')) : succeeded(found);
  };
  const read = createHeldFiles({
    store: () => store.files(),
    read: async (key, mostBytes) => {
      reads.push(key);
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
      return answer(key, mostBytes);
    },
    now: () => time,
    room: createKeptRoom({
      ...{ store: () => store.files(), limit: { get: () => 100 } },
      pinned: { keys: async () => new Set(['pinned']) },
    }),
  });
  return {
    ...{ store, bucket, reads, read },
    size: async (...keys: readonly [string, ...string[]]) => {
      time += 3_600_000;
      const result = await read(keys);
      return result.ok ? result.value.size : result.failure.kind;
    },
    mostAtOnce: () => most,
    goOffline: () => {
      answer = () => failed(failure('offline'));
    },
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
  };
}

describe('a file', () => {
  it('is read from S3 once, and is there without a network from then on', async () => {
    const { bucket, reads, size, goOffline } = aDevice();
    bucket.set('a', bytes(20));
    expect(await size('a')).toBe(20);
    goOffline();
    expect(await size('a')).toBe(20);
    expect(await size('b')).toBe('offline');
    expect(reads).toEqual(['a', 'b']);
  });

  it('is not read where it is larger than is wanted, on the device or in S3', async () => {
    const { bucket, read } = aDevice();
    bucket.set('a', bytes(20));
    expect(await read(['a'], 19)).toMatchObject({ failure: { kind: 'too-large' } });
    expect(await read(['a'])).toMatchObject({ ok: true });
    bucket.clear();
    expect(await read(['a'], 19)).toMatchObject({ failure: { kind: 'too-large' } });
    expect(await read(['a'], 20)).toMatchObject({ ok: true });
  });

  it('is looked for at the next place where there is none, and nowhere else after another failure', async () => {
    const { bucket, reads, size, goOffline } = aDevice();
    bucket.set('b', bytes(3));
    expect(await size('a', 'b')).toBe(3);
    expect(await size('c', 'd')).toBe('denied');
    goOffline();
    expect(await size('e', 'f')).toBe('offline');
    expect(reads).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is asked for once by all who want it, and four are at once', async () => {
    const { bucket, reads, read, hold, mostAtOnce } = aDevice();
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const key of keys) bucket.set(key, bytes(1));
    const open = hold();
    const all = Promise.all([...keys, ...keys].map((key) => read([key])));
    await vi.waitFor(() => expect(reads).toHaveLength(4));
    open();
    expect((await all).every(({ ok }) => ok)).toBe(true);
    expect([...reads].sort()).toEqual(keys);
    expect(mostAtOnce()).toBe(4);
  });

  it('goes when there is too much, the one first that was not used for longest', async () => {
    const { bucket, store, size } = aDevice();
    for (const key of ['a', 'b', 'c', 'd', 'e']) bucket.set(key, bytes(24));
    for (const key of ['a', 'b', 'c', 'd', 'a', 'e']) expect(await size(key)).toBe(24);
    const files = await store.files();
    expect((await files.kept()).map(({ key }) => key).sort()).toEqual(['a', 'c', 'd', 'e']);
  });

  it('is not kept where it would drive out everything else', async () => {
    const { bucket, reads, size, store } = aDevice();
    bucket.set('film', bytes(26));
    expect(await size('film')).toBe(26);
    expect(await size('film')).toBe(26);
    expect(reads).toEqual(['film', 'film']);
    expect(await (await store.files()).kept()).toEqual([]);
  });

  it('that a pinned note names is kept up to the whole limit, and goes only when everything else has gone', async () => {
    const { bucket, reads, size, store } = aDevice();
    bucket.set('pinned', bytes(70));
    for (const key of ['a', 'b', 'c']) bucket.set(key, bytes(20));
    expect(await size('pinned')).toBe(70);
    for (const key of ['a', 'b', 'c', 'pinned']) await size(key);
    expect(reads).toEqual(['pinned', 'a', 'b', 'c']);
    const kept = await (await store.files()).kept();
    expect(kept.map(({ key }) => key).sort()).toEqual(['c', 'pinned']);
  });

  it('is read all the same where the copy of the notes is closed', async () => {
    const { bucket, store, size } = aDevice();
    bucket.set('a', bytes(2));
    store.close();
    expect(await size('a')).toBe(2);
  });
});
