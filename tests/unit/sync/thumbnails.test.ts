import { describe, expect, it, vi } from 'vitest';
import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { failed, succeeded } from '#src/notes/result.ts';
import type { Thumb } from '#src/store/file-store.ts';
import { createThumbnails } from '#src/sync/thumbnails.ts';

const failure = (kind: AwsFailure['kind']): AwsFailure => ({ kind, message: kind, details: '' });
const signal = () => new AbortController().signal;

/** Pictures in a bucket, and a device that keeps what is made of them. `hold`: reads wait until the result is called. */
function aDevice() {
  const bucket = new Map<string, Blob | AwsFailure>();
  const kept = new Map<string, Thumb>();
  const reads: string[] = [];
  let gate: Promise<void> = Promise.resolve();
  let broken = false;
  let time = 0;
  const thumbnail = createThumbnails({
    store: async () => {
      if (broken) throw new Error('closed');
      return {
        thumb: async (key) => kept.get(key),
        keepThumb: async (thumb) => {
          kept.set(thumb.key, thumb);
          return succeeded(undefined);
        },
      };
    },
    picture: async ([key]) => {
      reads.push(key);
      await gate;
      const found = bucket.get(key) ?? failure('denied');
      if (!(found instanceof Blob)) return failed(found);
      return succeeded(found.size > 1_000 ? { kind: 'too large' } : { kind: 'picture', picture: found });
    },
    now: () => time,
    make: async (picture) => {
      const text = await picture.text();
      if (text === 'slow') return 'not now';
      return text.startsWith('picture') ? { blob: new Blob([`small ${text}`]), width: 10, height: 5 } : null;
    },
  });
  return {
    ...{ bucket, kept, reads, thumbnail },
    text: async (key: string) => (await thumbnail([key], signal()))?.text(),
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
    pass: (ms: number) => {
      time += ms;
    },
    breakDown: () => {
      broken = true;
    },
  };
}

describe('a thumbnail', () => {
  it('is made once, and kept on the device', async () => {
    const { bucket, kept, reads, text } = aDevice();
    bucket.set('a', new Blob(['picture a']));
    expect(await text('a')).toBe('small picture a');
    expect(await text('a')).toBe('small picture a');
    expect(reads).toEqual(['a']);
    expect(kept.get('a')).toMatchObject({ key: 'a', width: 10, height: 5 });
  });

  it('is the one that the device has kept', async () => {
    const { kept, reads, text } = aDevice();
    kept.set('a', { key: 'a', blob: new Blob(['from before']), width: 1, height: 1 });
    expect(await text('a')).toBe('from before');
    expect(reads).toEqual([]);
  });

  it('is read once for all who wait for it', async () => {
    const { bucket, reads, hold, text } = aDevice();
    bucket.set('a', new Blob(['picture a']));
    const open = hold();
    const both = Promise.all([text('a'), text('a')]);
    open();
    expect(await both).toEqual(['small picture a', 'small picture a']);
    expect(reads).toEqual(['a']);
  });

  it.each([
    ['what is no picture', new Blob(['text'])],
    ['a picture that is too large', new Blob(['picture'.repeat(1_000)])],
    ['what is not there or not ours', failure('denied')],
  ])('of %s is not asked for again', async (_, found) => {
    const { bucket, reads, text } = aDevice();
    bucket.set('a', found);
    expect(await text('a')).toBeUndefined();
    expect(await text('a')).toBeUndefined();
    expect(reads).toEqual(['a']);
  });

  it('that was not there is looked for again after five minutes', async () => {
    const { bucket, reads, text, pass } = aDevice();
    expect(await text('a')).toBeUndefined();
    bucket.set('a', new Blob(['picture a']));
    pass(299_000);
    expect(await text('a')).toBeUndefined();
    pass(1_000);
    expect(await text('a')).toBe('small picture a');
    expect(reads).toEqual(['a', 'a']);
  });

  it('comes the next time where it took too long', async () => {
    const { bucket, text } = aDevice();
    bucket.set('a', new Blob(['slow']));
    expect(await text('a')).toBeUndefined();
    bucket.set('a', new Blob(['picture a']));
    expect(await text('a')).toBe('small picture a');
  });

  it('comes the next time where there was no network', async () => {
    const { bucket, text } = aDevice();
    bucket.set('a', failure('offline'));
    expect(await text('a')).toBeUndefined();
    bucket.set('a', new Blob(['picture a']));
    expect(await text('a')).toBe('small picture a');
  });

  it('is that of the next picture where the first is missing or none, and the first is not asked for again', async () => {
    const { bucket, kept, reads, thumbnail } = aDevice();
    bucket.set('b', new Blob(['text']));
    bucket.set('c', new Blob(['picture c']));
    const both = () => thumbnail(['a', 'b', 'c'], signal()).then((blob) => blob?.text());
    expect(await both()).toBe('small picture c');
    expect(await both()).toBe('small picture c');
    expect(reads).toEqual(['a', 'b', 'c']);
    expect([...kept.keys()]).toEqual(['c']);
    expect(await thumbnail(['b'], signal())).toBeNull();
  });

  it('is none where the copy of the notes is closed', async () => {
    const { breakDown, text } = aDevice();
    breakDown();
    expect(await text('a')).toBeUndefined();
  });

  it('is made two at a time, the one asked for last first, and not for those who have left', async () => {
    const { bucket, reads, hold, thumbnail } = aDevice();
    for (const key of ['a', 'b', 'c', 'd', 'e']) bucket.set(key, new Blob([`picture ${key}`]));
    const open = hold();
    const gone = new AbortController();
    const asked = ['a', 'b', 'c', 'd', 'e'].map((key) => thumbnail([key], key === 'd' ? gone.signal : signal()));
    await vi.waitFor(() => expect(reads).toEqual(['a', 'b']));
    gone.abort();
    open();
    const made = await Promise.all(asked);
    expect(reads).toEqual(['a', 'b', 'e', 'c']);
    expect(made.map((blob) => blob !== null)).toEqual([true, true, true, false, true]);
  });
});
