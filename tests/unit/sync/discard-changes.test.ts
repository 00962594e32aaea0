import { describe, expect, it } from 'vitest';
import { createDevice, noteId } from './fakes/device.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const note = noteId('a');

/** A device on which AWS has confirmed "Milk". */
async function opened(profile: 'versioned' | 'tutorial' = 'versioned') {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  const device = createDevice(server, timers);
  device.app().engine.start();
  await device.type(note, 'Milk');
  await device.sync();
  const discard = async () => {
    const discarded = await device.app().notebook.discardChanges(note);
    if (!discarded.ok) throw new Error(discarded.failure.message);
    return discarded.value;
  };
  const history = async () => (await device.store.history(note)).map(({ text, reason }) => `${reason}: ${text}`);
  return { ...device, device, server, timers, discard, history };
}

describe('Changes that are given up', () => {
  it('leave the text that AWS has, go to the history, and are never sent', async () => {
    const { device, discard, history, network, server } = await opened();
    network.online = false;
    await device.type(note, 'Milk, bread');
    expect(await device.app().notebook.waitingChanges()).toMatchObject([{ noteId: note, kind: 'edit' }]);
    await discard();
    network.heal();
    await device.sync();
    expect(await device.record(note)).toMatchObject({ text: 'Milk', sending: null, waiting: null });
    expect([server.note(note)?.content, await history()]).toEqual(['Milk', ['discarded: Milk, bread']]);
    expect(await device.app().notebook.waitingChanges()).toEqual([]);
  });

  it('take a note along that AWS has never had, and it can be found among those that are gone', async () => {
    const { device, network, store } = await opened();
    network.online = false;
    await device.type(noteId('new'), 'New');
    await device.app().notebook.discardChanges(noteId('new'));
    expect(await device.text(noteId('new'))).toBeNull();
    expect(await store.gone()).toMatchObject([{ noteId: noteId('new'), text: 'New', reason: 'discarded' }]);
    await device.app().notebook.restore(noteId('new'), 'New');
    expect([await device.text(noteId('new')), await store.gone()]).toEqual(['New', []]);
  });

  it('take a note along that was deleted elsewhere', async () => {
    const { device, discard, network, server, store } = await opened();
    network.online = false;
    await device.type(note, 'Milk, bread');
    network.heal();
    network.meet('write', awsFailure('unavailable'), 10);
    server.delete(note);
    await device.sync();
    expect((await device.record(note)).base).toMatchObject({ text: 'Milk', deleted: true });
    await discard();
    expect(await store.read(note)).toBeUndefined();
    expect(await store.gone()).toMatchObject([{ text: 'Milk, bread', reason: 'discarded' }]);
    network.heal();
    await device.sync();
    expect([server.texts().size, await store.read(note)]).toEqual([0, undefined]);
  });

  it('may be a deletion, which is called off', async () => {
    const { device, discard, history, server, timers } = await opened();
    await device.delete(note);
    await discard();
    await timers.pass(60_000);
    expect([await device.text(note), server.note(note)?.content, await history()]).toEqual(['Milk', 'Milk', []]);
  });

  it('are none of a note that is saved, or not there', async () => {
    const { device, discard, history } = await opened();
    const before = await device.record(note);
    const { undo } = await discard();
    await undo();
    expect([await device.record(note), await history()]).toEqual([before, []]);
    expect(await device.app().notebook.discardChanges(noteId('none'))).toMatchObject({ ok: true });
    expect(await device.text(noteId('none'))).toBeNull();
  });
});

describe.each(['versioned', 'tutorial'] as const)('Changes that are given up in flight (%s)', (profile) => {
  it('show again where AWS has them, with the next pull', async () => {
    const { device, discard, network, server } = await opened(profile);
    network.holdAfter(profile === 'versioned' ? 1 : 2);
    await device.type(note, 'Milk, bread');
    const round = device.sync();
    await expect.poll(() => network.count('write')).toBe(2);
    await discard();
    expect(await device.record(note)).toMatchObject({ text: 'Milk', sending: null, waiting: null });
    await network.release();
    await round;
    expect(server.note(note)?.content).toBe('Milk, bread');
    expect(await device.record(note)).toMatchObject({ text: 'Milk', sending: null, problem: null });
    await device.sync();
    expect(await device.record(note)).toMatchObject({ text: 'Milk, bread', sending: null, waiting: null });
  });

  it('are not tried again where AWS never got them', async () => {
    const { device, discard, network, server, timers } = await opened(profile);
    network.holdAfter(profile === 'versioned' ? 1 : 2);
    network.meet('write', awsFailure('unavailable'));
    await device.type(note, 'Milk, bread');
    const round = device.sync();
    await expect.poll(() => network.count('write')).toBe(2);
    await discard();
    await network.release();
    await round;
    await timers.pass(600_000);
    expect(await device.record(note)).toMatchObject({ text: 'Milk', sending: null, waiting: null, problem: null });
    expect([server.note(note)?.content, network.count('write')]).toEqual(['Milk', 2]);
  });

  it('reach AWS once where giving them up is undone', async () => {
    const { device, discard, network, server } = await opened(profile);
    network.meet('write', 'no answer');
    await device.type(note, 'Milk, bread');
    await device.sync();
    const before = await device.record(note);
    expect(before.sending).toMatchObject({ kind: 'save', text: 'Milk, bread' });
    await (await discard()).undo();
    expect(await device.record(note)).toEqual(before);
    await device.sync();
    expect(await device.record(note)).toMatchObject({ text: 'Milk, bread', sending: null, waiting: null });
    expect(server.note(note)?.content).toBe('Milk, bread');
  });
});

