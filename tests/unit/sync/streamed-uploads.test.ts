import { describe, expect, it } from 'vitest';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import { failed } from '#src/notes/result.ts';
import { picked } from '../../support/picked.ts';
import { createDevice, noteId } from './fakes/device.ts';
import { aDiskFile } from './fakes/disk-file.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const note = noteId('a');
/** Four parts, the last one smaller. */
const content = 'aaaaaaaabbbbbbbbccccccccdd';
const aFilm = (text = content) => aDiskFile('film.mp4', text);

/** A device with a note, and so little room that a film is sent from where it is. */
async function withNote({ free = 40 }: { readonly free?: number | null } = {}) {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const bucket = emptyBucket();
  const device = createDevice(server, timers, { bucket, free: () => free });
  await device.type(note, 'Plan');
  device.app().engine.start();
  await timers.pass(2_000);
  const { network } = device;
  const list = () => device.app().notebook.files.uploads.get();
  return {
    device,
    network,
    timers,
    bucket,
    list,
    async attach(...files: readonly File[]) {
      const attached = await device.app().notebook.files.attach(note, files.map(picked), null);
      await settled();
      return attached;
    },
    async chooseAgain(file: File) {
      const taken = await device.app().notebook.files.retry(list()[0]?.key ?? '', file);
      await timers.pass(1_000);
      return taken;
    },
    rows: async () => (await device.store.files()).uploads(),
    contents: () => Promise.all([...bucket.objects.values()].map((one) => one.text())),
    partsSent: () => network.requests.filter(({ operation }) => operation === 'part').map(({ content: part }) => part),
  };
}

/** Two parts of the film are in S3, and no tab has it any more. */
async function withLostFile() {
  const world = await withNote();
  world.network.holdAfter(3);
  await world.attach(aFilm().file);
  await world.device.restart();
  world.network.requests.length = 0;
  await world.network.release();
  await world.timers.pass(2_000);
  return world;
}

describe('A file that is over half of what is free on the device', () => {
  it('is sent from where it is, and the device keeps nothing of it', async () => {
    const { attach, device, network, rows, list, contents } = await withNote();
    network.holdAfter(0);
    await attach(aFilm().file);
    const [row] = await rows();
    expect(row).toMatchObject({ source: { kind: 'streamed', lastModified: 1_000 }, size: 26 });
    expect(attachmentsIn((await device.text(note)) ?? '')).toMatchObject([{ name: 'film.mp4' }]);
    expect(list()).toMatchObject([{ streamedFrom: 'this tab', state: { kind: 'sending' } }]);
    expect(await (await device.store.files()).bytes(row?.key ?? '')).toBeUndefined();
    await network.release();
    await settled();
    expect(await contents()).toEqual([content]);
    expect(list()).toEqual([]);
    const files = await device.store.files();
    expect([await files.kept(), await files.uploads()]).toEqual([[], []]);
  });

  it('cannot be read before it has arrived, and AWS is not asked for it', async () => {
    const { attach, device, network, rows } = await withNote();
    network.holdAfter(0);
    await attach(new File(['x'.repeat(30)], 'photo.png', { type: 'image/png' }));
    const [key = ''] = (await rows()).map((row) => row.key);
    const { files } = device.app().notebook;
    const onItsWay = { failure: { message: expect.stringContaining('still on its way') } };
    expect(await files.read([key])).toMatchObject(onItsWay);
    expect(await files.find([key])).toMatchObject(onItsWay);
    expect(await files.part(key, { from: 0, to: 1 })).toMatchObject(onItsWay);
    expect(await files.media({ key, size: 10 }, 'video/mp4')).toMatchObject(onItsWay);
    expect(await files.downloadAddress([key], 'photo.png')).toMatchObject(onItsWay);
    expect(await files.thumbnail([key], new AbortController().signal)).toBeNull();
    await network.release();
    await settled();
    expect(await files.find([key])).toMatchObject({ ok: true });
  });

  it('is told with those that were attached together', async () => {
    const { attach, network, rows } = await withNote({ free: 30 });
    network.holdAfter(0);
    await attach(...[10, 11, 5].map((size) => new File(['x'.repeat(size)], `${size}.bin`)));
    const kinds = (await rows()).map(({ name, source }) => [name, source.kind]);
    expect(kinds).toEqual([
      ['10.bin', 'kept'],
      ['11.bin', 'streamed'],
      ['5.bin', 'kept'],
    ]);
  });

  it('is one, too, that the device turns out not to have room for', async () => {
    const { attach, device, contents, list } = await withNote({ free: null });
    const { change } = device.store;
    device.store.change = async (...asked) =>
      asked[3]?.some(({ bytes }) => bytes !== null)
        ? failed({ kind: 'full', message: 'No room is left on this device.', details: '' })
        : change(...asked);
    const streamed: unknown[] = [];
    device.app().notebook.files.uploads.subscribe(() => streamed.push(list()[0]?.streamedFrom));
    expect(await attach(aFilm().file)).toMatchObject({ ok: true });
    expect(streamed).toContain('this tab');
    expect(await contents()).toEqual([content]);
  });

  it('is not held where its note could not be written either', async () => {
    const { attach, device, list } = await withNote();
    const { change } = device.store;
    device.store.change = async () => failed({ kind: 'full', message: 'No room is left.', details: '' });
    expect(await attach(aFilm().file)).toMatchObject({ ok: false });
    device.store.change = change;
    expect(list()).toEqual([]);
  });
});

