import { describe, expect, it } from 'vitest';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { failed } from '#src/notes/result.ts';
import type { Place } from '#src/sync/notebook-files.ts';
import { picked } from '../../support/picked.ts';
import { createDevice, home, megabyte, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { ana, ben } from './fakes/fake-session.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const note = noteId('a');
const plan = new File(['plan'], 'plan.pdf', { type: 'application/pdf' });
const pngBytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of four parts, the last one smaller. */
const film = new File(['aaaaaaaabbbbbbbbccccccccdd'], 'film.mp4', { type: 'video/mp4' });

async function withNote() {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const bucket = emptyBucket();
  const device = createDevice(server, timers, { bucket });
  await device.type(note, 'Plan');
  device.app().engine.start();
  await timers.pass(2_000);
  const attach = async (file: File, id: NoteId = note) => {
    const attached = await device.app().notebook.files.attach(id, [picked(file)], null);
    await settled();
    return attached.ok ? attached.value[0] : undefined;
  };
  const attachAll = (all: readonly File[], place: Place) =>
    device.app().notebook.files.attach(note, all.map(picked), place);
  const { network } = device;
  return {
    ...device,
    device,
    timers,
    bucket,
    attach,
    attachAll,
    list: () => device.app().notebook.files.uploads.get(),
    rows: async () => (await device.store.files()).uploads(),
    contents: () => Promise.all([...bucket.objects.values()].map((one) => one.text())),
    partsSent: () => network.requests.filter(({ operation }) => operation === 'part').map(({ content }) => content),
    goOffline() {
      network.online = false;
      device.app().page.tell('offline');
    },
    async goOnline() {
      network.online = true;
      device.app().page.tell('online');
      await settled();
    },
  };
}

/** A file of that size, without its bytes. */
function sized(name: string, size: number): File {
  const file = new File([], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

describe('Attaching a file', () => {
  it('counts as not sent until S3 has it and the notes API its note', async () => {
    const { device, attach, timers, goOffline, goOnline } = await withNote();
    const unsent = () => device.app().notebook.unsent();
    expect(await unsent()).toEqual({ notes: 0, files: 0 });
    goOffline();
    await attach(plan);
    expect(await unsent()).toEqual({ notes: 1, files: 1 });
    const cancelled = await attach(film);
    await device.app().notebook.files.cancel(cancelled !== undefined && 'key' in cancelled ? cancelled.key : '');
    expect(await unsent()).toEqual({ notes: 1, files: 1 });
    await device.restart();
    expect(await unsent()).toEqual({ notes: 1, files: 1 });
    await goOnline();
    await timers.pass(5_000);
    expect(await unsent()).toEqual({ notes: 0, files: 0 });
  });

  it('has it safe in the note at once, sends it under the person’s own prefix, and keeps it on the device', async () => {
    const { device, bucket, attach, list, store, rows, goOffline, goOnline, contents } = await withNote();
    goOffline();
    const attached = await attach(plan);
    const [key = ''] = (await rows()).map((row) => row.key);
    expect(attached).toEqual({ name: 'plan.pdf', key });
    expect(key.startsWith(home.prefix)).toBe(true);
    const named = attachmentsIn((await device.text(note)) ?? '');
    expect(named).toMatchObject([{ name: 'plan.pdf', inline: false }]);
    expect(referenceToKey(named[0]?.reference ?? '', home.identityId)).toBe(key);
    expect(list()).toMatchObject([{ noteId: note, name: 'plan.pdf', sentBytes: 0, state: { kind: 'waiting' } }]);
    expect(bucket.objects.size).toBe(0);

    await goOnline();
    expect(await contents()).toEqual(['plan']);
    expect(list()).toEqual([]);
    expect(await (await (await store.files()).bytes(key))?.text()).toBe('plan');
    expect(await store.discarded()).toEqual([]);
  });

  it('is on the list before its note names it', async () => {
    const { app, device, list } = await withNote();
    const early: number[] = [];
    app().notebook.watch(note, (record) => {
      if (record?.text.includes('plan.pdf')) early.push(list().length);
    });
    device.network.holdAfter(0);
    await app().notebook.files.attach(note, [picked(plan)], null);
    await settled();
    expect(early[0]).toBe(1);
  });

  it('shows it before it is in S3, and says that it cannot be downloaded yet', async () => {
    const { attach, app, rows, goOffline } = await withNote();
    goOffline();
    await attach(plan);
    const [key = ''] = (await rows()).map((row) => row.key);
    const read = await app().notebook.files.read([key]);
    expect(read.ok && (await read.value.text())).toBe('plan');
    expect(await app().notebook.files.downloadAddress([key], 'plan.pdf')).toMatchObject({
      failure: { message: expect.stringContaining('still on its way') },
    });
  });

  it('writes the links of files that came together where they were put, in their order', async () => {
    const { device, attachAll } = await withNote();
    await device.type(note, 'Plan\n\nSow peas, water them.');
    const seen = (await device.text(note)) ?? '';
    const place = { seen, offset: seen.indexOf('peas') };
    await device.type(note, `Title\n${seen} And beans.`);
    await attachAll([new File(['1'], 'a.txt'), new File(['2'], 'b.txt')], place);
    expect((await device.text(note))?.replace(/\(attachment:[^)]*\)/g, '')).toBe(
      'Title\nPlan\n\nSow [a.txt] [b.txt] peas, water them. And beans.',
    );
  });

  it('writes the link at the end where the words around its place have become others meanwhile', async () => {
    const { device, attachAll } = await withNote();
    await device.type(note, 'Dig it all up');
    await attachAll([new File(['1'], 'a.txt')], { seen: 'Sow peas', offset: 4 });
    expect(await device.text(note)).toMatch(/^Dig it all up\n\n\[a\.txt\]\(attachment:[^)]*\)\n$/);
  });

  it.each([
    ['a picture', pngBytes, 'image/png', true],
    ['a drawing that says it is a picture', '<svg onload="alert(1)"/>', 'application/octet-stream', false],
    ['a page that says so', '<script>alert(1)</script>', 'application/octet-stream', false],
    ['a text that says so', 'Sow peas', 'text/plain', false],
  ])(
    'tells S3 what %s is by its content, and shows a picture alone in the text',
    async (_what, content, type, inline) => {
      const { device, attach, rows, goOffline } = await withNote();
      goOffline();
      await attach(new File([content], 'sea.png', { type: 'image/png' }));
      expect(attachmentsIn((await device.text(note)) ?? '')).toMatchObject([{ inline }]);
      expect(await rows()).toMatchObject([{ type }]);
    },
  );

  it('makes the note where nothing has been written yet', async () => {
    const { device, attach } = await withNote();
    await attach(plan, noteId('new'));
    expect(await device.text(noteId('new'))).toContain('[plan.pdf](attachment:');
  });

  it('refuses a file over the limit before any byte is sent, and says the sizes', async () => {
    const { network, attach, list } = await withNote();
    expect(await attach(sized('film.mp4', 10 * megabyte + 1))).toMatchObject({
      refused: { kind: 'too-large', values: { name: 'film.mp4', size: 10.1, most: 10 } },
    });
    expect(network.count('upload') + network.count('begin')).toBe(0);
    expect(list()).toEqual([]);
  });

  it('takes nothing where the device has no room for it', async () => {
    const { device, attach, list, store, rows } = await withNote();
    const full = { kind: 'full' as const, message: 'No room is left on this device.', details: '' };
    const change = store.change;
    store.change = async () => failed(full);
    expect(await attach(plan)).toBeUndefined();
    store.change = change;
    expect(await device.text(note)).toBe('Plan');
    expect([...list(), ...(await rows())]).toEqual([]);
  });
});

describe('The queue', () => {
  it('sends four files that go whole at a time, the small before the large', async () => {
    const { network, attachAll, goOffline, goOnline, bucket, timers } = await withNote();
    goOffline();
    const files = ['three', '1', 'fourth', 'fifth..', 'two'].map((text) => new File([text], `${text}.txt`));
    await attachAll(files, { seen: 'Plan', offset: 4 });
    network.holdAfter(0);
    await goOnline();
    expect(network.count('upload')).toBe(4);
    await network.release();
    await timers.pass(100);
    const texts = [...bucket.objects.values()].map((blob) => blob.size);
    expect(texts).toEqual([1, 3, 5, 6, 7]);
  });

  it('sends two files in parts at a time', async () => {
    const { network, attachAll, goOffline, goOnline, contents, timers } = await withNote();
    goOffline();
    const films = [1, 2, 3].map((number) => new File([`${number} ${'film '.repeat(3)}`], `${number}.mp4`));
    await attachAll(films, { seen: 'Plan', offset: 4 });
    network.holdAfter(0);
    await goOnline();
    expect(network.count('begin')).toBe(2);
    await network.release();
    await timers.pass(1_000);
    expect(await contents()).toHaveLength(3);
  });

  it('waits no longer for four files that failed together than for one', async () => {
    const { network, attachAll, goOffline, goOnline, timers } = await withNote();
    goOffline();
    const files = ['1', 'two', 'three', 'fourth'].map((text) => new File([text], `${text}.txt`));
    await attachAll(files, { seen: 'Plan', offset: 4 });
    network.meet('upload', awsFailure('unavailable'), 4);
    await goOnline();
    await timers.pass(1_000);
    expect(network.count('upload')).toBe(8);
  });

  it('sends the files of the note that is open first, and of these the pictures', async () => {
    const { app, attach, goOffline, goOnline, network, bucket, timers } = await withNote();
    goOffline();
    await attach(new File(['1'], '1.txt'), noteId('b'));
    await attach(new File(['open.'], 'open.txt'));
    await attach(new File([pngBytes], 'sea.png'));
    await attach(new File(['22'], '22.txt'), noteId('b'));
    const stop = app().notebook.watch(note, () => {});
    network.holdAfter(0);
    await goOnline();
    await network.release();
    await timers.pass(100);
    const sent = () => [...bucket.objects.keys()].map((key) => key.slice(key.indexOf('-', home.prefix.length) + 1));
    expect(sent()).toEqual(['sea.png', 'open.txt', '1.txt', '22.txt']);
    goOffline();
    stop();
    await attach(new File(['4444'], '4444.txt'));
    await attach(new File(['333'], '333.txt'), noteId('b'));
    await goOnline();
    await timers.pass(100);
    expect(sent().slice(4)).toEqual(['333.txt', '4444.txt']);
  });

  it('sends the next file as soon as S3 has one, and says so of none but those', async () => {
    const { network, attachAll, goOffline, goOnline, device, list, contents } = await withNote();
    goOffline();
    const files = ['1', 'two', 'three', 'fourth', 'fifth..'].map((text) => new File([text], `${text}.txt`));
    await attachAll(files, { seen: 'Plan', offset: 4 });
    network.holdAfter(0);
    await goOnline();
    expect(network.count('upload')).toBe(4);
    expect(list().map(({ state }) => state.kind)).toEqual([...Array(4).fill('sending'), 'waiting']);
    const stored = await device.store.files();
    stored.uploadsDone = () => new Promise(() => undefined);
    await network.release();
    await settled();
    expect(await contents()).toEqual(['1', 'two', 'three', 'fourth', 'fifth..']);
  });

  it('writes down together what S3 has while others are being written down', async () => {
    const { network, attachAll, goOffline, goOnline, device, rows } = await withNote();
    goOffline();
    await attachAll(
      Array.from({ length: 8 }, (_, at) => new File([String(at)], `${at}.txt`)),
      { seen: 'Plan', offset: 4 },
    );
    network.holdAfter(0);
    await goOnline();
    const stored = await device.store.files();
    const { uploadsDone } = stored;
    const done: number[] = [];
    stored.uploadsDone = (keys, at) => {
      done.push(keys.length);
      return uploadsDone(keys, at);
    };
    await network.release();
    await settled();
    expect(await rows()).toEqual([]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(done.length).toBeLessThan(5);
  });

  it('does not wait longer each time where it gets further between two troubles', async () => {
    const { files, attach, timers, contents } = await withNote();
    const { sendPart } = files.storage;
    let asked = 0;
    files.storage.sendPart = (...part) => {
      asked += 1;
      if (asked % 2 === 1) return sendPart(...part);
      return new Promise((resolve) => timers.after(50, () => resolve(failed(awsFailure('unavailable')))));
    };
    await attach(film);
    await timers.pass(1_300);
    expect(await contents()).toEqual([await film.text()]);
  });

  it('tells how far it is, at most ten times a second', async () => {
    const { files, network, attach, app, list, timers } = await withNote();
    network.holdAfter(0);
    await attach(new File(['x'.repeat(8)], 'film.mp4'));
    let told = 0;
    app().notebook.files.uploads.subscribe(() => {
      told += 1;
    });
    for (let sent = 0; sent < 100; sent += 1) {
      files.progress(sent / 20);
      await timers.pass(10);
    }
    expect(told).toBeGreaterThan(7);
    expect(told).toBeLessThanOrEqual(11);
    expect(list()).toMatchObject([{ state: { kind: 'sending' } }]);
    expect(list()[0]?.sentBytes).toBeGreaterThan(4);
  });

  it('goes on with the parts that S3 has, where the network was lost', async () => {
    const { network, attach, rows, partsSent, contents, goOnline, bucket, list } = await withNote();
    network.meet('complete', 'no request');
    await attach(film);
    expect(partsSent()).toEqual([1, 2, 3, 4]);
    expect(await rows()).toMatchObject([{ multipart: { parts: [{}, {}, {}, {}] }, problem: null }]);
    expect(list()).toMatchObject([{ sentBytes: 26, state: { kind: 'waiting' } }]);
    await goOnline();
    expect(partsSent()).toEqual([1, 2, 3, 4]);
    expect(await contents()).toEqual([await film.text()]);
    expect(bucket.unfinished.size).toBe(0);
  });

  it('sends no more than the two parts again that were on their way when the tab died, and counts them', async () => {
    const { network, attach, rows, partsSent, contents, device, bucket, timers } = await withNote();
    network.holdAfter(3);
    await attach(film);
    expect(partsSent()).toEqual([1, 2, 3, 4]);
    network.requests.length = 0;
    await device.restart();
    await network.release();
    await timers.pass(1_000);
    expect(partsSent().length).toBeLessThanOrEqual(2);
    expect(await contents()).toEqual([await film.text()]);
    expect(await rows()).toEqual([]);
    expect(bucket.unfinished.size).toBe(0);
  });

  it.each(['begin', 'part', 'parts', 'complete', 'upload'] as const)(
    'ends with the same bytes where the tab died during %s',
    async (operation) => {
      const { network, attach, contents, device, timers, rows } = await withNote();
      if (operation === 'parts') network.meet('complete', 'dies');
      network.meet(operation, 'dies');
      const file = operation === 'upload' ? plan : film;
      await attach(file);
      await device.restart();
      await timers.pass(1_000);
      if (operation === 'parts') await device.restart();
      await timers.pass(1_000);
      expect(await contents()).toEqual([await file.text()]);
      expect(await rows()).toEqual([]);
    },
  );

  it('refreshes expired credentials at the part that meets them, and sends that part alone again', async () => {
    const { network, attach, contents, session, partsSent } = await withNote();
    network.meet('part', awsFailure('expired'));
    await attach(film);
    expect(session.refreshes).toBe(1);
    expect(partsSent()).toHaveLength(5);
    expect(await contents()).toEqual([await film.text()]);
  });

  it('keeps what S3 has of a paused file, goes on with it in whichever tab, and not by itself', async () => {
    const { app, device, network, attach, list, timers, contents, partsSent } = await withNote();
    network.meet('part', 'hangs', 2);
    await attach(film);
    await app().notebook.files.pause(list()[0]?.key ?? '');
    await settled();
    expect(list()).toMatchObject([{ state: { kind: 'paused' } }]);
    await device.restart();
    await timers.pass(60_000);
    await device.sync();
    expect(partsSent()).toEqual([1, 2]);
    await app().notebook.files.retry(list()[0]?.key ?? '');
    await timers.pass(1_000);
    expect(await contents()).toEqual([await film.text()]);
    expect(network.count('begin')).toBe(1);
  });

  it('begins anew where S3 has forgotten what was begun', async () => {
    const { network, attach, contents, bucket, goOnline, rows } = await withNote();
    network.meet('complete', 'no request');
    await attach(film);
    bucket.unfinished.clear();
    await goOnline();
    expect(await contents()).toEqual([await film.text()]);
    expect(bucket.unfinished.size).toBe(0);
    expect(await rows()).toEqual([]);
  });

  it('waits longer each time while AWS has trouble of its own', async () => {
    const { network, attach, contents, timers } = await withNote();
    network.meet('upload', awsFailure('unavailable'), 3);
    await attach(plan);
    expect(network.count('upload')).toBe(1);
    await timers.pass(500);
    expect(network.count('upload')).toBe(2);
    await timers.pass(999);
    expect(network.count('upload')).toBe(2);
    await timers.pass(5_000);
    expect(await contents()).toEqual(['plan']);
  });

  it('parks what AWS refuses, says why, and tries it again when the person wants it', async () => {
    const { app, network, attach, list, device, timers, contents } = await withNote();
    network.meet('upload', awsFailure('denied'));
    await attach(plan);
    expect(list()).toMatchObject([{ state: { kind: 'failed', failure: { kind: 'denied' } } }]);
    await device.restart();
    await timers.pass(60_000);
    expect(network.count('upload')).toBe(1);
    await app().notebook.files.retry(list()[0]?.key ?? '');
    await settled();
    expect(await contents()).toEqual(['plan']);
  });

  it('says so where the chosen file, of which the browser has no copy, has been removed meanwhile', async () => {
    const { attach, list, network } = await withNote();
    const gone = new File(['plan'], 'plan.pdf');
    gone.slice = () => {
      const part = new Blob();
      part.arrayBuffer = () => Promise.reject(new DOMException('It could not be found.', 'NotFoundError'));
      return part;
    };
    await attach(gone);
    expect(list()).toMatchObject([{ state: { kind: 'failed', failure: { kind: 'no bytes' } } }]);
    expect(network.count('upload')).toBe(0);
  });

  it('sends nothing as another person, and goes on when the first is back', async () => {
    const { network, attach, contents, session, timers } = await withNote();
    session.signIn(ben);
    await attach(plan);
    await timers.pass(60_000);
    expect(network.count('upload')).toBe(0);
    session.signIn(ana);
    await settled();
    expect(await contents()).toEqual(['plan']);
  });

  it('is in one tab, which tells the others how far it is, and goes over to the next one when that tab closes', async () => {
    const { network, attach, device, list, contents, rows, timers } = await withNote();
    network.holdAfter(1);
    await attach(film);
    const leader = device.app();
    await device.switchTab();
    leader.page.isVisible = true;
    await attach(new File(['x'], 'second.txt'));
    expect(list()).toHaveLength(2);
    await device.switchTab();
    await device.closeTab();
    await network.release();
    await timers.pass(5_000);
    expect((await contents()).toSorted()).toEqual([await film.text(), 'x']);
    expect(await rows()).toEqual([]);
  });
});

describe('Files that are given up before this device forgets them', () => {
  it('leave no part in S3', async () => {
    const { app, network, attach, bucket, timers, rows } = await withNote();
    network.holdAfter(2);
    await attach(film);
    expect(bucket.unfinished.size).toBe(1);
    const abandoned = app().notebook.files.abandon();
    await network.release();
    await timers.pass(1_000);
    await abandoned;
    expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 0]);
    expect(await rows()).toEqual([]);
  });

  it('are waited for five seconds at most, and not at all without a network', async () => {
    const { app, network, attach, timers, goOffline } = await withNote();
    network.holdAfter(2);
    await attach(film);
    let isOver = false;
    void app()
      .notebook.files.abandon()
      .then(() => {
        isOver = true;
      });
    await timers.pass(4_900);
    expect(isOver).toBe(false);
    await timers.pass(200);
    expect(isOver).toBe(true);
    goOffline();
    await app().notebook.files.abandon();
  });
});

