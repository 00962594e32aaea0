import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteStore, StoreChange } from '#src/store/note-store.ts';
import { noteId } from '../notes/a-note-id.ts';
import { aBrowser } from './a-browser.ts';
import { aRecord } from './a-record.ts';
import { failWhenDone, refusePuts } from './refusals.ts';

const put = (store: NoteStore, id: string, text: string) =>
  store.change([noteId(id)], () => aRecord({ id, text }), 'writing');

async function titles(store: NoteStore): Promise<readonly string[]> {
  const summaries: NoteSummary[] = [];
  for await (const chunk of store.summaries()) summaries.push(...chunk);
  return summaries.map(({ title }) => title).sort();
}

describe('two tabs on one database', () => {
  it('see what either writes, and are told of it', async () => {
    const browser = aBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    const told: StoreChange[] = [];
    other.subscribe((change) => told.push(change));
    await put(one, 'a', 'Text');
    expect((await other.read(noteId('a')))?.text).toBe('Text');
    await one.change([noteId('a')], () => undefined, 'sync');
    expect(told).toMatchObject([
      { from: 'another tab', changed: [{ id: 'a', summary: { title: 'Text' } }] },
      { from: 'another tab', changed: [{ id: 'a', summary: null }] },
    ]);
  });

  it('never undo each other', async () => {
    const browser = aBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    const append = (store: NoteStore, letter: string) =>
      store.change([noteId('a')], (record) => aRecord({ id: 'a', text: (record?.text ?? '') + letter }), 'writing');
    await Promise.all([append(one, '1'), append(other, '2'), append(one, '3'), append(other, '4')]);
    expect((await one.read(noteId('a')))?.text).toHaveLength(4);
  });

  it('tell no old news when their messages cross', async () => {
    const browser = aBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    const held: unknown[] = [];
    browser.channel().listen((message) => held.push(message));
    await put(one, 'a', 'first');
    await put(other, 'a', 'second');
    const told: StoreChange[] = [];
    one.subscribe((change) => told.push(change));
    browser.channel().post(held[0]);
    expect(told).toEqual([]);
  });

  it('are told again of a note that went and came back', async () => {
    const browser = aBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    await put(one, 'a', '1');
    await put(one, 'a', '2');
    await one.change([noteId('a')], () => undefined, 'sync');
    const told: StoreChange[] = [];
    other.subscribe((change) => told.push(change));
    await put(one, 'a', '3');
    expect(told).toMatchObject([{ changed: [{ summary: { title: '3' } }] }]);
  });

  it('pay no heed to messages that are none', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    const told: StoreChange[] = [];
    store.subscribe((change) => told.push(change));
    for (const message of [
      null,
      'x',
      {},
      { revision: 9, changed: [{ id: 'a', summary: { title: 'x' } }] },
      { revision: 9, changed: [{ id: 5, summary: null }] },
    ]) {
      browser.channel().post(message);
    }
    expect(told).toEqual([]);
    browser.channel().post({ revision: 9, changed: [{ id: 'a', summary: null }] });
    expect(told).toHaveLength(1);
  });
});