describe('A file that is sent from where it is', () => {
  it('is handed to the tab that leads, and on to the next one after the tab that was given it has closed', async () => {
    const { attach, device, network, timers, contents, list, partsSent } = await withNote();
    network.holdAfter(3);
    await attach(aFilm().file);
    expect(list()).toMatchObject([{ streamedFrom: 'this tab', state: { kind: 'sending' } }]);
    await device.switchTab();
    expect(list()).toMatchObject([{ streamedFrom: 'this tab', state: { kind: 'sending' } }]);
    await device.switchTab();
    await device.closeTab();
    await network.release();
    await timers.pass(5_000);
    expect(await contents()).toEqual([content]);
    expect(new Set(partsSent()).size).toBe(4);
  });

  it('goes on from a tab that never led, when the one that was given it closes', async () => {
    const { attach, device, network, timers, contents, list, partsSent } = await withNote();
    await device.switchTab();
    await device.switchTab();
    network.holdAfter(3);
    await attach(aFilm().file);
    await device.closeTab();
    expect(list()).toMatchObject([{ streamedFrom: 'this tab' }]);
    await network.release();
    await timers.pass(1_000);
    expect(await contents()).toEqual([content]);
    expect(new Set(partsSent()).size).toBe(4);
  });

  it('is tried no second time where it was changed, though several tabs had it', async () => {
    const { attach, network, list, device, timers } = await withNote();
    await device.switchTab();
    const film = aFilm();
    network.holdAfter(1);
    await attach(film.file);
    film.write(content.toUpperCase());
    await network.release();
    await timers.pass(5_000);
    expect(list()).toMatchObject([{ state: { kind: 'file needed' } }]);
    network.requests.length = 0;
    await device.switchTab();
    await timers.pass(5_000);
    expect(list()).toMatchObject([{ state: { kind: 'file needed' }, streamedFrom: 'another tab' }]);
    expect(network.count('part')).toBe(0);
  });

  it('is sent by a leading tab that was never given it', async () => {
    const { attach, device, timers, contents, list } = await withNote();
    const leader = device.app();
    await device.switchTab();
    leader.page.isVisible = true;
    await attach(aFilm().file);
    await timers.pass(3_000);
    expect(await contents()).toEqual([content]);
    expect(list()).toEqual([]);
  });

  it('is asked for when no tab has it any more, with a network or without', async () => {
    const { attach, device, network, timers, list, contents, bucket } = await withNote();
    network.holdAfter(3);
    await attach(aFilm().file);
    await device.restart();
    network.online = false;
    await network.release();
    await timers.pass(1_999);
    expect(list()).toMatchObject([{ streamedFrom: 'another tab', state: { kind: 'waiting' } }]);
    await timers.pass(1);
    expect(list()).toMatchObject([
      {
        state: {
          kind: 'file needed',
          failure: { message: expect.stringContaining('tab that this file was sent from') },
        },
      },
    ]);
    expect(await contents()).toEqual([]);
    expect(bucket.unfinished.size).toBe(1);
  });

  it('goes on where it was once it has been chosen again, also by another name and time', async () => {
    const { chooseAgain, contents, partsSent, list, network, bucket } = await withLostFile();
    expect(await chooseAgain(aDiskFile('copy of film.mp4', content, 5_000).file)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await contents()).toEqual([content]);
    expect(partsSent().length).toBeLessThanOrEqual(2);
    expect(network.count('begin')).toBe(0);
    expect([list(), bucket.unfinished.size]).toEqual([[], 0]);
  });

  it('says that it is being compared while a chosen file is read', async () => {
    const { device, list } = await withLostFile();
    const states: unknown[] = [];
    device.app().notebook.files.uploads.subscribe(() => states.push(list()[0]?.state.kind));
    await device.app().notebook.files.retry(list()[0]?.key ?? '', aFilm().file);
    expect(states[0]).toBe('comparing');
  });

  it.each([
    ['of another size', 'aaaa', 'has another size'],
    ['that begins otherwise', `x${content.slice(1)}`, 'what has been sent already is not in it'],
  ])('takes no file %s, says so, and loses nothing', async (_, text, sentence) => {
    const { chooseAgain, contents, list, partsSent, device, timers } = await withLostFile();
    expect(await chooseAgain(aFilm(text).file)).toEqual({ ok: true, value: undefined });
    expect(list()).toMatchObject([
      {
        state: {
          kind: 'file needed',
          failure: { message: expect.stringContaining(sentence), values: { name: 'film.mp4' } },
        },
      },
    ]);
    await device.sync();
    await timers.pass(3_000);
    expect(partsSent()).toEqual([]);
    await chooseAgain(aFilm().file);
    expect(await contents()).toEqual([content]);
  });

  it('takes none that cannot be read', async () => {
    const { chooseAgain, list } = await withLostFile();
    const film = aFilm();
    film.remove();
    await chooseAgain(film.file);
    expect(list()).toMatchObject([
      { state: { kind: 'file needed', failure: { message: expect.stringContaining('could not be read') } } },
    ]);
  });

  it.each([
    ['written to', (film: ReturnType<typeof aFilm>) => film.write(content.toUpperCase())],
    ['removed', (film: ReturnType<typeof aFilm>) => film.remove()],
  ])('never becomes an object of two files where it is %s meanwhile', async (_, happen) => {
    const { attach, network, list, timers, contents, chooseAgain } = await withNote();
    const film = aFilm();
    network.holdAfter(1);
    await attach(film.file);
    happen(film);
    await network.release();
    await timers.pass(60_000);
    expect(list()).toMatchObject([
      { state: { kind: 'file needed', failure: { message: expect.stringContaining('changed, moved or removed') } } },
    ]);
    expect(await contents()).toEqual([]);
    await chooseAgain(aFilm().file);
    expect(await contents()).toEqual([content]);
  });

  it('asks for the file again where it changed before anything was sent', async () => {
    const { attach, network, list, device, timers } = await withNote();
    network.online = false;
    device.app().page.tell('offline');
    const film = aFilm();
    await attach(film.file);
    film.write('other');
    network.online = true;
    device.app().page.tell('online');
    await timers.pass(3_000);
    expect(list()).toMatchObject([
      { state: { kind: 'file needed', failure: { message: expect.stringContaining('changed, moved or removed') } } },
    ]);
    expect(network.count('begin')).toBe(0);
  });

  it('goes on by itself when a tab that has it answers late', async () => {
    const { device, list, timers, contents } = await withLostFile();
    const [lost] = list();
    expect(lost).toMatchObject({ state: { kind: 'file needed' } });
    device.say({ kind: 'chosen file', key: lost?.key, file: aFilm().file });
    await timers.pass(1_000);
    expect(await contents()).toEqual([content]);
  });

  it('is cancelled without the file, and leaves nothing in S3', async () => {
    const { device, list, timers, bucket, rows } = await withLostFile();
    await device.app().notebook.files.cancel(list()[0]?.key ?? '');
    await timers.pass(20_000);
    expect(await device.text(note)).toBe('Plan\n');
    expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 0]);
    expect(await rows()).toEqual([]);
  });
});
