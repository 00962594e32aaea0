import { describe, expect, it } from 'vitest';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { failed } from '#src/notes/result.ts';
import type { Place } from '#src/sync/notebook-files.ts';
import { picked } from '../../support/picked.ts';
import { createDevice, home, megabyte, noteId } from './fakes/device.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { ben } from './fakes/fake-session.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const note = noteId('a');
const plan = new File(['plan'], 'plan.pdf', { type: 'application/pdf' });

async function withNote() {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const device = createDevice(server, timers);
  await device.type(note, 'Plan');
  const files = device.app().notebook.files;
  const attach = async (id: NoteId, file: File) => {
    const attached = await files.attach(id, [picked(file)], null);
    return attached.ok ? attached.value[0] : undefined;
  };
  const attachAll = (id: NoteId, all: readonly File[], place: Place) => files.attach(id, all.map(picked), place);
  return {
    ...device,
    device,
    timers,
    server,
    notebook: { ...files, attach, attachAll },
    list: () => files.uploads.get(),
  };
}

/** A file of that size, without its bytes. */
function sized(name: string, size: number): File {
  const file = new File([], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

describe('Attaching a file', () => {
  it('sends it under the person’s own prefix and then writes its link at the end of the note', async () => {
    const { device, files, notebook, list, store } = await withNote();
    const attached = notebook.attach(note, plan);
    expect(list()).toMatchObject([{ noteId: note, name: 'plan.pdf', sentBytes: 0, pending: true }]);
    await settled();
    const [key = ''] = files.objects.keys();
    expect(await attached).toEqual({ name: 'plan.pdf', key });
    expect(key.startsWith(home.prefix)).toBe(true);
    const named = attachmentsIn((await device.text(note)) ?? '');
    expect(named).toMatchObject([{ name: 'plan.pdf', inline: false }]);
    expect(referenceToKey(named[0]?.reference ?? '', home.identityId)).toBe(key);
    expect(list()).toEqual([]);
    expect(await store.discarded()).toEqual([]);
  });

  it('writes the links of files that came together where they were put, in their order, whenever each arrives', async () => {
    const { device, network, notebook, timers } = await withNote();
    await device.type(note, 'Plan\n\nSow peas, water them.');
    const seen = (await device.text(note)) ?? '';
    const place = { seen, offset: seen.indexOf('peas') };
    network.holdAfter(0);
    await notebook.attachAll(note, [new File(['1'], 'a.txt'), new File(['2'], 'b.txt')], place);
    await settled();
    await device.type(note, `Title\n${seen} And beans.`);
    const slowFirst = [50];
    network.latency = () => slowFirst.shift() ?? 0;
    await network.release();
    await timers.pass(100);
    expect((await device.text(note))?.replace(/\(attachment:[^)]*\)/g, '')).toBe(
      'Title\nPlan\n\nSow [a.txt] [b.txt] peas, water them. And beans.',
    );
  });

  it('writes the link at the end where the words around its place have become others meanwhile', async () => {
    const { device, network, notebook } = await withNote();
    await device.type(note, 'Sow peas');
    network.holdAfter(0);
    await notebook.attachAll(note, [new File(['1'], 'a.txt')], { seen: 'Sow peas', offset: 4 });
    await settled();
    await device.type(note, 'Dig it all up');
    await network.release();
    await settled();
    expect(await device.text(note)).toMatch(/^Dig it all up\n\n\[a\.txt\]\(attachment:[^)]*\)\n$/);
  });

  it.each([
    ['image/png', true],
    ['image/svg+xml', false],
    ['text/html', false],
  ])('shows %s in the text: %s', async (type, inline) => {
    const { device, notebook } = await withNote();
    notebook.attach(note, new File(['x'], 'file', { type }));
    await settled();
    expect(attachmentsIn((await device.text(note)) ?? '')).toMatchObject([{ inline }]);
  });

  it('makes the note where nothing has been written yet', async () => {
    const { device, notebook } = await withNote();
    notebook.attach(noteId('new'), plan);
    await settled();
    expect(await device.text(noteId('new'))).toContain('[plan.pdf](attachment:');
  });

  it('refuses a file over the limit before any byte is sent, and says the sizes', async () => {
    const { network, notebook, list } = await withNote();
    expect(await notebook.attach(note, sized('film.mp4', 10 * megabyte))).toMatchObject({ name: 'film.mp4' });
    await settled();
    const sent = network.requests.length;
    const refused = await notebook.attach(note, sized('film.mp4', 10 * megabyte + 1));
    expect(refused).toMatchObject({
      refused: { kind: 'too-large', values: { name: 'film.mp4', size: 10.1, most: 10 } },
    });
    expect(network.requests.length).toBe(sent);
    expect(list()).toEqual([]);
  });

  it('says at once that there is no network', async () => {
    const { network, notebook, list } = await withNote();
    network.online = false;
    expect(await notebook.attach(note, plan)).toMatchObject({ refused: { kind: 'offline' } });
    expect(list()).toEqual([]);
  });

  it('tells how far it is, at most ten times a second', async () => {
    const { files, network, notebook, list, timers } = await withNote();
    network.holdAfter(0);
    notebook.attach(note, sized('film.mp4', 1000));
    await settled();
    let told = 0;
    notebook.uploads.subscribe(() => {
      told += 1;
    });
    for (let sent = 10; sent <= 1000; sent += 10) {
      files.progress(sent);
      await timers.pass(10);
    }
    expect(told).toBe(10);
    expect(list()).toMatchObject([{ sentBytes: 910 }]);
  });

  it('goes off the list, and leaves nothing in the note, when it is cancelled', async () => {
    const { device, network, notebook, list, store, timers } = await withNote();
    network.holdAfter(0);
    notebook.attach(note, plan);
    await settled();
    notebook.cancel(list()[0]?.key ?? '');
    await settled();
    expect(list()).toEqual([]);
    expect(await device.text(note)).toBe('Plan');
    expect(await store.discarded()).toMatchObject([{ notBefore: timers.now() }]);
  });

  it('sends nothing when it is cancelled before its first byte', async () => {
    const { network, notebook, list } = await withNote();
    notebook.attach(note, plan);
    notebook.cancel(list()[0]?.key ?? '');
    await settled();
    expect(network.count('upload')).toBe(0);
    expect(list()).toEqual([]);
  });

  it('stays on the list with its reason when it fails, until it is dismissed', async () => {
    const { device, network, notebook, list } = await withNote();
    network.meet('upload', awsFailure('denied'));
    notebook.attach(note, plan);
    await settled();
    expect(list()).toMatchObject([{ pending: false, state: { kind: 'failed', failure: { kind: 'denied' } } }]);
    expect(await device.text(note)).toBe('Plan');
    notebook.cancel(list()[0]?.key ?? '');
    expect(list()).toEqual([]);
  });

  it('refreshes expired credentials once and sends it again', async () => {
    const { network, notebook, list, session } = await withNote();
    network.meet('upload', awsFailure('expired'));
    notebook.attach(note, plan);
    await settled();
    expect(session.refreshes).toBe(1);
    expect(list()).toEqual([]);
  });

  it('sends nothing as another person', async () => {
    const { network, notebook, list, session } = await withNote();
    session.signIn(ben);
    notebook.attach(note, plan);
    await settled();
    expect(network.count('upload')).toBe(0);
    expect(list()).toMatchObject([{ state: { kind: 'failed', failure: { kind: 'signed-out' } } }]);
  });

  it('lets the object go where the device has no room for its link', async () => {
    const { notebook, list, store, network, timers } = await withNote();
    network.holdAfter(0);
    notebook.attach(note, plan);
    await settled();
    const full = { kind: 'full' as const, message: 'No room is left on this device.', details: '' };
    store.change = async () => failed(full);
    await network.release();
    await settled();
    expect(list()).toMatchObject([{ state: { kind: 'failed', failure: full } }]);
    expect(await store.discarded()).toMatchObject([{ notBefore: timers.now() }]);
  });

  it('is deleted a day later where the tab died before its link was written', async () => {
    const { device, files, network, notebook, store, timers } = await withNote();
    network.meet('upload', 'dies');
    notebook.attach(note, plan);
    await settled();
    await device.restart();
    expect(files.objects.size).toBe(1);
    expect(await store.discarded()).toMatchObject([{ notBefore: timers.now() + 24 * 3_600_000 }]);
    await timers.pass(24 * 3_600_000 + 1_000);
    expect(files.objects.size).toBe(0);
  });

  it('does not bring a note back that was deleted meanwhile, and leaves no object behind', async () => {
    const { device, files, network, notebook, list, timers } = await withNote();
    device.app().engine.start();
    await timers.pass(1_000);
    network.holdAfter(0);
    notebook.attach(note, plan);
    await settled();
    await device.delete(note);
    await network.release();
    await settled();
    expect(list()).toEqual([]);
    expect(await device.text(note)).toBeNull();
    await timers.pass(20_000);
    expect(await device.store.read(note)).toBeUndefined();
    expect(files.objects.size).toBe(0);
  });

  it('says so where the note has gone before the file arrived', async () => {
    const { device, network, notebook, list, store } = await withNote();
    network.holdAfter(0);
    notebook.attach(note, plan);
    await settled();
    await store.change([note], () => undefined, 'sync');
    await network.release();
    await settled();
    expect(list()).toMatchObject([{ state: { kind: 'failed', failure: { kind: 'note gone' } } }]);
    expect(await device.store.read(note)).toBeUndefined();
    expect(await store.discarded()).toHaveLength(1);
  });
});
