import { describe, expect, it } from 'vitest';
import { attachmentLink } from '#src/notes/attachment-references.ts';
import { noteIdTime } from '#src/notes/note-id.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { ben } from './fakes/fake-session.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const note = noteId('a');

function opened() {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const device = createDevice(server, timers);
  return { ...device, device, timers, server, notebook: device.app().notebook };
}

describe('The notebook', () => {
  it('gives new notes an id that tells when they were begun', () => {
    const { notebook, timers } = opened();
    expect(noteIdTime(notebook.newId())).toBe(timers.now());
  });

  it('has a note on the device once it says that it is written', async () => {
    const { notebook, store } = opened();
    const written = await notebook.write(note, { seen: '', text: 'Milk' });
    expect(written).toMatchObject({ ok: true, value: { text: 'Milk', waiting: { kind: 'save' } } });
    expect((await store.read(note))?.text).toBe('Milk');
  });

  it('merges what was typed with what came in meanwhile', async () => {
    const { notebook } = opened();
    await notebook.write(note, { seen: '', text: 'milk\n\nbread' });
    await notebook.write(note, { seen: 'milk\n\nbread', text: 'milk, 2 l\n\nbread' });
    const written = await notebook.write(note, { seen: 'milk\n\nbread', text: 'milk\n\nbread, dark' });
    expect(written).toMatchObject({ ok: true, value: { text: 'milk, 2 l\n\nbread, dark' } });
  });

  it('changes a note by a function of its text', async () => {
    const { device, notebook } = opened();
    await notebook.write(note, { seen: '', text: 'milk' });
    await notebook.edit(note, (text) => text.toUpperCase());
    expect(await device.text(note)).toBe('MILK');
  });

  it('tells who watches a note of its changes, and of no other note’s, until they stop', async () => {
    const { notebook, store } = opened();
    const told: (string | undefined)[] = [];
    const stop = notebook.watch(note, (record) => told.push(record?.text));
    await notebook.write(note, { seen: '', text: 'Milk' });
    await notebook.write(noteId('other'), { seen: '', text: 'Bread' });
    await settled();
    await store.change([note], () => undefined, 'sync');
    await settled();
    stop();
    await notebook.write(note, { seen: '', text: 'Again' });
    await settled();
    expect(told).toEqual(['Milk', undefined]);
  });

  it('tells nobody who has stopped watching while the note was being read', async () => {
    const { notebook, store } = opened();
    const told: unknown[] = [];
    let answer = (_: undefined) => {};
    store.read = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const stop = notebook.watch(note, (record) => told.push(record));
    await notebook.write(note, { seen: '', text: 'Milk' });
    stop();
    answer(undefined);
    await settled();
    expect(told).toEqual([]);
  });

  it('takes a deletion back', async () => {
    const { device, notebook, timers } = opened();
    await notebook.write(note, { seen: '', text: 'Milk' });
    await notebook.deleteForEver(note);
    expect((await device.record(note)).waiting).toMatchObject({ kind: 'delete', notBefore: timers.now() + 10_000 });
    await notebook.undoDelete(note);
    expect((await device.record(note)).waiting).toMatchObject({ kind: 'save' });
  });

  it('has nothing to delete where there is no note', async () => {
    const { notebook, store } = opened();
    expect(await notebook.deleteForEver(note)).toMatchObject({ ok: true });
    expect(await store.read(note)).toBeUndefined();
  });

  it('puts a removed attachment back where it was, beside what was written meanwhile', async () => {
    const { device, notebook } = opened();
    const link = attachmentLink({
      key: `${home.prefix}0a-plan.pdf`,
      identityId: home.identityId,
      name: 'plan.pdf',
      inline: false,
    });
    await notebook.write(note, { seen: '', text: `Plan\n\n${link}\n\nend` });
    const removed = await notebook.files.remove(note, `${home.prefix}0a-plan.pdf`);
    const without = (await device.text(note)) ?? '';
    expect(without).not.toContain('plan.pdf');
    await notebook.write(note, { seen: without, text: `${without}, later` });
    if (!removed.ok) throw new Error(removed.failure.message);
    await removed.value.undo();
    expect(await device.text(note)).toBe(`Plan\n\n${link}\n\nend, later`);
  });

  it('removes the attachment of an old client, and puts it back', async () => {
    const { device, notebook, server, store, timers } = opened();
    server.put({ id: note, content: 'Plan', attachment: '15-old.pdf' });
    device.app().engine.start();
    await timers.pass(0);
    const removed = await notebook.files.remove(note, `${home.prefix}15-old.pdf`);
    await timers.pass(1_000);
    expect(server.note(note)).toMatchObject({ content: 'Plan', attachment: null });
    expect((await store.discarded()).map(({ key }) => key)).toContain(`private/${home.prefix}15-old.pdf`);
    if (!removed.ok) throw new Error(removed.failure.message);
    await removed.value.undo();
    await timers.pass(1_000);
    expect(server.note(note)).toMatchObject({ content: 'Plan', attachment: '15-old.pdf' });
  });

  it('removes the address of another place that an old client wrote, asks nothing of the bucket, and puts it back', async () => {
    const { device, notebook, server, store, timers } = opened();
    const address = 'https://other-uploads.s3.amazonaws.com/us-east-1%3Aana-15-old.pdf';
    server.put({ id: note, content: 'Plan', attachment: address });
    device.app().engine.start();
    await timers.pass(0);
    const removed = await notebook.files.remove(note, address);
    await timers.pass(1_000);
    expect(server.note(note)).toMatchObject({ content: 'Plan', attachment: null });
    expect(await store.discarded()).toEqual([]);
    if (!removed.ok) throw new Error(removed.failure.message);
    await removed.value.undo();
    await timers.pass(1_000);
    expect(server.note(note)).toMatchObject({ content: 'Plan', attachment: address });
  });

  it('hands out the address of the first of some objects that there is, and none of what is not there', async () => {
    const { files, notebook } = opened();
    files.objects.set('private/ana/15-old.pdf', new Blob(['old']));
    const address = await notebook.files.downloadAddress(['ana/15-old.pdf', 'private/ana/15-old.pdf'], 'old.pdf');
    expect(address.ok && address.value.pathname).toBe('/private/ana/15-old.pdf');
    const gone = await notebook.files.downloadAddress(['ana/gone.pdf', 'private/ana/gone.pdf'], 'gone.pdf');
    expect(gone).toMatchObject({ ok: false, failure: { kind: 'denied' } });
  });

  it('reads and hands out files only as the person whose notes these are', async () => {
    const { files, notebook, session } = opened();
    files.objects.set('key', new Blob(['plan']));
    files.objects.set('other', new Blob(['plan']));
    expect(await notebook.files.read(['key'])).toMatchObject({ ok: true });
    expect(await notebook.files.downloadAddress(['key'], 'plan.pdf')).toMatchObject({ ok: true });
    session.signIn(ben);
    expect(await notebook.files.read(['other'])).toMatchObject({ ok: false, failure: { kind: 'signed-out' } });
    expect(await notebook.files.downloadAddress(['key'], 'plan.pdf')).toMatchObject({ ok: false });
  });
});