describe('notes on the device', () => {
  it('are there again after closing', async () => {
    const browser = aBrowser();
    const before = await browser.openTab();
    await put(before, 'a', 'Text');
    await before.writePullMark({ profile: 'tutorial', at: 5 });
    before.close();
    const after = await browser.openTab();
    expect(await titles(after)).toEqual(['Text']);
    expect(await after.readPullMark()).toEqual({ profile: 'tutorial', at: 5 });
  });

  it('are set aside where they are no notes, and the others load', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    await put(store, 'a', 'Good');
    const broken = { record: { ...aRecord({ id: 'b' }), text: 5 }, keys: ['k'], unsentSince: 1 };
    await browser.spoil('records', broken);
    await browser.spoil('versions', 3, 'b');
    const told: StoreChange[] = [];
    store.subscribe((change) => told.push(change));
    expect(await store.outbox()).toEqual([]);
    expect(await store.setAside()).toEqual([{ id: 'b', at: 1_000, json: JSON.stringify(broken) }]);
    expect(told).toMatchObject([{ changed: [{ id: 'b', summary: null }] }]);
    expect(await store.read(noteId('b'))).toBeUndefined();
    expect(await store.naming('k')).toEqual([]);
    expect(await store.confirmed()).toEqual(new Map());
    expect(await titles(store)).toEqual(['Good']);
    const database = await openDB(browser.name);
    expect(await database.getAll('aside')).toEqual([{ id: 'b', row: broken, at: 1_000 }]);
    database.close();
  });

  it('are set aside when they are read or changed, too', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    await browser.spoil('records', { record: { id: 'b' } });
    expect(await store.read(noteId('b'))).toBeUndefined();
    await browser.spoil('records', { record: { id: 'b' } });
    const seen: unknown[] = [];
    await store.change(
      [noteId('b')],
      (record, id) => {
        seen.push(record);
        return aRecord({ id, text: 'New' });
      },
      'writing',
    );
    expect(seen).toEqual([undefined]);
    expect((await store.read(noteId('b')))?.text).toBe('New');
    expect(await store.setAside()).toHaveLength(2);
  });

  it('are left alone by a change that fails', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    await browser.spoil('records', { record: { id: 'b' } });
    const failing = store.change(
      [noteId('b')],
      () => {
        throw new Error('a bug');
      },
      'writing',
    );
    await expect(failing).rejects.toThrow('a bug');
    expect(await store.setAside()).toEqual([]);
  });

  it('get a new summary where the stored one cannot be read', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    await put(store, 'a', 'Title');
    await put(store, 'b', 'Other');
    await browser.spoil('summaries', { id: 'a', order: 0, summary: { title: 5 } });
    await browser.spoil('summaries', { id: 'ghost', order: -1, summary: null });
    expect(await titles(store)).toEqual(['Other', 'Title']);
    const database = await openDB(browser.name);
    expect(await database.getAllKeys('summaries')).toEqual(['a', 'b']);
    database.close();
  });

  it('are set aside as JSON, whatever they are', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    const cycle: Record<string, unknown> = { id: 'c' };
    cycle.self = cycle;
    for (const row of [{ record: { id: 'a' }, big: 5n }, { record: cycle }]) {
      await browser.spoil('records', row);
    }
    expect(await store.read(noteId('a'))).toBeUndefined();
    expect(await store.read(noteId('c'))).toBeUndefined();
    expect(await store.setAside()).toEqual([
      { id: 'a', at: 1_000, json: '{"record":{"id":"a"},"big":"5"}' },
      { id: 'c', at: 1_000, json: '"[object Object]"' },
    ]);
  });

  it('still have their history after closing, without what cannot be read of it', async () => {
    const browser = aBrowser();
    const before = await browser.openTab();
    await put(before, 'a', '1');
    await before.change([noteId('a')], () => aRecord({ id: 'a', text: '2' }), 'restoring');
    await before.change([noteId('a')], () => undefined, 'sync');
    before.close();
    await browser.spoil('history', { noteId: 'a', at: 1_000, text: 5, reason: 'gone' });
    await browser.spoil('history', { noteId: 'a', at: 1_000, text: 'x', reason: 'no reason' });
    const after = await browser.openTab();
    expect((await after.history(noteId('a'))).map(({ text }) => text)).toEqual(['2', '1']);
    expect((await after.gone()).map(({ text }) => text)).toEqual(['2']);
    await put(after, 'a', '3');
    await after.change([noteId('a')], () => aRecord({ id: 'a', text: '4' }), 'restoring');
    expect((await after.history(noteId('a'))).map(({ text }) => text)).toEqual(['3', '2', '1']);
  });

  it('are known to be the first on this device, or not', async () => {
    const browser = aBrowser();
    expect((await browser.openTab()).isNew).toBe(true);
    expect((await browser.openTab()).isNew).toBe(false);
  });

  it('are pulled anew where the mark cannot be read', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    await browser.spoil('meta', { profile: 'other' }, 'pull mark');
    await browser.spoil('discarded', { key: 'k', notBefore: 'soon' });
    expect(await store.readPullMark()).toBeUndefined();
    expect(await store.discarded()).toEqual([]);
  });
});

