import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { StoreFailure } from './note-store.ts';
import { storeFailure, takenFailure, terminatedFailure } from './store-failure.ts';

const version = 3;

/** Values are `unknown`: they are parsed when they are read. What the indexes need stands beside them. */
interface NoteDatabaseSchema extends DBSchema {
  /** `{ record, keys, unsentSince? }` */
  records: { key: string; value: unknown; indexes: { unsent: number; keys: string } };
  /** `{ id, order, summary }`, `order` being the negated time of the last change, so that the index gives the last changed first. */
  summaries: { key: string; value: unknown; indexes: { order: [number, string] } };
  /** The version of each note that AWS has confirmed, under the note's id. */
  versions: { key: string; value: unknown };
  discarded: { key: string; value: unknown };
  /** Single values under their names. */
  meta: { key: string; value: unknown };
  /** What could not be read as a note, kept as it was found. */
  aside: { key: number; value: unknown };
  /** Snapshots, `{ id, noteId, at, text, reason }`; ids grow, so that those of one note are in order. */
  history: { key: number; value: unknown; indexes: { noteId: string; reason: [string, number] } };
  /** Files on their way to S3, without their bytes. */
  uploads: { key: string; value: unknown };
  /** What is known of the files that are kept. */
  files: { key: string; value: unknown };
  /** The bytes of a file of either store, a Blob under the object's key: they are not copied when one becomes the other. */
  bytes: { key: string; value: unknown };
  thumbs: { key: string; value: unknown };
}

export type NoteDatabase = IDBPDatabase<NoteDatabaseSchema>;

export type StoreName = StoreNames<NoteDatabaseSchema>;

export type WriteTransaction = IDBPTransaction<NoteDatabaseSchema, StoreName[], 'readwrite'>;

const blockedFailure: StoreFailure = {
  kind: 'broken',
  message:
    'Another tab has the notes open in an older form of this app. Close all other tabs of it, then reload this one.',
  details: 'Opening the database is blocked by an older connection.',
};

export interface OpenedDatabase {
  readonly database: NoteDatabase;
  /** There was none of this name before. */
  readonly isNew: boolean;
}

/**
 * Opens the database, made or brought up to date where needed. `onGone` is called at most once, when it is closed under us: another
 * tab deletes or upgrades it, or the browser ends the connection.
 */
export function openNoteDatabase(
  name: string,
  onGone: (failure: StoreFailure) => void,
): Promise<Result<OpenedDatabase, StoreFailure>> {
  return new Promise((resolve) => {
    let isBlocked = false;
    let isNew = false;
    const opening = openDB<NoteDatabaseSchema>(name, version, {
      upgrade(database, oldVersion) {
        isNew = oldVersion === 0;
        upgrade(database, oldVersion);
      },
      blocked() {
        isBlocked = true;
        resolve(failed(blockedFailure));
      },
      blocking() {
        void opening.then((database) => database.close());
        onGone(takenFailure);
      },
      terminated: () => onGone(terminatedFailure),
    });
    opening.then(
      (database) => (isBlocked ? database.close() : resolve(succeeded({ database, isNew }))),
      (error: unknown) => resolve(failed(storeFailure(error))),
    );
  });
}

/** Opens the database as it is, to read it; rejects where there is none. Closed as soon as somebody wants to delete or upgrade it. */
export function openToRead(name: string): Promise<NoteDatabase> {
  const opening = openDB<NoteDatabaseSchema>(name, undefined, {
    upgrade(_database, _oldVersion, _newVersion, transaction) {
      // Opening rejects for the same reason.
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
    blocking: () => void opening.then((database) => database.close()),
  });
  return opening;
}

/** Each step brings the database from one version to the next; a new version adds a step and changes none. */
function upgrade(database: NoteDatabase, oldVersion: number): void {
  if (oldVersion < 1) {
    const records = database.createObjectStore('records', { keyPath: 'record.id' });
    records.createIndex('unsent', 'unsentSince');
    records.createIndex('keys', 'keys', { multiEntry: true });
    database.createObjectStore('summaries', { keyPath: 'id' }).createIndex('order', ['order', 'id']);
    database.createObjectStore('versions');
    database.createObjectStore('discarded', { keyPath: 'key' });
    database.createObjectStore('meta');
    database.createObjectStore('aside', { autoIncrement: true });
  }
  if (oldVersion < 2) {
    const history = database.createObjectStore('history', { keyPath: 'id', autoIncrement: true });
    history.createIndex('noteId', 'noteId');
    history.createIndex('reason', ['reason', 'at']);
  }
  if (oldVersion < 3) {
    for (const name of ['uploads', 'files', 'thumbs'] as const) database.createObjectStore(name, { keyPath: 'key' });
    database.createObjectStore('bytes');
  }
}
