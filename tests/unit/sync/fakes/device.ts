import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import * as edits from '#src/store/person-edits.ts';
import { createNotebook } from '#src/sync/create-notebook.ts';
import { createSyncEngine, type SyncEngine } from '#src/sync/engine.ts';
import type { Locks } from '#src/sync/locks.ts';
import type { Notebook } from '#src/sync/notebook.ts';
import { createUploads, type Uploads } from '#src/sync/uploads.ts';
import { createFakeFiles, type FakeFiles } from './fake-files.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import type { FakeNotesServer } from './fake-notes-server.ts';
import { createFakeLocks, createFakePage, type FakePage } from './fake-page.ts';
import { ana, createFakeSession, type FakeSession } from './fake-session.ts';
import { type FakeTimers, settled } from './fake-timers.ts';

export const home: AttachmentHome = {
  identityId: ana.identityId,
  bucket: 'bucket',
  prefix: `${ana.identityId}/`,
};

export const megabyte = 1024 * 1024;

/** A note's id out of a short name. */
export function noteId(name: string): NoteId {
  const id = parseNoteId(
    `018c0000-0000-7000-8000-${[...name]
      .map((letter) => letter.charCodeAt(0).toString(16))
      .join('')
      .padStart(12, '0')}`,
  );
  if (id === undefined) throw new Error(`no id: ${name}`);
  return id;
}

/** The app in one tab of one browser: what it keeps on the device outlives it. */
interface App {
  readonly engine: SyncEngine;
  readonly notebook: Notebook;
  readonly uploads: Uploads;
  readonly page: FakePage;
}

/** Ana's device, in reach of the server. */
export interface Device {
  readonly network: FakeNetwork;
  readonly session: FakeSession;
  readonly files: FakeFiles;
  readonly store: NoteStore;
  /** The app as it runs now. */
  app(): App;
  /** Ends the app in the middle of whatever it does, and starts it anew. */
  restart(): Promise<void>;
  /** Types a whole new text. */
  type(id: NoteId, text: string): Promise<void>;
  delete(id: NoteId): Promise<void>;
  /** A round of sync that tries everything. */
  sync(): Promise<void>;
  record(id: NoteId): Promise<NoteRecord>;
  /** The text of the note, null where there is none, or where it is on its way out. */
  text(id: NoteId): Promise<string | null>;
}

export function createDevice(
  server: FakeNotesServer,
  timers: FakeTimers,
  shared: { readonly objects?: Map<string, Blob>; readonly locks?: Locks } = {},
): Device {
  const network = createFakeNetwork();
  const session = createFakeSession();
  const files = createFakeFiles(network, shared.objects);
  const store = createMemoryNoteStore({ home, now: timers.now });
  const api = server.reachedBy(network);
  let current = open();

  function open(): App & { readonly die: () => void } {
    const page = createFakePage(network);
    const { store: ownStore, locks, die } = mortal(store, shared.locks ?? createFakeLocks());
    const parts = { store: ownStore, files, session, user: ana, home, page, edits };
    const now = timers.now;
    const randomBytes = (length: number) => Uint8Array.from({ length }, (_, at) => at);
    const uploads = createUploads({ ...parts, now, randomBytes, maxBytes: 10 * megabyte });
    const engine = createSyncEngine({ ...parts, api, timers, random: () => 0, locks, lockName: 'ana' });
    const list = { get: () => ({ notes: [], complete: true }), subscribe: () => () => {} };
    const notebook = createNotebook({ ...parts, list, engine, uploads, now, randomBytes });
    return { engine, notebook, uploads, page, die };
  }

  return {
    network,
    session,
    files,
    store,
    app: () => current,
    async restart() {
      current.die();
      current = open();
      current.engine.start();
      await settled();
    },
    async type(id, text) {
      const seen = (await store.read(id))?.text ?? '';
      const written = await current.notebook.write(id, { seen, text });
      if (!written.ok) throw new Error(written.failure.message);
    },
    async delete(id) {
      await current.notebook.deleteForEver(id);
    },
    async sync() {
      await current.engine.syncNow();
    },
    async record(id) {
      const record = await store.read(id);
      if (record === undefined) throw new Error(`no note ${id} on the device`);
      return record;
    },
    async text(id) {
      const record = await store.read(id);
      const leaving = record?.waiting?.kind === 'delete' || (record?.sending?.kind === 'delete' && !record.waiting);
      return record === undefined || leaving ? null : record.text;
    },
  };
}

/** A store that answers nothing any more once its app has died, and locks that are then let go. */
function mortal(store: NoteStore, locks: Locks): { readonly store: NoteStore; readonly locks: Locks; die(): void } {
  let dead = false;
  let tellOfDeath = () => {};
  const death = new Promise<never>((_, reject) => {
    tellOfDeath = () => reject(new Error('The app has died.'));
  });
  death.catch(() => {});
  const proxy = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => (dead ? new Promise(() => {}) : Reflect.apply(member, target, given));
    },
  });
  return {
    store: proxy,
    locks: { alone: (name, signal, work) => locks.alone(name, signal, () => Promise.race([work(), death])) },
    die() {
      dead = true;
      tellOfDeath();
    },
  };
}