describe('a device without room', () => {
  it('says so with the write, and stays as it was', async () => {
    const store = await aBrowser().openTab();
    await put(store, 'a', 'before');
    const told: StoreChange[] = [];
    store.subscribe((change) => told.push(change));
    const restore = refusePuts('QuotaExceededError');
    const results = [await put(store, 'a', 'after'), await store.writePullMark({ profile: 'tutorial', at: 0 })];
    restore();
    for (const result of results) {
      expect(result).toMatchObject({ ok: false, failure: { kind: 'full' } });
      expect(!result.ok && result.failure.message).toMatch(/no room/);
    }
    expect((await store.read(noteId('a')))?.text).toBe('before');
    expect(await titles(store)).toEqual(['before']);
    expect(told).toEqual([]);
    expect((await put(store, 'a', 'after')).ok).toBe(true);
  });

  it('is told from a browser that refuses for other reasons', async () => {
    const store = await aBrowser().openTab();
    const restore = refusePuts('UnknownError');
    expect(await put(store, 'a', 'x')).toMatchObject({ ok: false, failure: { kind: 'broken' } });
    restore();
  });

  it('that notices only when all is to be written keeps nothing of it', async () => {
    const store = await aBrowser().openTab();
    const restore = failWhenDone();
    expect(await put(store, 'a', 'x')).toMatchObject({ ok: false, failure: { kind: 'full' } });
    restore();
    expect(await store.read(noteId('a'))).toBeUndefined();
  });
});

describe('a database that goes away', () => {
  it('in another tab closes here, and says so once', async () => {
    const browser = aBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    await put(one, 'a', 'x');
    expect(await other.destroy()).toEqual({ ok: true, value: undefined });
    expect(browser.gone).toMatchObject([{ kind: 'gone' }]);
    expect(await put(one, 'a', 'y')).toMatchObject({ ok: false, failure: { kind: 'gone' } });
    await expect(one.read(noteId('a'))).rejects.toMatchObject({ failure: { kind: 'gone' } });
    expect(await titles(await browser.openTab())).toEqual([]);
  });

  it('because a newer Satchel wants it lets that one have it', async () => {
    const browser = aBrowser();
    await browser.openTab();
    const newer = await openDB(browser.name, 99);
    expect(browser.gone).toMatchObject([{ kind: 'gone' }]);
    newer.close();
    expect(await browser.open()).toMatchObject({ ok: false, failure: { kind: 'broken' } });
  });

  it('cannot be deleted while a tab holds on to it, and the person is told', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    const held = await openDB(browser.name);
    const destroyed = await store.destroy();
    expect(destroyed).toMatchObject({ ok: false, failure: { kind: 'broken' } });
    expect(!destroyed.ok && destroyed.failure.message).toMatch(/Close all other tabs/);
    held.close();
    expect(await titles(await browser.openTab())).toEqual([]);
  });

  it('because the browser ended the connection says so', async () => {
    const browser = aBrowser();
    const databases = await openedBy(() => browser.openTab());
    // Its types ask for the class where it wants a connection.
    for (const database of databases) Reflect.apply(forceCloseDatabase, undefined, [database]);
    expect(browser.gone).toMatchObject([
      { kind: 'gone', details: 'The browser ended the connection to the database.' },
    ]);
  });

  it('finishes what was asked for before', async () => {
    const browser = aBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    const [written] = await Promise.all([put(one, 'a', 'x'), deleteDB(browser.name)]);
    expect(written.ok || written.failure.kind === 'gone').toBe(true);
    expect(browser.gone).toHaveLength(2);
    other.close();
  });
});

/** The connections that are opened meanwhile. */
async function openedBy(work: () => Promise<unknown>): Promise<readonly IDBDatabase[]> {
  const { open } = IDBFactory.prototype;
  const opened: IDBDatabase[] = [];
  IDBFactory.prototype.open = function watched(...values) {
    const request = open.apply(this, values);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  };
  await work();
  IDBFactory.prototype.open = open;
  return opened;
}
