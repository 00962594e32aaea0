import { describe, expect, it } from 'vitest';
import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { failed, succeeded } from '#src/notes/result.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import { createFoundFiles } from '#src/sync/found-files.ts';
import { home } from './fakes/device.ts';

const denied: AwsFailure = { kind: 'denied', message: 'denied', details: '' };
const megabyte = 1024 * 1024;

/** A bucket of objects with these sizes, and a device. `asked`: what S3 was asked. */
function aDevice(sizes: Readonly<Record<string, number>>) {
  const store = createMemoryNoteStore({ home, now: () => 0 });
  const asked: string[] = [];
  const found = createFoundFiles({
    store: () => store.files(),
    sendAs: (request) => request(),
    read: async ([key]) => {
      asked.push(`whole ${key}`);
      return succeeded(new Blob(['whole']));
    },
    objects: {
      async facts(key) {
        asked.push(`facts ${key}`);
        const size = sizes[key];
        return size === undefined ? failed(denied) : succeeded({ size, type: '', etag: null, age: 0 });
      },
      async read(key, { from, to } = {}) {
        asked.push(`${key} ${from}-${to}`);
        return succeeded(new Blob(['part']));
      },
      async address(key, as) {
        asked.push(`${as.kind} ${key}`);
        return succeeded(new URL('https://bucket.example/signed'));
      },
    },
  });
  const keep = async (key: string, text: string) =>
    (await store.files()).keep({ key, blob: new Blob([text]), type: '' }, 0);
  return { ...found, asked, keep };
}

describe('an object', () => {
  it('is the first that there is, and its size is asked for once', async () => {
    const { find, asked } = aDevice({ b: 7 });
    expect(await find(['a', 'b'])).toEqual(succeeded({ key: 'b', size: 7 }));
    expect(await find(['b'])).toEqual(succeeded({ key: 'b', size: 7 }));
    expect(asked).toEqual(['facts a', 'facts b']);
  });

  it('that this device has is asked for nowhere', async () => {
    const { find, part, media, keep, asked } = aDevice({});
    await keep('a', 'la la la');
    expect(await find(['a'])).toEqual(succeeded({ key: 'a', size: 8 }));
    const middle = await part('a', { from: 3, to: 5 });
    expect(middle.ok && (await middle.value.text())).toBe('la');
    const whole = await media({ key: 'a', size: 30 * megabyte }, 'audio/wav');
    expect(whole.ok && whole.value instanceof Blob).toBe(true);
    expect(asked).toEqual([]);
  });

  it('is looked into without being read', async () => {
    const { part, asked } = aDevice({ a: 9 * megabyte });
    await part('a', { from: 0, to: 1024 });
    expect(asked).toEqual(['a 0-1024']);
  });

  it('plays from its bytes up to 20 MB, and from an address above', async () => {
    const { media, asked } = aDevice({});
    await media({ key: 'a', size: 20 * megabyte }, 'audio/wav');
    await media({ key: 'b', size: 20 * megabyte + 1 }, 'audio/wav');
    expect(asked).toEqual(['whole a', 'media b']);
  });
});
