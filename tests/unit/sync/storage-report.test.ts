import { describe, expect, it } from 'vitest';
import { attachmentLink } from '#src/notes/attachment-references.ts';
import type { Watched } from '#src/sync/storage-report.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const [first, second] = [noteId('a'), noteId('b')];
const hour = 3_600_000;
const day = 24 * hour;
const keyOf = (name: string) => `${home.prefix}0abcdefghijk${name}-file`;
const linkTo = (name: string) => attachmentLink({ key: keyOf(name), identityId: home.identityId, name, inline: false });

/** A device, and a bucket with files by their names: how large, and how old (two days where nothing is said). */
async function aDevice(
  files: Readonly<Record<string, { readonly size: number; readonly age?: number }>>,
  { lists = true, profile = 'versioned' as 'versioned' | 'tutorial' } = {},
) {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  const objects = new Map(Object.entries(files).map(([name, { size }]) => [keyOf(name), new Blob(['x'.repeat(size)])]));
  const ages = new Map(Object.entries(files).map(([name, { age = 2 * day }]) => [keyOf(name), age]));
  const bucket = { ...emptyBucket(objects), lists, ageOf: (key: string) => ages.get(key) ?? 0 };
  const device = createDevice(server, timers, { bucket });
  const { notebook } = device.app();
  device.app().engine.start();
  const report = await notebook.files.storage(notebook);
  const stop = new AbortController();
  const progress: (readonly [number, number | null])[] = [];
  const watched: Watched = { signal: stop.signal, onProgress: (done, all) => progress.push([done, all]) };
  return {
    ...{ device, notebook, objects, report, watched, progress, timers, stop, server },
    write: async (id: typeof first, text: string) => {
      await device.type(id, text);
      await device.sync();
    },
    look: () => report.look(watched),
    names: () => [...objects.keys()].map((key) => key.slice(keyOf('').length - '-file'.length).replace('-file', '')),
  };
}

describe('What is in the bucket', () => {
  it('is told by note, the largest first, and in all', async () => {
    const { look, write } = await aDevice({ a: { size: 5 }, b: { size: 30 }, c: { size: 1 } });
    await write(first, `A ${linkTo('a')} ${linkTo('c')}`);
    await write(second, `B ${linkTo('b')} ${linkTo('c')}`);
    expect(await look()).toMatchObject({
      places: [
        { prefix: home.prefix, listed: true },
        { prefix: `private/${home.identityId}/`, listed: true },
      ],
      named: { files: 3, bytes: 36 },
      notes: [
        { id: second, bytes: 31, unknown: 0 },
        { id: first, bytes: 6, unknown: 0 },
      ],
      unknown: 0,
      orphans: [],
      refusal: null,
    });
  });

  it('that nothing names is an orphan once it is a day old', async () => {
    const { look } = await aDevice({ a: { size: 5 }, b: { size: 7, age: day - 1 }, c: { size: 9, age: day } });
    expect(await look()).toMatchObject({
      orphans: [
        { key: keyOf('c'), size: 9, age: day },
        { key: keyOf('a'), size: 5, age: 2 * day },
      ],
      young: { files: 1, bytes: 7 },
    });
  });

  it('is no orphan where a note in the trash, the history or words in code name it, or it is to go anyway', async () => {
    const { look, notebook, timers, write, device } = await aDevice({
      ...{ a: { size: 1 }, b: { size: 2 }, c: { size: 4 }, d: { size: 8 } },
    });
    await write(first, `---\ntrashed: 2026-11-22T20:17:00Z\n---\n${linkTo('a')}`);
    await write(second, `B\n\n${linkTo('b')}`);
    await timers.pass(hour);
    await device.store.discard([keyOf('d')], timers.now() + day);
    await write(second, `B again\n\n\`\`\`\n${linkTo('c')}\n\`\`\`\n`);
    const report = await look();
    expect(report.orphans).toEqual([]);
    expect(report.remembered).toEqual({ files: 1, bytes: 4 });
    expect(report.removed).toEqual({ files: 2, bytes: 10 });
    expect(report.named).toEqual({ files: 1, bytes: 1 });
    expect(await notebook.read(second)).toMatchObject({ text: expect.stringContaining('again') });
  });

  it('is told where S3 refused to delete it, unless a note names it again', async () => {
    const { look, write, timers, device } = await aDevice({ a: { size: 1 }, b: { size: 2 } });
    await write(first, `A ${linkTo('a')}`);
    for (const name of ['a', 'b']) await device.store.discard([keyOf(name)], timers.now() + day, undefined, 'Denied.');
    expect((await look()).undeletable).toEqual([{ key: keyOf('b'), said: 'Denied.' }]);
  });

  it('is told from what this device knows where S3 does not list it, and file by file when asked', async () => {
    const { look, notebook, report, watched, write, progress } = await aDevice(
      { a: { size: 5 }, b: { size: 30 } },
      { lists: false },
    );
    await write(first, `A ${linkTo('a')} ${linkTo('b')} ${linkTo('gone')}`);
    await notebook.files.read([keyOf('a')]);
    expect(await look()).toMatchObject({
      places: [{ listed: false }, { listed: false }],
      notes: [{ id: first, bytes: 5, unknown: 2 }],
      unknown: 2,
    });
    expect([keyOf('a'), keyOf('b')].map((key) => report.stateOf([key]))).toEqual([5, 'unknown']);
    expect(await report.measure(watched)).toMatchObject({ notes: [{ id: first, bytes: 35, unknown: 0 }], unknown: 0 });
    expect(progress.at(-1)).toEqual([2, 2]);
    expect(report.stateOf([keyOf('gone'), keyOf('b')])).toBe(30);
    expect(report.stateOf([keyOf('gone')])).toBe('missing');
  });

  it('has a file that this device still keeps, and that nothing names any more, as an orphan without being listed', async () => {
    const { look, notebook, report, watched } = await aDevice({ a: { size: 5 } }, { lists: false });
    await notebook.files.read([keyOf('a')]);
    expect(await look()).toMatchObject({ unknown: 1, orphans: [] });
    expect(await report.measure(watched)).toMatchObject({ unknown: 0, orphans: [{ key: keyOf('a'), size: 5 }] });
  });

  it('is asked for no further once that is ended', async () => {
    const { device, report, stop, watched, write, look } = await aDevice({}, { lists: false });
    await write(first, Array.from({ length: 20 }, (_, at) => linkTo(`f${at}`)).join(' '));
    await look();
    const asked = report.measure({ ...watched, onProgress: () => stop.abort() });
    expect((await asked).unknown).toBeGreaterThan(10);
    expect(device.files.looked.length).toBeLessThan(10);
  });
});

