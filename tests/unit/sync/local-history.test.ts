import { describe, expect, it } from 'vitest';
import type { Profile } from '#src/aws/notes-api.ts';
import { createDevice, noteId } from './fakes/device.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const note = noteId('a');

function opened(profile: Profile) {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  const device = createDevice(server, timers);
  device.app().engine.start();
  const history = async () => (await device.store.history(note)).map(({ text, reason }) => `${reason}: ${text}`);
  return { device, server, timers, history };
}

describe.each(['versioned', 'tutorial'] as const)('What sync leaves to a note’s history (%s)', (profile) => {
  it('is nothing where what is written here reaches AWS', async () => {
    const { device, history } = opened(profile);
    for (const text of ['Milk', 'Milk, bread']) {
      await device.type(note, text);
      await device.sync();
    }
    expect(await history()).toEqual([]);
  });

  it('is both sides of a merge', async () => {
    const { device, server, history } = opened(profile);
    await device.type(note, 'Milk\n\nTea');
    await device.sync();
    server.put({ id: note, content: 'Milk, 2 l\n\nTea' });
    await device.type(note, 'Milk\n\nTea, black');
    await device.sync();
    expect(server.note(note)?.content).toBe('Milk, 2 l\n\nTea, black');
    expect(await history()).toEqual(['theirs: Milk, 2 l\n\nTea', 'mine: Milk\n\nTea, black']);
  });

  it('is the last text of a note that was deleted elsewhere', async () => {
    const { device, server, history } = opened(profile);
    await device.type(note, 'Milk');
    await device.sync();
    server.delete(note);
    await device.sync();
    expect(await history()).toEqual(['gone: Milk']);
    expect(await device.app().notebook.goneNotes()).toMatchObject([{ noteId: note, text: 'Milk' }]);
  });

  it('is nothing of a note that was deleted for ever here', async () => {
    const { device, server, timers, history } = opened(profile);
    await device.type(note, 'Milk');
    await device.sync();
    await device.app().notebook.restore(note, 'Bread');
    expect(await history()).toEqual(['restored: Milk']);
    await device.delete(note);
    await timers.pass(60_000);
    expect(server.texts().size).toBe(0);
    expect([await history(), await device.app().notebook.goneNotes()]).toEqual([[], []]);
  });
});

describe('What was written here and a pull shows no more', () => {
  it('is kept each time on the tutorial’s backend, where it may have been overwritten unseen', async () => {
    const { device, server, history } = opened('tutorial');
    for (const text of ['1', '2']) {
      await device.type(note, `Mine ${text}`);
      await device.sync();
      server.put({ id: note, content: `Theirs ${text}` });
      await device.sync();
    }
    expect(await history()).toEqual(['replaced: Mine 2', 'replaced: Mine 1']);
  });

  it('is kept once in a while where every version follows the one before', async () => {
    const { device, server, timers, history } = opened('versioned');
    await device.type(note, '1');
    await device.sync();
    for (const content of ['1 2', '1 2 3']) {
      server.put({ id: note, content });
      await device.sync();
    }
    await timers.pass(6 * 60_000);
    server.put({ id: note, content: '1 2 3 4' });
    await device.sync();
    expect(await history()).toEqual(['replaced: 1 2 3', 'replaced: 1']);
  });
});
