import { describe, expect, it } from 'vitest';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import { createDevice, type Device, noteId } from './fakes/device.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const list = noteId('a');
const untilDeleted = 11_000;

describe.each(['versioned', 'tutorial'] as const)('Sync with the %s backend', (profile) => {
  async function twoDevices() {
    const timers = createFakeTimers();
    const server = createFakeNotesServer(profile, timers.now);
    const [phone, laptop] = [createDevice(server, timers), createDevice(server, timers)];
    for (const { app } of [phone, laptop]) app().engine.start();
    await timers.pass(0);
    return { timers, server, phone, laptop };
  }

  async function twoDevicesWith(text: string) {
    const devices = await twoDevices();
    await devices.phone.type(list, text);
    await devices.phone.sync();
    await devices.laptop.sync();
    expect(await devices.laptop.text(list)).toBe(text);
    return devices;
  }

  /** Everybody hears of everything. */
  async function quiet(...devices: readonly Device[]) {
    for (const device of [...devices, ...devices]) await device.sync();
  }

  it('makes one note when the answer to its creation is lost', async () => {
    const { server, phone, laptop } = await twoDevices();
    phone.network.meet('write', 'no answer');
    await phone.type(list, 'Milk');
    await phone.sync();
    await quiet(phone, laptop);
    expect([...server.texts()]).toEqual([[list, 'Milk']]);
    expect(await laptop.text(list)).toBe('Milk');
    expect(await phone.record(list)).toMatchObject({ text: 'Milk', sending: null, waiting: null, problem: null });
  });

  it('takes no conflict from an edit after an answer that was lost', async () => {
    const { server, phone, laptop } = await twoDevicesWith('Milk');
    phone.network.meet('write', 'no answer');
    await phone.type(list, 'Milk, bread');
    await phone.sync();
    await phone.type(list, 'Milk, bread, jam');
    await quiet(phone, laptop);
    expect([...server.texts()]).toEqual([[list, 'Milk, bread, jam']]);
    expect(await laptop.text(list)).toBe('Milk, bread, jam');
  });

  it('knows its own words in a note that another device wrote on after the answer was lost', async () => {
    const { server, phone, laptop } = await twoDevicesWith('Milk');
    phone.network.meet('write', 'no answer');
    await phone.type(list, 'Milk, bread');
    await phone.sync();
    await laptop.sync();
    await laptop.type(list, 'Milk, bread, jam');
    await laptop.sync();
    await quiet(phone, laptop);
    expect([...server.texts()]).toEqual([[list, 'Milk, bread, jam']]);
    expect(await phone.text(list)).toBe('Milk, bread, jam');
  });

  it('sends the very same bytes again after a restart in the middle, and the later edit after them', async () => {
    const { timers, server, phone } = await twoDevicesWith('Milk');
    const sent = () =>
      phone.network.requests.flatMap(({ operation, content }) =>
        operation === 'write' ? [JSON.stringify(content)] : [],
      );
    const before = sent().length;
    phone.network.meet('write', 'hangs');
    phone.network.meet('write', 'no request');
    await phone.type(list, 'Milk, bread');
    void phone.sync();
    await timers.pass(0);
    await phone.type(list, 'Milk, bread, jam');
    await phone.restart();
    await phone.sync();
    await phone.sync();
    const [first, second, third, last, ...more] = sent().slice(before);
    expect(first).toContain('"Milk, bread"');
    expect(second).toBe(first);
    expect(third).toBe(first);
    expect(last).toContain('"Milk, bread, jam"');
    expect(more).toEqual([]);
    expect([...server.texts()]).toEqual([[list, 'Milk, bread, jam']]);
  });

  it('merges edits of two devices in different lines', async () => {
    const { server, phone, laptop } = await twoDevicesWith('Shopping\n\nmilk\n\nbread');
    await phone.type(list, 'Shopping\n\nmilk, 2 l\n\nbread');
    await laptop.type(list, 'Shopping\n\nmilk\n\nbread, dark');
    await quiet(phone, laptop);
    const both = 'Shopping\n\nmilk, 2 l\n\nbread, dark';
    expect([...server.texts()]).toEqual([[list, both]]);
    expect(await phone.text(list)).toBe(both);
    expect(await laptop.text(list)).toBe(both);
  });

  it('keeps both texts where two devices changed the same word', async () => {
    const { phone, laptop } = await twoDevicesWith('Call the plumber');
    await phone.type(list, 'Call the electrician');
    await laptop.type(list, 'Call the carpenter');
    await quiet(phone, laptop);
    const text = (await phone.text(list)) ?? '';
    expect(await laptop.text(list)).toBe(text);
    expect(conflictBlocks(text)).toMatchObject([{ mine: 'Call the carpenter', theirs: 'Call the electrician' }]);
  });

  it('lets an edit win over a deletion that came first', async () => {
    const { timers, server, phone, laptop } = await twoDevicesWith('Milk');
    laptop.network.online = false;
    await phone.delete(list);
    await timers.pass(untilDeleted);
    expect(server.texts().size).toBe(0);
    await laptop.type(list, 'Milk, bread');
    laptop.network.online = true;
    await quiet(laptop, phone);
    expect([...server.texts()]).toEqual([[list, 'Milk, bread']]);
    expect(await phone.text(list)).toBe('Milk, bread');
  });

  it('lets an edit win over a deletion that has not been sent yet', async () => {
    const { timers, server, phone, laptop } = await twoDevicesWith('Milk');
    phone.network.online = false;
    await phone.delete(list);
    await laptop.type(list, 'Milk, bread');
    await laptop.sync();
    await timers.pass(untilDeleted);
    phone.network.online = true;
    await quiet(phone, laptop);
    expect([...server.texts()]).toEqual([[list, 'Milk, bread']]);
    expect(await phone.text(list)).toBe('Milk, bread');
  });

  it('removes a note everywhere that was deleted for ever and edited nowhere', async () => {
    const { timers, server, phone, laptop } = await twoDevicesWith('Milk');
    await phone.delete(list);
    await timers.pass(9_000);
    await phone.sync();
    expect(server.texts().size).toBe(1);
    await timers.pass(2_000);
    await laptop.sync();
    expect(server.texts().size).toBe(0);
    expect(await phone.store.read(list)).toBeUndefined();
    expect(await laptop.store.read(list)).toBeUndefined();
  });

  it('keeps a note whose deletion was undone in time', async () => {
    const { timers, server, phone } = await twoDevicesWith('Milk');
    await phone.delete(list);
    await timers.pass(9_000);
    await phone.app().notebook.undoDelete(list);
    await timers.pass(untilDeleted);
    expect([...server.texts()]).toEqual([[list, 'Milk']]);
    expect(await phone.text(list)).toBe('Milk');
  });

  it('writes a note again whose deletion was undone while it was under way', async () => {
    const { timers, server, phone, laptop } = await twoDevicesWith('Milk');
    phone.network.meet('remove', 'no answer');
    await phone.delete(list);
    await timers.pass(10_001);
    expect(server.texts().size).toBe(0);
    await phone.app().notebook.undoDelete(list);
    await quiet(phone, laptop, phone);
    expect([...server.texts()]).toEqual([[list, 'Milk']]);
    expect(await laptop.text(list)).toBe('Milk');
  });
});
