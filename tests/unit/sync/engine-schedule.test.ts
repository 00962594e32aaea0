import { describe, expect, it } from 'vitest';
import { createDevice, noteId } from './fakes/device.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const list = noteId('a');

async function started() {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const device = createDevice(server, timers);
  device.app().engine.start();
  await timers.pass(0);
  const status = () => device.app().engine.status.get();
  return { ...device, timers, server, device, status };
}

describe('Sync', () => {
  it('looks for changes when it starts', async () => {
    const { network, timers, status } = await started();
    expect(network.requests.map(({ operation }) => operation)).toEqual(['pull']);
    expect(status()).toEqual({
      phase: 'idle',
      waiting: 0,
      offlineSince: null,
      syncedAt: timers.now(),
      longList: false,
      failure: null,
    });
  });

  it('sends half a second after the last change', async () => {
    const { device, network, server, timers, status } = await started();
    await device.type(list, 'M');
    await timers.pass(400);
    await device.type(list, 'Milk');
    await timers.pass(400);
    expect(network.count('write')).toBe(0);
    expect(status()).toMatchObject({ phase: 'idle', waiting: 1 });
    await timers.pass(200);
    expect([...server.texts()]).toEqual([[list, 'Milk']]);
    expect(network.count('write')).toBe(1);
    expect(status()).toMatchObject({ phase: 'idle', waiting: 0 });
  });

  it('sends every three seconds while a person goes on typing', async () => {
    const { device, network, timers } = await started();
    for (let letters = 1; letters <= 20; letters += 1) {
      await device.type(list, 'x'.repeat(letters));
      await timers.pass(300);
    }
    expect(network.count('write')).toBe(1 + 1);
  });

  it('does not look for changes when it only has something to send', async () => {
    const { device, network, timers } = await started();
    await device.type(list, 'Milk');
    await timers.pass(1_000);
    expect(network.requests.map(({ operation }) => operation)).toEqual(['pull', 'write']);
  });

  it('looks for changes every minute while the page is visible', async () => {
    const { app, network, timers } = await started();
    await timers.pass(179_000);
    expect(network.count('pull')).toBe(1 + 2);
    app().page.isVisible = false;
    await timers.pass(600_000);
    expect(network.count('pull')).toBe(1 + 2);
  });

  it('looks for changes when a person comes back to the page', async () => {
    const { app, device, server } = await started();
    server.put({ id: list, content: 'Milk' });
    app().page.tell('focus');
    await settled();
    expect(await device.text(list)).toBe('Milk');
  });

  it('says that it is offline, sends nothing, and sends at once when the network is back', async () => {
    const { app, device, network, server, timers, status } = await started();
    network.online = false;
    app().page.tell('offline');
    expect(status().phase).toBe('offline');
    await device.type(list, 'Milk');
    await timers.pass(300_000);
    expect(network.count('write')).toBe(0);
    expect(status()).toMatchObject({ phase: 'offline', waiting: 1 });
    network.online = true;
    app().page.tell('online');
    await settled();
    expect([...server.texts()]).toEqual([[list, 'Milk']]);
    expect(status()).toMatchObject({ phase: 'idle', waiting: 0, failure: null });
  });

  it('does not wait for its next try when the network is back', async () => {
    const { app, device, network, server, timers } = await started();
    network.meet('write', awsFailure('offline'), 100);
    await device.type(list, 'Milk');
    await timers.pass(45_000);
    network.heal();
    expect(server.texts().size).toBe(0);
    app().page.tell('online');
    await settled();
    expect([...server.texts()]).toEqual([[list, 'Milk']]);
  });

  it('sends four notes at once, and each note’s changes one after another', async () => {
    const { device, network } = await started();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await device.type(noteId(name), name);
    network.holdAfter(1);
    const done = device.sync();
    await settled();
    expect(network.count('write')).toBe(4);
    await device.type(noteId('a'), 'a again');
    await settled();
    expect(network.count('write')).toBe(4);
    await network.release();
    await done;
    expect(network.count('write')).toBe(6);
  });

  it('begins nothing more once it is stopped, and tells when what it had begun has ended', async () => {
    const { app, device, network, server, timers } = await started();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await device.type(noteId(name), name);
    network.holdAfter(0);
    await timers.pass(600);
    let ended = false;
    const stopped = app()
      .engine.stop()
      .then(() => {
        ended = true;
      });
    await settled();
    expect(ended).toBe(false);
    await network.release();
    await stopped;
    await device.type(list, 'Milk, bread');
    app().page.tell('focus');
    await timers.pass(300_000);
    expect(network.requests.map(({ operation }) => operation)).toEqual(['pull', 'write', 'write', 'write', 'write']);
    expect([...server.texts().values()].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(await device.record(noteId('f'))).toMatchObject({ base: null, problem: null });
  });
});
