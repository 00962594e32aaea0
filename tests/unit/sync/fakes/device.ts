// What sync loads when it is wanted takes no time in these tests.
import '#src/sync/discards.ts';
import type { NotesApi } from '#src/aws/notes-api.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';
import { createLiveList } from '#src/store/live-list.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import { isLeaving, type NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import * as edits from '#src/store/person-edits.ts';
import { createNotebook } from '#src/sync/create-notebook.ts';
import { createNotebookFiles } from '#src/sync/create-notebook-files.ts';
import { createSyncEngine, type SyncEngine } from '#src/sync/engine.ts';
import type { KeptLimit } from '#src/sync/kept-room.ts';
import type { Locks } from '#src/sync/locks.ts';
import type { Notebook } from '#src/sync/notebook.ts';
import { createTabSync } from '#src/sync/tab-sync.ts';
import type { Timers } from '#src/sync/timers.ts';
import { aChannelHub } from '../../store/a-channel-hub.ts';
import { type Bucket, createFakeFiles, type FakeFiles } from './fake-files.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import type { FakeNotesServer } from './fake-notes-server.ts';
import { createFakeLocks, createFakePage, type FakePage } from './fake-page.ts';
import { ana, createFakeSession, type FakeSession } from './fake-session.ts';
import { settled } from './fake-timers.ts';

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
export interface App {
  readonly engine: SyncEngine;
  readonly notebook: Notebook;
  readonly page: FakePage;
}

/** Ana's device, in reach of the server. */
export interface Device {
  readonly network: FakeNetwork;
  readonly session: FakeSession;
  readonly files: FakeFiles;
  readonly store: NoteStore;
  /** How many bytes of what is in S3 the browser may keep, and whether it is to use little of the network. */
  readonly keeping: KeptLimit & { most: number; savesData: boolean };
  /** The app in the tab that is in sight. */
  app(): App;
  /** Ends the app in the middle of whatever it does, in every tab, and starts it anew in one. */
  restart(): Promise<void>;
  /** Brings a second tab to the front, or the other one of two. */
  switchTab(): Promise<void>;
  /** Ends the tab in sight in the middle of whatever it does; the other one, or a new one, is in sight then. */
  closeTab(): Promise<void>;
  /** Says something to all its tabs. */
  say(message: unknown): void;
  /** Types a whole new text. */
  type(id: NoteId, text: string): Promise<void>;
  delete(id: NoteId): Promise<void>;
  /** A round of sync that tries everything. */
  sync(): Promise<void>;
  record(id: NoteId): Promise<NoteRecord>;
  /** The text of the note, null where there is none, or where it is on its way out. */
  text(id: NoteId): Promise<string | null>;
}

interface Tab extends App {
  die(): void;
}

export interface DeviceParts {
  readonly bucket?: Bucket;
  /** The API in place of the server's own. */
  readonly api?: (network: FakeNetwork) => NotesApi;
  readonly store?: NoteStore;
  /** Bytes that are free on the device; null: the browser does not tell. */
  readonly free?: () => number | null;
}

export function createDevice(server: FakeNotesServer, timers: Timers, parts: DeviceParts = {}): Device {
  const network = createFakeNetwork(timers);
  const session = createFakeSession();
  const files = createFakeFiles(network, parts.bucket);
  const store = parts.store ?? createMemoryNoteStore({ home, now: timers.now });
  const api = (parts.api ?? server.reachedBy)(network);
  const locks = createFakeLocks();
  const keeping = {
    most: 100,
    savesData: false,
    get: () => keeping.most,
    set(bytes: number) {
      keeping.most = bytes;
    },
  };
  const openChannel = aChannelHub();
  const room = {
    estimate: async () => ({ usage: 1_000, quota: 10_000 }),
    persisted: async () => false,
    persist: async () => true,
  };
  let dice = 0;
  let tabs: readonly Tab[] = [open()];

  function open(): Tab {
    const page = createFakePage(network);
    const mine = mortal(store, locks);
    const channel = openChannel('ana');
    const shared = {
      watched: [],
      store: mine.store,
      objects: files.storage,
      session,
      user: ana,
      home,
      page,
      edits,
      channel,
      timers,
      random: () => 0,
    };
    const now = timers.now;
    const randomBytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at + dice++) % 256);
    const makeThumbnail = async () => null;
    const maxBytes = 10 * megabyte;
    const list = createLiveList(mine.store);
    const attachments = createNotebookFiles({
      ...{ ...shared, list, now, randomBytes, maxBytes, makeThumbnail },
      limit: keeping,
      savesData: () => keeping.savesData,
      estimate: async () => ({ quota: parts.free?.() ?? undefined }),
      browser: room,
      breathe: async () => {},
    });
    const engine = createTabSync({
      createEngine: () => attachments.sentBy(createSyncEngine({ ...shared, api })),
      locks: mine.locks,
      lockName: 'ana',
      channel,
      page,
      newRequest: () => String(now()),
    });
    const search = () => Promise.reject(new Error('Nobody searches on this device.'));
    const notebook = createNotebook({ ...shared, list, search, engine, files: attachments.files, now, randomBytes });
    const die = () => {
      channel.close();
      list.stop();
      mine.die();
    };
    return { engine, notebook, page, die };
  }

  const front = (): Tab => tabs[0] ?? raise();

  /** The first of `shown` is in sight, the others are not. */
  async function show(shown: readonly Tab[]): Promise<void> {
    tabs = shown;
    for (const { page } of tabs.slice(1)) {
      page.isVisible = false;
      page.tell('hidden');
    }
    front().page.isVisible = true;
    front().engine.start();
    front().page.tell('focus');
    await settled();
  }

  return {
    network,
    session,
    files,
    store,
    keeping,
    app: front,
    async restart() {
      for (const tab of tabs) tab.die();
      await show([open()]);
    },
    switchTab: () => show([tabs[1] ?? open(), front()]),
    async closeTab() {
      front().die();
      await show([tabs[1] ?? open()]);
    },
    say: (message) => openChannel('ana').post(message),
    async type(id, text) {
      const seen = (await store.read(id))?.text ?? '';
      const written = await front().notebook.write(id, { seen, text });
      if (!written.ok) throw new Error(written.failure.message);
    },
    async delete(id) {
      await front().notebook.deleteForEver(id);
    },
    async sync() {
      await front().engine.syncNow();
    },
    async record(id) {
      const record = await store.read(id);
      if (record === undefined) throw new Error(`no note ${id} on the device`);
      return record;
    },
    async text(id) {
      const record = await store.read(id);
      return record === undefined || isLeaving(record) ? null : record.text;
    },
  };
}

function raise(): never {
  throw new Error('no tab is open');
}

/** A store that answers nothing any more once its app has died, and locks that are then let go. */
function mortal(store: NoteStore, locks: Locks): { readonly store: NoteStore; readonly locks: Locks; die(): void } {
  let dead = false;
  let tellOfDeath = () => {};
  const death = new Promise<never>((_, reject) => {
    tellOfDeath = () => reject(new DOMException('The app has died.', 'AbortError'));
  });
  death.catch(() => {});
  const proxied = <T extends object>(whole: T): T =>
    new Proxy(whole, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        if (name === 'files') return async () => proxied(await store.files());
        return (...given: unknown[]) => (dead ? new Promise(() => {}) : Reflect.apply(member, target, given));
      },
    });
  const proxy = proxied(store);
  return {
    store: proxy,
    locks: { alone: (name, signal, work) => locks.alone(name, signal, () => Promise.race([work(), death])) },
    die() {
      dead = true;
      tellOfDeath();
    },
  };
}
