import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { failed, succeeded } from '#src/notes/result.ts';
import { zipFiles } from '#src/screens/export/zip-files.ts';

const megabyte = 1024 * 1024;
const failure = (kind: 'denied' | 'offline') => ({ kind, message: kind, details: '' });

/** A bucket of these objects; `cut`: nothing comes from there on, bytes. */
function aBucket(objects: Readonly<Record<string, Uint8Array<ArrayBuffer>>>, cut = Number.POSITIVE_INFINITY) {
  let largest = 0;
  return {
    largest: () => largest,
    async find([key]: readonly [string, ...string[]]) {
      const object = objects[key];
      return object === undefined ? failed(failure('denied')) : succeeded({ key, size: object.length });
    },
    async part(key: string, { from, to }: { readonly from: number; readonly to: number }) {
      largest = Math.max(largest, to - from);
      return from >= cut ? failed(failure('offline')) : succeeded(new Blob([objects[key]?.subarray(from, to) ?? '']));
    },
  };
}

const random = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};

const wanted = { signal: new AbortController().signal, onProgress: () => {}, breathe: async () => {}, now: 0 };

describe('all files of a note', () => {
  it('are in one zip file under their own names, two alike told apart, and what is missing is told', async () => {
    const files = aBucket({ a: random(10), b: random(20), c: new Uint8Array(0) });
    const items = [
      { name: 'plan.pdf', keys: ['a'] as const },
      { name: 'Work/plan.pdf', keys: ['b'] as const },
      { name: 'empty', keys: ['c'] as const },
      { name: 'gone.png', keys: ['d'] as const },
    ];
    const zipped = await zipFiles({ ...wanted, files, items, drain: undefined });
    if (!zipped.ok) throw new Error(zipped.failure.message);
    const inside = unzipSync(new Uint8Array(await zipped.value.rest.arrayBuffer()));
    expect(Object.entries(inside).map(([name, { length }]) => `${name} ${length}`)).toEqual([
      'plan.pdf 10',
      'plan (2).pdf 20',
      'empty 0',
    ]);
    expect(zipped.value.count).toBe(3);
    expect(zipped.value.missing).toEqual(['gone.png']);
  });

  it('go to the disk piece by piece, byte for byte', async () => {
    const film = random(20 * megabyte);
    const files = aBucket({ film });
    const written: Blob[] = [];
    const told: number[] = [];
    const zipped = await zipFiles({
      ...{ ...wanted, files, items: [{ name: 'film.mp4', keys: ['film'] }] },
      onProgress: (done) => told.push(done),
      drain: async (bytes) => void written.push(bytes),
    });
    if (!zipped.ok) throw new Error(zipped.failure.message);
    const whole = new Blob([...written, zipped.value.rest]);
    const inside = unzipSync(new Uint8Array(await whole.arrayBuffer()))['film.mp4'];
    expect(Buffer.from(inside ?? []).equals(film)).toBe(true);
    expect(told).toEqual([8 * megabyte, 16 * megabyte, 20 * megabyte]);
    expect(files.largest()).toBe(8 * megabyte);
    expect(Math.max(...written.map(({ size }) => size), zipped.value.rest.size)).toBeLessThan(5 * megabyte);
  });

  it('fail together when the network goes in the middle of one', async () => {
    const files = aBucket({ film: random(9 * megabyte) }, megabyte);
    const items = [{ name: 'film.mp4', keys: ['film'] as const }];
    expect(await zipFiles({ ...wanted, files, items, drain: undefined })).toEqual(failed(failure('offline')));
  });

  it('end when a person cancels', async () => {
    const stopping = new AbortController();
    const files = aBucket({ film: random(9 * megabyte) });
    const onProgress = () => stopping.abort();
    const items = [{ name: 'film.mp4', keys: ['film'] as const }];
    const zipped = zipFiles({ ...wanted, files, items, onProgress, signal: stopping.signal, drain: undefined });
    await expect(zipped).rejects.toThrow(/abort/i);
  });
});