describe('Giving up changes is undone', () => {
  it('to what was there, with its place in the outbox and what was wrong with it', async () => {
    const { device, discard, network } = await opened();
    network.meet('write', awsFailure('too-large'));
    await device.type(note, 'Milk, bread');
    await device.sync();
    const before = await device.record(note);
    expect(before.problem).toMatchObject({ nextTryAt: null });
    await (await discard()).undo();
    expect(await device.record(note)).toEqual(before);
  });

  it('for a note that went with them', async () => {
    const { device, network, store, timers } = await opened();
    network.online = false;
    await device.type(noteId('new'), 'New');
    const before = await device.record(noteId('new'));
    const discarded = await device.app().notebook.discardChanges(noteId('new'));
    if (!discarded.ok) throw new Error(discarded.failure.message);
    await timers.pass(1_000);
    await discarded.value.undo();
    expect([await device.record(noteId('new')), await store.gone()]).toEqual([before, []]);
  });

  it('for a deletion, which takes place then', async () => {
    const { device, discard, server, timers } = await opened();
    await device.delete(note);
    const { undo } = await discard();
    await undo();
    expect(await device.text(note)).toBeNull();
    await timers.pass(60_000);
    expect(server.texts().size).toBe(0);
  });

  it('beside what was written meanwhile', async () => {
    const { device, discard, network } = await opened();
    await device.type(note, 'Milk\n\nTea');
    await device.sync();
    network.online = false;
    await device.type(note, 'Milk\n\nTea, bread');
    const { undo } = await discard();
    await device.type(note, 'Milk, 2 l\n\nTea');
    await undo();
    expect(await device.record(note)).toMatchObject({ text: 'Milk, 2 l\n\nTea, bread', waiting: { kind: 'save' } });
  });

  it('behind what is in flight by now', async () => {
    const { device, discard, network } = await opened();
    await device.type(note, 'Milk, bread');
    const { undo } = await discard();
    network.meet('write', 'no answer');
    await device.type(note, 'Milk!');
    await device.sync();
    await device.type(note, 'Milk');
    const { sending } = await device.record(note);
    await undo();
    expect(sending).toMatchObject({ text: 'Milk!' });
    expect(await device.record(note)).toMatchObject({ text: 'Milk, bread', sending, waiting: { kind: 'save' } });
  });

  it('on top of a version that says the same', async () => {
    const { device, discard, network, server } = await opened();
    network.meet('write', awsFailure('unavailable'));
    await device.type(note, 'Milk, bread');
    const { undo } = await discard();
    server.put({ id: note, content: 'Milk' });
    await device.sync();
    await undo();
    expect(await device.record(note)).toMatchObject({ text: 'Milk, bread', base: { text: 'Milk', version: 2 } });
  });

  it.each(['versioned', 'tutorial'] as const)('beside what came from AWS meanwhile (%s)', async (profile) => {
    const { device, discard, network, server, timers } = await opened(profile);
    await device.type(note, 'Milk\n\nTea');
    await device.sync();
    network.meet('write', awsFailure('unavailable'), 10);
    await device.type(note, 'Milk\n\nTea, bread');
    const { undo } = await discard();
    await timers.pass(1_000);
    server.put({ id: note, content: 'Milk, 2 l\n\nTea' });
    await device.sync();
    network.heal();
    await undo();
    expect(await device.record(note)).toMatchObject({
      text: 'Milk, 2 l\n\nTea, bread',
      base: { text: 'Milk, 2 l\n\nTea' },
    });
    await device.sync();
    expect(server.note(note)?.content).toBe('Milk, 2 l\n\nTea, bread');
  });
});
