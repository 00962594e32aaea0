/** A database as an older Satchel made and filled it, written down literally: it must never follow the code of today. */
export interface OlderDatabase {
  readonly version: number;
  /** Called while the database is made. */
  readonly make: (database: IDBDatabase) => void;
  /** Rows by the name of their store; `key` where the rows do not hold it. */
  readonly rows: Readonly<Record<string, readonly { readonly value: unknown; readonly key?: string }[]>>;
}

const failure = { kind: 'too-large', message: 'Too large.', details: '413' };

const version1: OlderDatabase = {
  version: 1,
  make(database) {
    const records = database.createObjectStore('records', { keyPath: 'record.id' });
    records.createIndex('unsent', 'unsentSince');
    records.createIndex('keys', 'keys', { multiEntry: true });
    database.createObjectStore('summaries', { keyPath: 'id' }).createIndex('order', ['order', 'id']);
    database.createObjectStore('versions');
    database.createObjectStore('discarded', { keyPath: 'key' });
    database.createObjectStore('meta');
    database.createObjectStore('aside', { autoIncrement: true });
  },
  rows: {
    records: [
      {
        value: {
          record: {
            id: 'saved',
            text: 'Saved',
            attachment: null,
            createdAt: 1,
            changedAt: 40,
            base: { text: 'Saved', attachment: null, version: 3, at: 41 },
            sending: null,
            waiting: null,
            problem: null,
          },
          keys: [],
        },
      },
      {
        value: {
          record: {
            id: 'waiting',
            text: '# Waiting\nwith ![x](attachment:~/1-x.png)',
            attachment: null,
            createdAt: null,
            changedAt: 30,
            base: { text: '', attachment: null, version: 2, at: 20, deleted: true },
            sending: { kind: 'save', text: '# Waiting', attachment: null, version: 2, since: 25 },
            waiting: { kind: 'save', since: 30 },
            problem: { failure, attempts: 2, nextTryAt: null },
          },
          keys: ['us-east-1:me/1-x.png'],
          unsentSince: 25,
        },
      },
      {
        value: {
          record: {
            id: 'leaving',
            text: 'Leaving',
            attachment: 'old.png',
            createdAt: null,
            changedAt: 20,
            base: { text: 'Leaving', attachment: 'old.png', version: 0, at: 20 },
            sending: null,
            waiting: { kind: 'delete', since: 28, notBefore: 38 },
            problem: null,
          },
          keys: ['us-east-1:me/old.png', 'private/us-east-1:me/old.png'],
          unsentSince: 28,
        },
      },
      { value: { record: { id: 'broken', text: 5 }, keys: [], unsentSince: 1 } },
    ],
    summaries: [
      ...(
        [
          ['saved', 'Saved', 40, 'saved', 0],
          ['waiting', 'Waiting', 30, 'not saved', 1],
        ] as const
      ).map(([id, title, changedAt, state, attachments]) => ({
        value: {
          id,
          order: -changedAt,
          summary: {
            ...{ id, title, snippet: '', tags: [], pinned: false, archived: false, trashedAt: null },
            ...{ attachments, createdAt: 1, changedAt, state },
          },
        },
      })),
    ],
    versions: [
      { key: 'saved', value: 3 },
      { key: 'waiting', value: 2 },
      { key: 'leaving', value: 0 },
    ],
    discarded: [{ value: { key: 'us-east-1:me/gone.png', notBefore: 9 } }],
    meta: [
      { key: 'pull mark', value: { profile: 'versioned', cursor: 'c17', at: 41 } },
      { key: 'revision', value: 12 },
    ],
    aside: [{ value: { id: 'aside', row: { record: { id: 'aside' } }, at: 7 } }],
  },
};

/** With a local history. */
const version2: OlderDatabase = {
  version: 2,
  make(database) {
    const records = database.createObjectStore('records', { keyPath: 'record.id' });
    records.createIndex('unsent', 'unsentSince');
    records.createIndex('keys', 'keys', { multiEntry: true });
    database.createObjectStore('summaries', { keyPath: 'id' }).createIndex('order', ['order', 'id']);
    database.createObjectStore('versions');
    database.createObjectStore('discarded', { keyPath: 'key' });
    database.createObjectStore('meta');
    database.createObjectStore('aside', { autoIncrement: true });
    const history = database.createObjectStore('history', { keyPath: 'id', autoIncrement: true });
    history.createIndex('noteId', 'noteId');
    history.createIndex('reason', ['reason', 'at']);
  },
  rows: {
    ...version1.rows,
    history: [
      { value: { id: 4, noteId: 'waiting', at: 20, text: '# Wait\n![y](attachment:~/2-y.png)', reason: 'writing' } },
      { value: { id: 5, noteId: 'gone', at: 21, text: 'Gone', reason: 'gone' } },
      { value: { id: 7, noteId: 'waiting', at: 30, text: '# Waiting', reason: 'mine' } },
    ],
  },
};

/** One of every version before today's. All hold the same notes. */
export const olderDatabases: readonly OlderDatabase[] = [version1, version2];

export function makeOlderDatabase(name: string, { version, make, rows }: OlderDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => make(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const filling = database.transaction(Object.keys(rows), 'readwrite');
      for (const [store, all] of Object.entries(rows)) {
        for (const { value, key } of all) filling.objectStore(store).add(value, key);
      }
      filling.onerror = () => reject(filling.error);
      filling.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}
