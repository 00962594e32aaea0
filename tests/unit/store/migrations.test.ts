import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import { noteId } from '../notes/a-note-id.ts';
import { aChannelHub } from './a-channel-hub.ts';
import { home } from './a-record.ts';
import { aNewUpload } from './an-upload.ts';
import { makeOlderDatabase, olderDatabases } from './older-databases.ts';

let databases = 0;
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const newName = () => {
  databases += 1;
  return `migration ${databases}`;
};

async function openStore(name: string) {
  const opened = await openIndexedDbNoteStore({
    name,
    home,
    openChannel: aChannelHub(),
    now: () => 1_000,
    onGone: ({ message }) => {
      throw new Error(message);
    },
  });
  if (!opened.ok) throw new Error(opened.failure.message);
  ends.push(() => opened.value.close());
  return opened.value;
}

/** Everything that a database is made of, but for its rows. */
async function schemaOf(name: string): Promise<unknown> {
  const database = await openDB(name);
  const schema = [...database.objectStoreNames].map((storeName) => {
    const { store } = database.transaction(storeName);
    const { keyPath, autoIncrement } = store;
    const indexes = [...store.indexNames].map((indexName) => {
      const { keyPath, multiEntry, unique } = store.index(indexName);
      return { indexName, keyPath, multiEntry, unique };
    });
    return { storeName, keyPath, autoIncrement, indexes };
  });
  const { version } = database;
  database.close();
  return { version, schema };
}

describe.each(olderDatabases)('a database of version $version', (older) => {
  async function opened() {
    const name = newName();
    await makeOlderDatabase(name, older);
    return { name, store: await openStore(name) };
  }

  it('is brought to the form of a new one', async () => {
    const { name } = await opened();
    const fresh = newName();
    await openStore(fresh);
    expect(await schemaOf(name)).toEqual(await schemaOf(fresh));
  });

  it('is not taken for a new one', async () => {
    expect((await opened()).store.isNew).toBe(false);
  });

  it('still has every note, byte for byte', async () => {
    const { store } = await opened();
    for (const { value } of older.rows.records ?? []) {
      const { record } = Object(value);
      expect(await store.read(noteId(record.id))).toEqual(record.id === 'broken' ? undefined : record);
    }
    const summaries: NoteSummary[] = [];
    for await (const chunk of store.summaries()) summaries.push(...chunk);
    expect(summaries.map(({ id, title, state }) => [id, title, state])).toEqual([
      ['saved', 'Saved', 'saved'],
      ['waiting', 'Waiting', 'not saved'],
    ]);
  });

  it('still has what is to be sent, in order, and what AWS has confirmed', async () => {
    const { store } = await opened();
    expect((await store.outbox()).map(({ id }) => id)).toEqual(['waiting', 'leaving']);
    expect(await store.confirmed()).toEqual(
      new Map([
        [noteId('saved'), 3],
        [noteId('waiting'), 2],
        [noteId('leaving'), 0],
      ]),
    );
    expect(await store.readPullMark()).toEqual({ profile: 'versioned', cursor: 'c17', at: 41 });
  });

  it('still knows which objects are named, and which were let go of', async () => {
    const { store } = await opened();
    expect((await store.naming('us-east-1:me/1-x.png')).map(({ id }) => id)).toEqual(['waiting']);
    expect(await store.discarded()).toEqual([{ key: 'us-east-1:me/gone.png', notBefore: 9 }]);
  });

  it('sets aside what is no note, beside what was set aside before', async () => {
    const { store } = await opened();
    await store.outbox();
    expect(await store.setAside()).toMatchObject([
      { id: 'aside', at: 7, json: '{"record":{"id":"aside"}}' },
      { id: 'broken', at: 1_000 },
    ]);
  });

  it('still has its history, as far as it kept one', async () => {
    const { store } = await opened();
    const snapshots = (older.rows.history ?? []).map(({ value }) => value);
    const of = (id: string) => snapshots.filter((snapshot) => Object(snapshot).noteId === id).toReversed();
    expect(await store.history(noteId('waiting'))).toEqual(of('waiting'));
    expect(await store.gone()).toEqual(of('gone'));
  });

  it('takes files along with its notes', async () => {
    const { store } = await opened();
    const id = noteId('saved');
    const along = aNewUpload('abc', { noteId: id });
    const changed = await store.change([id], (record) => record && { ...record, text: 'New' }, 'writing', [along]);
    expect(changed.ok).toBe(true);
    const files = await store.files();
    expect(await files.uploads()).toEqual([along.row]);
    expect(await (await files.bytes(along.row.key))?.text()).toBe('abc');
    expect(await files.kept()).toEqual([]);
  });

  it('takes changes, and keeps a history of them', async () => {
    const { store } = await opened();
    const id = noteId('saved');
    expect(await store.history(id)).toEqual([]);
    const changed = await store.change([id], (record) => record && { ...record, text: 'New' }, 'restoring');
    expect(changed.ok).toBe(true);
    expect(await store.history(id)).toMatchObject([{ noteId: id, text: 'Saved', reason: 'restored', at: 1_000 }]);
  });
});

it('Every version before this one is in the table', async () => {
  const name = newName();
  await openStore(name);
  const database = await openDB(name);
  ends.push(() => database.close());
  const before = Array.from({ length: database.version - 1 }, (_, index) => index + 1);
  expect(olderDatabases.map(({ version }) => version)).toEqual(before);
});