describe('Cleaning up', () => {
  it('deletes what was chosen, and what this device has of it', async () => {
    const { look, names, notebook, report, watched, progress, device } = await aDevice({
      ...{ a: { size: 5 }, b: { size: 30 }, c: { size: 2 } },
    });
    await notebook.files.read([keyOf('a')]);
    const { orphans } = await look();
    const chosen = orphans.filter(({ key }) => key !== keyOf('c'));
    expect(await report.cleanUp(chosen, watched)).toEqual({ deleted: chosen, spared: 0, failure: null });
    expect(names()).toEqual(['c']);
    expect(progress.at(-1)).toEqual([2, 2]);
    expect(await (await device.store.files()).kept()).toEqual([]);
    expect((await report.again()).orphans).toMatchObject([{ key: keyOf('c') }]);
  });

  it('leaves what another device has named meanwhile', async () => {
    const { look, names, report, server, timers, watched } = await aDevice({ a: { size: 5 }, b: { size: 30 } });
    const { orphans } = await look();
    const other = createDevice(server, timers);
    other.app().engine.start();
    await other.type(second, linkTo('a'));
    await other.sync();
    expect(await report.cleanUp(orphans, watched)).toMatchObject({ spared: 1, failure: null });
    expect(names()).toEqual(['a']);
  });

  it('is refused where the notes cannot be brought into step', async () => {
    const { device, look, names, report, watched } = await aDevice({ a: { size: 5 } });
    const { orphans } = await look();
    device.network.online = false;
    expect(await look()).toMatchObject({ refusal: { kind: 'offline' } });
    expect(await report.cleanUp(orphans, watched)).toMatchObject({ deleted: [], failure: { kind: 'offline' } });
    expect(names()).toEqual(['a']);
  });

  it('is refused where AWS may not list all notes', async () => {
    const { look, names, report, watched, write } = await aDevice({ a: { size: 5 } }, { profile: 'tutorial' });
    await write(first, 'x'.repeat(340_000));
    await write(second, 'x'.repeat(340_000));
    await write(noteId('c'), 'x'.repeat(340_000));
    const { orphans, refusal } = await look();
    expect(refusal).toMatchObject({ kind: 'long list' });
    expect(await report.cleanUp(orphans, watched)).toMatchObject({ deleted: [], failure: { kind: 'long list' } });
    expect(names()).toEqual(['a']);
  });

  it('ends where a person ends it, or S3 does not answer', async () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`f${at}`, { size: 1 }]));
    const { device, look, names, report, stop, watched } = await aDevice(many);
    const { orphans } = await look();
    device.network.meet('remove file', awsFailure('unavailable'));
    expect(await report.cleanUp(orphans, watched)).toMatchObject({ failure: { kind: 'unavailable' } });
    expect(names().length).toBeGreaterThan(10);
    const ended = await report.cleanUp((await report.again()).orphans, { ...watched, onProgress: () => stop.abort() });
    expect(ended).toMatchObject({ failure: null });
    expect(names().length).toBeGreaterThan(5);
  });
});

describe('This device', () => {
  it('tells what it has, and lets it go but for the files of pinned notes', async () => {
    const { device, notebook, report, write } = await aDevice({ a: { size: 5 }, b: { size: 20 }, c: { size: 96 } });
    await write(first, `---\npinned: true\n---\n${linkTo('a')} ${linkTo('c')}`);
    await settled();
    await notebook.files.read([keyOf('b')]);
    expect(await report.device()).toEqual({
      all: { used: 1_000, quota: 10_000 },
      kept: { files: 2, bytes: 25 },
      limit: 100,
      pinned: { files: 1, bytes: 5, missing: 1 },
      sending: { files: 0, bytes: 0 },
      persisted: false,
    });
    await report.letGo();
    expect(await report.device()).toMatchObject({ kept: { files: 1, bytes: 5 } });
    await report.limitTo(0);
    expect(await report.device()).toMatchObject({ kept: { files: 0 }, limit: 0 });
    expect(device.keeping.get()).toBe(0);
    expect(await report.persist()).toBe(true);
  });
});
