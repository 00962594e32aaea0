import { describe, expect, it } from 'vitest';
import { createDevice, noteId } from './fakes/device.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const list = noteId('a');

async function twoTabs() {
  const timers = createFakeTimers();
  const server = createFakeNotesServer('versioned', timers.now);
  const device = createDevice(server, timers);
  device.app().engine.start();
  await settled();
  const first = device.app();
  await device.switchTab();
  const second = device.app();
  await settled();
  return { timers, server, device, first, second, pulls: () => device.network.count('pull') };
}

describe('The tabs of one browser', () => {
  it('have one that syncs for all: the one in sight, to which a hidden one hands over', async () => {
    const { timers, first, second, pulls } = await twoTabs();
    expect(pulls()).toBe(2);
    await timers.pass(61_000);
    expect(pulls()).toBe(3);
    // The hidden tab asks for nothing, also where it hears that somebody comes back to the other one.
    first.page.tell('online');
    await settled();
    expect(pulls()).toBe(3);
    second.page.tell('online');
    await settled();
    expect(pulls()).toBe(4);
  });

  it('leave the sync where it is while both are in sight', async () => {
    const { device, first, second, pulls } = await twoTabs();
    first.page.isVisible = true;
    first.page.tell('focus');
    await settled();
    const before = pulls();
    first.page.tell('online');
    await settled();
    expect(pulls()).toBe(before);
    second.page.tell('online');
    await settled();
    expect(pulls()).toBe(before + 1);
    expect(device.app()).toBe(second);
  });

  it('send what is written in any of them', async () => {
    const { timers, server, first } = await twoTabs();
    await first.notebook.write(list, { seen: '', text: 'from the tab that does not sync' });
    await timers.pass(1_000);
    expect(server.texts().get(list)).toBe('from the tab that does not sync');
  });

  it('all show how it stands', async () => {
    const { device, timers, first, second } = await twoTabs();
    device.network.online = false;
    second.page.tell('offline');
    await settled();
    expect(first.engine.status.get()).toMatchObject({ phase: 'offline', offlineSince: timers.now() });
    device.network.online = true;
    second.page.tell('online');
    await settled();
    expect(first.engine.status.get()).toEqual(second.engine.status.get());
    expect(first.engine.status.get()).toMatchObject({ phase: 'idle', offlineSince: null });
  });

  it('have the one that syncs do so at the wish of the others, which learn when it is done', async () => {
    const { device, first, pulls } = await twoTabs();
    const before = pulls();
    device.network.holdAfter(0);
    let done = false;
    const asked = first.engine.syncNow().then(() => {
      done = true;
    });
    await settled();
    expect([pulls(), done]).toEqual([before + 1, false]);
    await device.network.release();
    await asked;
    expect(pulls()).toBe(before + 1);
  });

  it('go on with the next one when the one that syncs is closed in the middle of it', async () => {
    const { device, server, timers, first } = await twoTabs();
    await device.type(list, 'Milk');
    device.network.meet('write', 'hangs');
    await timers.pass(1_000);
    await device.closeTab();
    expect(device.app()).toBe(first);
    await timers.pass(1_000);
    expect(server.texts().get(list)).toBe('Milk');
    expect(first.engine.status.get()).toMatchObject({ phase: 'idle', waiting: 0 });
  });

  it('do what was asked of one that went before it had answered', async () => {
    const { device, first } = await twoTabs();
    device.network.holdAfter(0);
    const asked = first.engine.syncNow();
    await settled();
    await device.closeTab();
    await device.network.release();
    await asked;
    expect(first.engine.status.get().phase).toBe('idle');
  });

  it('are not disturbed by words that are none of theirs', async () => {
    const { device, first, second } = await twoTabs();
    const before = first.engine.status.get();
    const strange = [
      null,
      'status',
      { kind: 'status', status: { phase: 'asleep' } },
      { kind: 'sync now' },
      { kind: 4 },
    ];
    for (const message of strange) device.say(message);
    await settled();
    expect(first.engine.status.get()).toBe(before);
    expect(second.engine.status.get().phase).toBe('idle');
  });

  it('begin nothing more once they are stopped', async () => {
    const { device, first, second, timers, pulls } = await twoTabs();
    await Promise.all([first.engine.stop(), second.engine.stop()]);
    const before = pulls();
    await device.type(list, 'Milk');
    for (const tab of [first, second]) tab.page.tell('focus');
    await timers.pass(120_000);
    await second.engine.syncNow();
    expect(pulls()).toBe(before);
  });
});
