import { describe, expect, it } from 'vitest';
import { attachmentLink } from '#src/notes/attachment-references.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const [first, second] = [noteId('a'), noteId('b')];
const day = 24 * 60 * 60_000;
const key = `${home.prefix}0a-plan.pdf`;
const link = attachmentLink({ key, identityId: home.identityId, name: 'plan.pdf', inline: false });

/** A device with one note that names the object. */
async function withAttachment() {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const objects = new Map([[key, new Blob(['plan'])]]);
  const device = createDevice(server, timers, { bucket: emptyBucket(objects) });
  device.app().engine.start();
  await device.type(first, `Plan\n\n${link}`);
  await device.sync();
  // The link was typed, and so the object was looked for.
  await timers.pass(70_000);
  return { ...device, device, objects, server, timers };
}

describe('An object that was let go of', () => {
  it('is deleted ten seconds after its attachment was removed, and not before AWS has the note without it', async () => {
    const { app, device, network, objects, timers, store } = await withAttachment();
    network.meet('write', awsFailure('unavailable'), 5);
    await app().notebook.files.read([key]);
    expect(await (await store.files()).kept()).toHaveLength(1);
    await app().notebook.files.remove(first, key);
    await timers.pass(12_000);
    expect(await device.text(first)).toBe('Plan\n');
    expect(objects.has(key)).toBe(true);
    await timers.pass(60_000);
    expect(objects.has(key)).toBe(false);
    expect(await (await store.files()).kept()).toEqual([]);
    expect(await store.discarded()).toEqual([]);
  });

  it('stays as long as the local history names it', async () => {
    const { app, device, objects, timers, store } = await withAttachment();
    // Written on after a while, so that the history has a text with the attachment.
    await timers.pass(3_600_000);
    await device.type(first, `Plan of the house\n\n${link}`);
    await app().notebook.files.remove(first, key);
    await timers.pass(60_000);
    expect(await store.namedInHistory([key])).toEqual(new Set([key]));
    expect(objects.has(key)).toBe(true);
    expect(await store.discarded()).toHaveLength(1);
    await timers.pass(29 * day);
    expect(objects.has(key)).toBe(true);
    await timers.pass(3 * day);
    await device.sync();
    expect(objects.has(key)).toBe(false);
    expect(await store.discarded()).toEqual([]);
  });

  it('that S3 does not take keeps no other from going', async () => {
    const { network, objects, store, timers, device } = await withAttachment();
    await store.discard(['us-east-1:ana/x', 'us-east-1:ana/y'], 0);
    objects.set('us-east-1:ana/y', new Blob(['y']));
    network.meet('remove file', awsFailure('invalid'));
    await device.sync();
    expect([...objects.keys()]).toEqual([key]);
    expect((await store.discarded()).map((one) => one.key)).toEqual(['us-east-1:ana/x']);
    await timers.pass(day + 60_000);
    expect(await store.discarded()).toEqual([]);
  });

  it('stays when the removal is undone', async () => {
    const { app, device, objects, timers, store } = await withAttachment();
    const removed = await app().notebook.files.remove(first, key);
    await timers.pass(5_000);
    if (!removed.ok) throw new Error(removed.failure.message);
    expect(await removed.value.undo()).toMatchObject({ ok: true });
    await timers.pass(60_000);
    expect(await device.text(first)).toBe(`Plan\n\n${link}`);
    expect(objects.has(key)).toBe(true);
    expect(await store.discarded()).toEqual([]);
  });

  it('stays while another note names it', async () => {
    const { app, device, objects, timers, store } = await withAttachment();
    await device.type(second, `Copy\n\n${link}`);
    await app().notebook.files.remove(first, key);
    await timers.pass(60_000);
    expect(objects.has(key)).toBe(true);
    expect(await store.discarded()).toEqual([]);
  });

  it('goes with its note when that is deleted for ever', async () => {
    const { device, network, objects, server, timers } = await withAttachment();
    await device.delete(first);
    await timers.pass(9_000);
    expect(objects.has(key)).toBe(true);
    await timers.pass(3_000);
    expect(server.texts().size).toBe(0);
    expect(objects.size).toBe(0);
    // Nothing is asked for at the places of other eras: the text says where the object is.
    const removed = network.requests.filter(({ operation }) => operation === 'remove file');
    expect(removed.map(({ content }) => content)).toEqual([key]);
  });

  it('goes also where the answer to the deletion is lost and a pull comes first', async () => {
    const { device, network, objects, server, timers } = await withAttachment();
    network.meet('remove', 'no answer');
    await device.delete(first);
    await timers.pass(10_100);
    expect(server.texts().size).toBe(0);
    await device.sync();
    expect(objects.size).toBe(0);
    expect(await device.store.read(first)).toBeUndefined();
  });

  it('waits while the note that names it is on its way out', async () => {
    const { device, objects, store, timers } = await withAttachment();
    await store.discard([key], 0);
    await device.delete(first);
    await timers.pass(5_000);
    expect(objects.has(key)).toBe(true);
    expect(await store.discarded()).toHaveLength(1);
  });

  it('stays promised where it is there and AWS would not let it be deleted, and is tried again a day later', async () => {
    const { network, objects, store, timers, device, app } = await withAttachment();
    await app().notebook.files.remove(first, key);
    network.meet('remove file', awsFailure('denied'));
    await timers.pass(60_000);
    expect(objects.has(key)).toBe(true);
    expect(await store.discarded()).toMatchObject([{ key, refused: expect.stringMatching(/./) }]);
    await timers.pass(23 * 3_600_000);
    expect(await store.discarded()).toHaveLength(1);
    await timers.pass(2 * 3_600_000);
    await device.sync();
    expect(objects.has(key)).toBe(false);
    expect(await store.discarded()).toEqual([]);
  });

  it('is forgotten where AWS would not let it be deleted and there is none, and tried again after any other failure', async () => {
    const { network, objects, store, timers, device } = await withAttachment();
    await store.discard(['elsewhere/x', 'us-east-1:ana/y'], 0);
    objects.set('us-east-1:ana/y', new Blob(['y']));
    network.meet('remove file', awsFailure('denied'));
    network.meet('remove file', awsFailure('unavailable'));
    await device.sync();
    expect(await store.discarded()).toEqual([{ key: 'us-east-1:ana/y', notBefore: 0 }]);
    await timers.pass(5_000);
    expect(await store.discarded()).toEqual([]);
    expect([...objects.keys()]).toEqual([key]);
  });
});
