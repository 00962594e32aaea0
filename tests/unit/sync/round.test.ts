import { describe, expect, it } from 'vitest';
import { both, createRound } from '#src/sync/round.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

describe('A round', () => {
  it('does not send before it has looked again, once too many notes were missing', async () => {
    const timers = createFakeTimers();
    const server = createFakeNotesServer('tutorial', timers.now);
    const ids = Array.from({ length: 11 }, (_, at) => noteId(`n${at}`));
    for (const id of ids) server.put({ id, content: 'Note' });
    const { store, network, files, type } = createDevice(server, timers);
    const round = createRound({
      store,
      api: server.reachedBy(network),
      objects: files.storage,
      sendAs: (request) => request(),
      home,
      now: timers.now,
      random: () => 0,
    });
    expect(await round({ kind: 'whole', reach: 'due' })).toMatchObject({ ok: true });
    for (const id of ids) server.delete(id);
    await type(noteId('mine'), 'Written here');
    expect(await round({ kind: 'whole', reach: 'due' })).toMatchObject({ failure: { kind: 'notes missing' } });
    expect(await round({ kind: 'send', reach: 'due' })).toMatchObject({ failure: { kind: 'notes missing' } });
    expect(network.count('write')).toBe(0);
    for (const id of ids) server.put({ id, content: 'Note' });
    expect(await round({ kind: 'send', reach: 'due' })).toMatchObject({ ok: true });
    expect(network.count('write')).toBe(1);
  });

  it('grants two wishes by the larger of both', () => {
    const send = { kind: 'send', reach: 'all' } as const;
    const whole = { kind: 'whole', reach: 'due' } as const;
    expect(both(send, whole)).toEqual({ kind: 'whole', reach: 'all' });
    expect(both(whole, send)).toEqual({ kind: 'whole', reach: 'all' });
    expect(both(send, { kind: 'send', reach: 'not parked' })).toEqual(send);
  });
});
