import { describe, expect, it } from 'vitest';
import type { Profile } from '#src/aws/notes-api.ts';
import { createDevice, noteId } from './fakes/device.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const names = (count: number) => Array.from({ length: count }, (_, at) => `n${String(at).padStart(3, '0')}`);

/** A device that has `count` notes, like the server. */
async function synced(profile: Profile, count: number) {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  const ids = names(count).map(noteId);
  for (const id of ids) server.put({ id, content: `Note ${id}` });
  const device = createDevice(server, timers);
  device.app().engine.start();
  await timers.pass(0);
  expect((await device.store.confirmed()).size).toBe(count);
  device.network.requests.length = 0;
  const status = () => device.app().engine.status.get();
  const left = async () => [...(await device.store.confirmed()).keys()].sort();
  return { ...device, device, timers, server, ids, status, left };
}

describe('A pull from the versioned backend', () => {
  it('reads page after page, and afterwards only what has changed', async () => {
    const { device, network, server, ids, store } = await synced('versioned', 8);
    server.put({ id: noteId('new'), content: 'New' });
    server.delete(ids[0] ?? noteId(''));
    await device.sync();
    expect(network.requests).toMatchObject([{ operation: 'pull', content: '9' }]);
    expect(await device.text(noteId('new'))).toBe('New');
    expect(await store.read(ids[0] ?? noteId(''))).toBeUndefined();
    expect(await store.readPullMark()).toMatchObject({ profile: 'versioned', cursor: '11' });
  });

  it('goes on after the pages that a new device has read already', async () => {
    const timers = createFakeTimers();
    const server = createFakeNotesServer('versioned', timers.now);
    for (const id of names(8).map(noteId)) server.put({ id, content: 'Note' });
    const device = createDevice(server, timers);
    device.network.holdAfter(2);
    device.app().engine.start();
    await timers.pass(0);
    await device.restart();
    await device.network.release();
    await device.sync();
    expect(device.network.requests.map(({ content }) => content)).toEqual(['0', '4', '7', '7', '9']);
    expect((await device.store.confirmed()).size).toBe(8);
  });

  it('begins again where its cursor is too old, and asks by id for what does not show up', async () => {
    const { device, network, server, ids, left } = await synced('versioned', 4);
    const [first, second, third, fourth] = ids;
    if (!first || !second || !third || !fourth) throw new Error('four notes');
    server.delete(first);
    server.delete(second);
    server.forget();
    await device.type(second, 'Edited here');
    await device.sync();
    expect(network.requests.filter(({ operation }) => operation === 'read').map(({ content }) => content)).toEqual([
      first,
      second,
    ]);
    expect(await left()).toEqual([second, third, fourth]);
    expect(server.texts().get(second)).toBe('Edited here');
  });
});

describe('A pull from the tutorial’s backend', () => {
  it('asks by id for a note that the list does not show, and keeps it where it is there', async () => {
    const { device, network, server, ids, left } = await synced('tutorial', 6);
    server.cutList(5, 10_000);
    server.put({ id: ids[5] ?? noteId(''), content: 'Changed elsewhere' });
    await device.sync();
    expect(network.requests.filter(({ operation }) => operation === 'read').map(({ content }) => content)).toEqual([
      ids[5],
    ]);
    expect(await left()).toEqual(ids);
    expect(await device.text(ids[5] ?? noteId(''))).toBe('Changed elsewhere');
  });

  it('removes a note that is not there when asked for, but not one with an edit', async () => {
    const { device, server, ids, left } = await synced('tutorial', 3);
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('three notes');
    await device.type(second, 'Edited here');
    server.delete(first);
    server.delete(second);
    await device.sync();
    expect(await left()).toEqual([second, third]);
    expect(server.texts().get(second)).toBe('Edited here');
  });

  it('keeps a note that it could not ask for', async () => {
    const { device, network, server, ids, left } = await synced('tutorial', 3);
    server.delete(ids[0] ?? noteId(''));
    network.meet('read', awsFailure('unavailable'));
    await device.sync();
    expect(await left()).toEqual(ids);
  });

  it('stops, keeps all notes and sends nothing where very many are gone at once, until they are back', async () => {
    const { device, network, server, ids, timers, status, left } = await synced('tutorial', 60);
    const gone = ids.slice(0, 13);
    for (const id of gone) server.delete(id);
    await device.type(noteId('mine'), 'Written here');
    await device.sync();
    expect(await left()).toEqual(ids);
    expect(status()).toMatchObject({ phase: 'trouble', failure: { kind: 'notes missing' } });
    expect(status().failure).toMatchObject({ kind: 'notes missing', values: { missing: 12, total: 60 } });
    await device.type(noteId('mine'), 'Written here, too');
    await timers.pass(300_000);
    expect(network.count('write')).toBe(0);
    for (const id of gone) server.put({ id, content: 'Back' });
    await device.sync();
    expect(status()).toMatchObject({ phase: 'idle', waiting: 0 });
    expect(server.texts().get(noteId('mine'))).toBe('Written here, too');
  });

  it('takes ten deletions, or a fifth of all notes, for what people do', async () => {
    const { device, server, ids, status, left } = await synced('tutorial', 60);
    for (const id of ids.slice(0, 12)) server.delete(id);
    await device.sync();
    expect(status()).toMatchObject({ phase: 'idle', failure: null });
    expect(await left()).toEqual(ids.slice(12));
  });

  it('asks for some of the notes beyond a list that may be cut, in turn, and for all that are missing before its end', async () => {
    const { device, network, server, ids } = await synced('tutorial', 110);
    server.cutList(50, 950_000);
    server.delete(ids[3] ?? noteId(''));
    const asked = async () => {
      network.requests.length = 0;
      await device.sync();
      return network.requests.flatMap(({ operation, content }) => (operation === 'read' ? [content] : []));
    };
    const [one, two, three] = [await asked(), await asked(), await asked()];
    expect(one).toEqual([ids[3], ...ids.slice(51, 91)]);
    expect(two).toEqual(ids.slice(91));
    expect(three).toEqual(ids.slice(51, 91));
  });

  it('tells that the list is near the most that it tells, for as long as it is, also after a restart', async () => {
    const { device, server, status } = await synced('tutorial', 3);
    expect(status().longList).toBe(false);
    server.cutList(3, 950_000);
    await device.sync();
    expect(status().longList).toBe(true);
    device.network.online = false;
    await device.restart();
    expect(device.app().engine.status.get()).toMatchObject({ phase: 'offline', longList: true });
    device.network.online = true;
    server.cutList(3, 10_000);
    await device.sync();
    expect(device.app().engine.status.get().longList).toBe(false);
  });
});
