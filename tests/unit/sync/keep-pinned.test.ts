import { describe, expect, it } from 'vitest';
import { attachmentLink } from '#src/notes/attachment-references.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const [first, second] = [noteId('a'), noteId('b')];
const keyOf = (name: string) => `${home.prefix}${name}`;
const linkTo = (name: string) => attachmentLink({ key: keyOf(name), identityId: home.identityId, name, inline: false });
const textOf = (names: readonly string[]) => ['', ...names.map(linkTo)].join('\n\n');
const pinned = (...names: readonly string[]) => `---\npinned: true\n---\nPinned${textOf(names)}`;

/** A device that keeps 100 bytes of a bucket with the files, by name. */
async function aDevice(files: Readonly<Record<string, number>>) {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const objects = new Map(Object.entries(files).map(([name, size]) => [keyOf(name), new Blob(['x'.repeat(size)])]));
  const device = createDevice(server, timers, { bucket: emptyBucket(objects) });
  device.app().engine.start();
  return {
    ...{ device, objects, timers },
    write: async (id: typeof first, text: string) => {
      await device.type(id, text);
      await device.sync();
      await settled();
    },
    read: (name: string) => device.app().notebook.files.read([keyOf(name)]),
    kept: async () =>
      (await (await device.store.files()).kept()).map(({ key }) => key.slice(home.prefix.length)).sort(),
  };
}

describe('The files of a pinned note', () => {
  it('are fetched once the note is in step, and those of another note are not', async () => {
    const { kept, write } = await aDevice({ a: 10, b: 60, c: 10 });
    await write(second, `Other${textOf(['c'])}`);
    expect(await kept()).toEqual([]);
    await write(first, pinned('a', 'b'));
    expect(await kept()).toEqual(['a', 'b']);
  });

  it('stay where others have to go, until the note is pinned no more', async () => {
    const { kept, read, timers, write } = await aDevice({ a: 60, b: 20, c: 20, d: 20 });
    await write(first, pinned('a'));
    for (const name of ['b', 'c', 'd']) {
      await timers.pass(3_600_000);
      await read(name);
    }
    expect(await kept()).toEqual(['a', 'c', 'd']);
    await write(first, `No more${textOf(['a'])}`);
    await read('b');
    expect(await kept()).toEqual(['b', 'c', 'd']);
  });

  it('are fetched as far as the limit goes, and the others once it is raised', async () => {
    const { device, kept, timers, write } = await aDevice({ a: 60, b: 50, c: 30 });
    await write(first, pinned('a', 'b', 'c'));
    expect(await kept()).toEqual(['a', 'c']);
    device.keeping.set(200);
    await timers.pass(60_000);
    expect(await kept()).toEqual(['a', 'b', 'c']);
  });

  it('are not fetched where nothing is to be kept, nor where the browser is to save data', async () => {
    const { device, kept, timers, write } = await aDevice({ a: 1 });
    device.keeping.set(0);
    await write(first, pinned('a'));
    await timers.pass(60_000);
    expect(await kept()).toEqual([]);
    device.keeping.savesData = true;
    device.keeping.set(100);
    await timers.pass(60_000);
    expect(await kept()).toEqual([]);
    device.keeping.savesData = false;
    await timers.pass(60_000);
    expect(await kept()).toEqual(['a']);
  });

  it('are not fetched while the note is in the trash', async () => {
    const { kept, write } = await aDevice({ a: 1 });
    await write(first, pinned('a').replace('pinned: true', 'pinned: true\ntrashed: 2026-11-22T20:17:00Z'));
    expect(await kept()).toEqual([]);
  });

  it('that are missing are asked for again an hour later, and keep no other from coming', async () => {
    const { device, kept, objects, timers, write } = await aDevice({ b: 1 });
    const asked = () => device.files.looked.filter((key) => key === keyOf('a')).length;
    await write(first, pinned('a', 'b'));
    expect(await kept()).toEqual(['b']);
    objects.set(keyOf('a'), new Blob(['a']));
    await timers.pass(30 * 60_000);
    expect(asked()).toBe(1);
    await timers.pass(35 * 60_000);
    expect(await kept()).toEqual(['a', 'b']);
  });

  it('wait until the files have gone that are on their way', async () => {
    const { device, kept, timers, write } = await aDevice({ a: 1 });
    device.network.meet('upload', awsFailure('unavailable'));
    await device.app().notebook.files.attach(second, [{ file: new File(['new'], 'new'), name: 'new' }], null);
    await write(first, pinned('a'));
    expect(await kept()).toEqual([]);
    await timers.pass(60_000);
    expect(await kept()).toContain('a');
  });
});