describe('A file that is taken back', () => {
  it('leaves nothing in the note, on the list or in S3', async () => {
    const { app, device, network, attach, list, bucket, timers, rows } = await withNote();
    network.holdAfter(2);
    await attach(film);
    await app().notebook.files.cancel(list()[0]?.key ?? '');
    expect(list()).toEqual([]);
    await network.release();
    await timers.pass(20_000);
    expect(await device.text(note)).toBe('Plan\n');
    expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 0]);
    expect(await rows()).toEqual([]);
  });

  it('goes on where it was once that is undone, with its link where it stood, and arrives', async () => {
    const { app, device, network, attachAll, list, bucket, contents, timers, rows, partsSent } = await withNote();
    network.holdAfter(3);
    await attachAll([film], { seen: 'Plan', offset: 4 });
    await settled();
    const taken = await app().notebook.files.cancel(list()[0]?.key ?? '');
    await network.release();
    await timers.pass(5_000);
    await device.type(note, 'Plan B');
    await timers.pass(4_000);
    expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 1]);
    expect(list()).toEqual([]);
    expect(taken.ok && taken.value && (await taken.value.undo())).toEqual({ ok: true, value: undefined });
    await timers.pass(90_000);
    expect(await device.text(note)).toMatch(/^Plan B\n+\[film\.mp4\]\(attachment:[^)]*\)\n$/);
    expect(await contents()).toEqual([await film.text()]);
    expect(await rows()).toEqual([]);
    expect(partsSent().length).toBeLessThanOrEqual(4 + 2);
  });

  it('is gone when nobody has undone that in time, and says so to who comes late', async () => {
    const { app, device, network, attach, list, bucket, timers, rows } = await withNote();
    network.holdAfter(2);
    await attach(film);
    const taken = await app().notebook.files.cancel(list()[0]?.key ?? '');
    await network.release();
    await timers.pass(9_000);
    expect(bucket.unfinished.size).toBe(1);
    await timers.pass(2_000);
    expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 0]);
    expect(await rows()).toEqual([]);
    expect(taken.ok && taken.value && (await taken.value.undo())).toMatchObject({ failure: { kind: 'gone' } });
    expect(await device.text(note)).toBe('Plan\n');
  });

  it('is not on its way any more once it has arrived', async () => {
    const { app, attach, device, bucket } = await withNote();
    const attached = await attach(plan);
    const key = attached !== undefined && 'key' in attached ? attached.key : '';
    expect(await app().notebook.files.cancel(key)).toEqual({ ok: true, value: null });
    expect(bucket.objects.size).toBe(1);
    expect(await device.text(note)).toContain('plan.pdf');
  });

  it('goes from S3 although the app was closed before that', async () => {
    const { app, device, network, attach, list, bucket, timers, rows } = await withNote();
    network.holdAfter(2);
    await attach(film);
    network.online = false;
    await app().notebook.files.cancel(list()[0]?.key ?? '');
    await device.restart();
    network.online = true;
    await network.release();
    await device.restart();
    await timers.pass(20_000);
    expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 0]);
    expect(await rows()).toEqual([]);
  });

  // Begun, four parts, completed: the request that is under way after so many answers when the person presses Cancel.
  const moments = [0, 1, 2, 3, 4, 5].flatMap((answered) => [
    { answered, isKilled: false },
    { answered, isKilled: true },
  ]);
  it.each(moments)('leaves nothing after $answered answers; the tab killed at once: $isKilled', async (moment) => {
    const { answered, isKilled } = moment;
    const { app, device, network, attach, list, bucket, timers, rows } = await withNote();
    network.holdAfter(answered);
    await attach(film);
    await app().notebook.files.cancel(list()[0]?.key ?? '');
    if (isKilled) await device.restart();
    await network.release();
    await timers.pass(200_000);
    // A tab that died before it was told an upload's id has begun one of no parts, which is the bucket's own to end.
    const isNobodys = isKilled && answered === 0;
    const left = [...bucket.unfinished.values()].filter(({ parts }) => !isNobodys || parts.size > 0);
    expect([bucket.objects.size, left.length]).toEqual([0, 0]);
    expect(await rows()).toEqual([]);
    expect(await device.store.discarded()).toEqual([]);
    expect(await device.text(note)).toMatch(/^Plan\n?$/);
  });

  it.each(['part', 'complete', 'upload', 'abort', 'remove file'] as const)(
    'leaves nothing where the answer to %s was lost',
    async (operation) => {
      const { app, device, network, attach, list, bucket, timers, rows } = await withNote();
      network.meet(operation, 'no answer');
      if (operation === 'abort' || operation === 'remove file') network.holdAfter(2);
      await attach(operation === 'upload' ? plan : film);
      await app().notebook.files.cancel(list()[0]?.key ?? '');
      await network.release();
      await timers.pass(200_000);
      expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 0]);
      expect(await rows()).toEqual([]);
      expect(await device.text(note)).toMatch(/^Plan\n?$/);
    },
  );

  it('goes no further once its note has been deleted for ever', async () => {
    const { device, network, attach, bucket, timers, rows } = await withNote();
    network.meet('complete', awsFailure('unavailable'), 100);
    await attach(film);
    await device.delete(note);
    await timers.pass(400_000);
    expect(await device.store.read(note)).toBeUndefined();
    expect([bucket.objects.size, bucket.unfinished.size]).toEqual([0, 0]);
    expect(await rows()).toEqual([]);
  });
});
