import { describe, expect, it } from 'vitest';
import type { Profile } from '#src/aws/notes-api.ts';
import { addAttachment, attachmentLink } from '#src/notes/attachment-references.ts';
import { picked } from '../../support/picked.ts';
import { createDevice, type Device, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const [first, second] = [noteId('a'), noteId('b')];
const day = 24 * 3_600_000;
const profiles = ['versioned', 'tutorial'] as const;

/** Two devices of one person, of which the first has put a file into a note that both have by now. */
async function twoDevices(profile: Profile = 'versioned') {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  const bucket = emptyBucket();
  const [one, other] = [createDevice(server, timers, { bucket }), createDevice(server, timers, { bucket })];
  for (const each of [one, other]) each.app().engine.start();
  await one.type(first, 'Plan');
  const attached = await one.app().notebook.files.attach(first, [picked(new File(['plan'], 'plan.pdf'))], null);
  const key = attached.ok && attached.value[0] !== undefined && 'key' in attached.value[0] ? attached.value[0].key : '';
  await one.sync();
  await other.sync();
  expect(bucket.objects.has(key)).toBe(true);
  expect(await other.text(first)).toContain('plan.pdf');

  /** Nobody is at any device for so long; then both look. */
  async function rest(ms: number): Promise<void> {
    timers.skip(ms);
    for (const each of [one, other]) await each.restart();
    await timers.pass(130_000);
  }
  const link = attachmentLink({ key, identityId: home.identityId, name: 'plan.pdf', inline: false });
  return { timers, server, objects: bucket.objects, one, other, key, link, rest };
}

/** The app is closed between the deletion of the note and that of its files. */
async function deleteAndDie(device: Device, pass: (ms: number) => Promise<void>): Promise<void> {
  device.network.meet('remove file', 'hangs');
  await device.delete(first);
  await pass(11_000);
}

describe.each(profiles)('An object whose note was deleted (%s)', (profile) => {
  it('goes from the device that deleted the note, however soon that was closed', async () => {
    const { one, objects, server, timers } = await twoDevices(profile);
    one.network.meet('remove', 'dies');
    await one.delete(first);
    await timers.pass(11_000);
    expect(server.texts().size).toBe(0);
    await one.restart();
    await timers.pass(1_000);
    expect(objects.size).toBe(0);
  });

  it('goes from another device once nobody can restore the note there, where the first is never seen again', async () => {
    const { one, other, objects, server, timers, rest } = await twoDevices(profile);
    await deleteAndDie(one, timers.pass);
    one.network.online = false;
    expect(server.texts().size).toBe(0);
    await other.sync();
    await rest(2 * day);
    expect(await other.text(first)).toBeNull();
    expect(await other.app().notebook.goneNotes()).toHaveLength(1);
    expect(objects.size).toBe(1);
    await rest(29 * day);
    expect(objects.size).toBe(0);
    expect(await other.store.discarded()).toEqual([]);
  });

  it('is sent again by a device that edited the note meanwhile and has the bytes', async () => {
    const { one, other, objects, key, timers } = await twoDevices(profile);
    await other.app().notebook.files.read([key]);
    other.network.online = false;
    other.app().page.tell('offline');
    await other.type(first, `New ${await other.text(first)}`);
    await one.delete(first);
    await timers.pass(12_000);
    expect(objects.size).toBe(0);
    other.network.online = true;
    other.app().page.tell('online');
    await timers.pass(130_000);
    expect(await one.text(first)).toContain('New Plan');
    expect(await objects.get(key)?.text()).toBe('plan');
    expect(await other.store.discarded()).toEqual([]);
  });

  it('stays gone where the device that edited the note has no bytes of it', async () => {
    const { one, other, objects, timers } = await twoDevices(profile);
    other.network.online = false;
    await other.type(first, `New ${await other.text(first)}`);
    await one.delete(first);
    await timers.pass(12_000);
    other.network.online = true;
    await other.sync();
    await timers.pass(130_000);
    expect(await one.text(first)).toContain('plan.pdf');
    expect(objects.size).toBe(0);
    expect(await (await other.store.files()).uploads()).toEqual([]);
    expect(await other.store.discarded()).toEqual([]);
  });

  it('is sent again where the note is restored on a device that has the bytes', async () => {
    const { one, other, objects, key, timers } = await twoDevices(profile);
    await other.app().notebook.files.read([key]);
    await one.delete(first);
    await timers.pass(12_000);
    await other.sync();
    const [gone] = await other.app().notebook.goneNotes();
    expect(objects.size).toBe(0);
    await other.app().notebook.restore(first, gone?.text ?? '');
    await timers.pass(130_000);
    expect(await objects.get(key)?.text()).toBe('plan');
  });

  it('stays where another device brought the note back before it was deleted', async () => {
    const { one, other, objects, key, timers } = await twoDevices(profile);
    await deleteAndDie(one, timers.pass);
    one.network.online = false;
    await other.type(first, `New ${await other.text(first)}`);
    await other.sync();
    one.network.online = true;
    await one.restart();
    await timers.pass(130_000);
    expect(await one.text(first)).toContain('New Plan');
    expect(objects.has(key)).toBe(true);
  });
});

describe('An object whose link has gone from the text', () => {
  it('stays for a day, so that it can be put into another note', async () => {
    const { one, objects, key, link, timers, rest } = await twoDevices();
    await one.type(first, 'Plan');
    await one.sync();
    await timers.pass(3_600_000);
    await one.type(second, addAttachment('Other', link));
    await rest(32 * day);
    expect(objects.has(key)).toBe(true);
    await one.type(second, 'Other');
    await one.sync();
    await rest(day / 2);
    expect(objects.has(key)).toBe(true);
    await rest(32 * day);
    expect(objects.size).toBe(0);
  });

  it('stays where another device put it into another note at the last moment', async () => {
    const { one, other, objects, key, link, timers } = await twoDevices();
    await other.type(second, 'Other');
    await other.sync();
    await one.app().notebook.files.remove(first, key);
    await timers.pass(9_000);
    await other.type(second, addAttachment('Other', link));
    await other.sync();
    await timers.pass(130_000);
    expect(objects.has(key)).toBe(true);
    expect(await one.store.discarded()).toEqual([]);
  });

  it('goes where it was taken back before AWS heard of it', async () => {
    const { one, other, objects, rest } = await twoDevices();
    other.network.online = false;
    one.network.meet('write', 'no request', 20);
    await one.app().notebook.files.attach(second, [picked(new File(['new'], 'new.pdf'))], null);
    await settled();
    expect(objects.size).toBe(2);
    await one.type(second, 'Nothing');
    one.network.heal();
    await one.sync();
    await rest(2 * day);
    expect(objects.size).toBe(1);
  });

  it('is not deleted by a device that may not see every note', async () => {
    const { one, other, objects, key, server, rest } = await twoDevices('tutorial');
    await one.type(second, 'Far down in the list');
    server.cutList(1, 1_000_000);
    await one.app().notebook.files.remove(first, key);
    await one.sync();
    one.network.online = false;
    await rest(32 * day);
    await rest(2 * day);
    expect(await other.text(first)).toBe('Plan\n');
    expect(objects.has(key)).toBe(true);
  });
});
