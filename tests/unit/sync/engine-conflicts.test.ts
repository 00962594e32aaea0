import { describe, expect, it } from 'vitest';
import { createDevice, noteId } from './fakes/device.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const shopping = noteId('a');

describe.each(['versioned', 'tutorial'] as const)('Sync with the %s backend', (profile) => {
  async function twoDevices() {
    const timers = createFakeTimers();
    const server = createFakeNotesServer(profile, timers.now);
    const [phone, laptop] = [createDevice(server, timers), createDevice(server, timers)];
    phone.app().engine.start();
    laptop.app().engine.start();
    await timers.pass(0);
    return { timers, server, phone, laptop };
  }

  async function withSharedNote(text: string) {
    const devices = await twoDevices();
    const { phone, laptop } = devices;
    await phone.type(shopping, text);
    await phone.sync();
    await laptop.sync();
    expect(await laptop.text(shopping)).toBe(text);
    return devices;
  }

  it('makes one note when the answer to its creation is lost', async () => {
    const { server, phone, laptop } = await twoDevices();
    phone.network.meet('write', 'no answer');
    await phone.type(shopping, 'Milk');
    await phone.sync();
    await phone.sync();
    await laptop.sync();
    expect([...server.texts()]).toEqual([[shopping, 'Milk']]);
    expect(await laptop.text(shopping)).toBe('Milk');
    expect(await phone.record(shopping)).toMatchObject({ text: 'Milk', sending: null, waiting: null, problem: null });
  });
});
