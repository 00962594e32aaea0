import { describe, expect, it } from 'vitest';
import type { Profile } from '#src/aws/notes-api.ts';
import { failed } from '#src/notes/result.ts';
import { createDevice, noteId } from './fakes/device.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { ana, ben } from './fakes/fake-session.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const [first, second] = [noteId('a'), noteId('b')];

async function started(profile: Profile = 'versioned') {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  const device = createDevice(server, timers);
  device.app().engine.start();
  await timers.pass(0);
  const status = () => device.app().engine.status.get();
  return { ...device, timers, server, device, status };
}

describe('Sync, when AWS does not take what it sends,', () => {
  it('refreshes expired credentials once and goes on', async () => {
    const { device, network, session, server, status } = await started();
    network.meet('write', awsFailure('expired'));
    await device.type(first, 'Milk');
    await device.sync();
    expect(session.refreshes).toBe(1);
    expect([...server.texts()]).toEqual([[first, 'Milk']]);
    expect(status()).toMatchObject({ phase: 'idle', failure: null, waiting: 0 });
  });

  it('does not refresh again and again where that does not help', async () => {
    const { device, network, session, status } = await started();
    network.meet('write', awsFailure('expired'), 2);
    await device.type(first, 'Milk');
    await device.sync();
    expect(session.refreshes).toBe(1);
    expect(status()).toMatchObject({ phase: 'trouble', failure: { kind: 'expired' }, waiting: 1 });
    expect(await device.record(first)).toMatchObject({ sending: { text: 'Milk' }, problem: { attempts: 1 } });
  });

  it('takes two silent failures in a row for expired credentials, once', async () => {
    const { device, network, session } = await started('tutorial');
    network.meet('pull', awsFailure('offline'), 5);
    for (let round = 0; round < 5; round += 1) await device.sync();
    expect(session.refreshes).toBe(1);
  });

  it('keeps everything and sends nothing while nobody is signed in, and goes on when the person is back', async () => {
    const { device, network, session, server, timers, status } = await started();
    session.signIn(null);
    const before = network.requests.length;
    await device.type(first, 'Milk');
    await timers.pass(120_000);
    await device.sync();
    expect(network.requests.length).toBe(before);
    expect(status()).toMatchObject({ phase: 'signed out', waiting: 1, failure: { kind: 'signed-out' } });
    session.signIn(ana);
    await settled();
    expect([...server.texts()]).toEqual([[first, 'Milk']]);
    expect(status().phase).toBe('idle');
  });

  it('sends nothing as another person', async () => {
    const { device, network, session, server, timers, status } = await started();
    await device.type(first, 'Milk');
    session.signIn(ben);
    const before = network.requests.length;
    await device.sync();
    await timers.pass(60_000);
    expect(network.requests.length).toBe(before);
    expect(server.texts().size).toBe(0);
    expect(status().phase).toBe('signed out');
    expect(await device.text(first)).toBe('Milk');
  });

  it('parks a note that is too large, sends the others, and tries the large one again once it is edited', async () => {
    const { device, network, server, timers, status } = await started();
    network.meet('write', awsFailure('too-large'));
    await device.type(first, 'A very long note');
    await timers.pass(600);
    await device.type(second, 'Milk');
    await timers.pass(300_000);
    expect([...server.texts()]).toEqual([[second, 'Milk']]);
    expect((await device.record(first)).problem).toMatchObject({ failure: { kind: 'too-large' }, nextTryAt: null });
    expect(status()).toMatchObject({ phase: 'trouble', waiting: 1, failure: { kind: 'too-large' } });
    await device.type(first, 'A short note');
    await timers.pass(600);
    expect(server.texts().get(first)).toBe('A short note');
    expect(status()).toMatchObject({ phase: 'idle', waiting: 0, failure: null });
  });

  it('tries a parked note again when the person asks', async () => {
    const { device, network, server } = await started();
    network.meet('write', awsFailure('invalid'));
    await device.type(first, 'Milk');
    await device.sync();
    expect((await device.record(first)).problem?.nextTryAt).toBeNull();
    await device.sync();
    expect([...server.texts()]).toEqual([[first, 'Milk']]);
  });

  it('parks nothing where nothing makes sense, as behind a sign-in page of a hotel', async () => {
    const { device, network, server, timers, status } = await started();
    network.meet('write', awsFailure('invalid'));
    network.meet('read', awsFailure('invalid'));
    await device.type(first, 'Milk');
    await timers.pass(600);
    expect(status()).toMatchObject({ phase: 'trouble', failure: { kind: 'invalid' } });
    expect((await device.record(first)).problem?.nextTryAt).toBeGreaterThan(timers.now());
    await timers.pass(10_000);
    expect([...server.texts()]).toEqual([[first, 'Milk']]);
  });

  it('waits as long as Retry-After says', async () => {
    const { app, device, network, server, timers } = await started();
    network.meet('write', awsFailure('throttled', 30_000));
    await device.type(first, 'Milk');
    await timers.pass(600);
    await device.type(second, 'Bread');
    app().page.tell('focus');
    app().page.tell('online');
    await timers.pass(28_000);
    expect(network.count('write')).toBe(1);
    await timers.pass(3_000);
    expect([...server.texts().values()].sort()).toEqual(['Bread', 'Milk']);
  });

  it('waits with one note as long as Retry-After says, and sends the others', async () => {
    const { device, network, server, timers } = await started();
    network.meet('write', awsFailure('unavailable', 30_000));
    await device.type(first, 'Milk');
    await timers.pass(600);
    await device.type(second, 'Bread');
    await timers.pass(28_000);
    expect([...server.texts()]).toEqual([[second, 'Bread']]);
    await timers.pass(3_000);
    expect(server.texts().get(first)).toBe('Milk');
  });

  it('tries again later and later while AWS has a problem of its own', async () => {
    const { device, network, timers } = await started();
    network.meet('write', awsFailure('unavailable'), 100);
    await device.type(first, 'Milk');
    await timers.pass(60_000);
    const inFirstMinute = network.count('write');
    await timers.pass(60_000);
    expect(inFirstMinute).toBeGreaterThan(4);
    expect(inFirstMinute).toBeLessThan(10);
    expect(network.count('write') - inFirstMinute).toBeLessThanOrEqual(3);
    expect((await device.record(first)).problem?.nextTryAt).toBeGreaterThan(timers.now());
  });

  it('does not try every note while AWS has a problem with all of them', async () => {
    const { device, network, server, timers, status } = await started();
    network.meet('write', awsFailure('unavailable'), 11);
    for (let count = 0; count < 30; count += 1) await device.type(noteId(`n${count}`), `Note ${count}`);
    await timers.pass(600);
    expect(network.count('write')).toBeLessThanOrEqual(11);
    expect(status()).toMatchObject({ phase: 'trouble', failure: { kind: 'unavailable' }, waiting: 30 });
    await timers.pass(60_000);
    expect(server.texts().size).toBe(30);
  });

  it('parks a note after eight tries on the tutorial’s backend, where a 500 may mean anything', async () => {
    const { device, network, server, timers } = await started('tutorial');
    network.meet('write', awsFailure('unavailable'), 8);
    await device.type(first, 'Milk');
    await timers.pass(3_600_000);
    expect(network.count('write')).toBe(8);
    expect((await device.record(first)).problem).toMatchObject({ attempts: 8, nextTryAt: null });
    await device.sync();
    expect([...server.texts()]).toEqual([[first, 'Milk']]);
  });

  it('does not send a text of more than 350 kB to the tutorial’s backend', async () => {
    const { device, network, timers } = await started('tutorial');
    await device.type(first, 'ä'.repeat(175_001));
    await device.type(second, 'ä'.repeat(175_000));
    await timers.pass(1_000);
    expect(
      network.requests.flatMap(({ operation, content }) => (operation === 'write' ? [content] : [])),
    ).toMatchObject([{ id: second }]);
    const { problem } = await device.record(first);
    expect(problem?.nextTryAt).toBeNull();
    expect(problem?.failure.values).toEqual({ size: 351, most: 350 });
  });

  it('still sends what was written here while AWS fails to list the notes', async () => {
    const { device, network, server, status } = await started();
    network.meet('pull', awsFailure('unavailable'));
    await device.type(first, 'Milk');
    await device.sync();
    expect([...server.texts()]).toEqual([[first, 'Milk']]);
    expect(status()).toMatchObject({ phase: 'trouble', failure: { kind: 'unavailable' }, waiting: 0 });
  });

  it('says so where the device has no room, and goes on when there is some', async () => {
    const { device, store, server, timers, status } = await started();
    await device.type(first, 'Milk');
    const change = store.change;
    store.change = async () => failed({ kind: 'full', message: 'No room is left on this device.', details: '' });
    await timers.pass(600);
    expect(status()).toMatchObject({ phase: 'trouble', failure: { kind: 'full' } });
    store.change = change;
    await timers.pass(2_000);
    expect([...server.texts()]).toEqual([[first, 'Milk']]);
    expect(status()).toMatchObject({ phase: 'idle', failure: null });
  });

  it('says so where the device’s copy cannot be read any more', async () => {
    const { device, store, status } = await started();
    store.outbox = () => Promise.reject(new Error('The database was deleted.'));
    await device.sync();
    expect(status()).toMatchObject({
      phase: 'trouble',
      failure: { kind: 'broken', details: 'Error: The database was deleted.' },
    });
  });
});
