import * as v from 'valibot';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { ChangeChannel } from './change-channel.ts';
import { createChangeFeed } from './change-feed.ts';
import type { IndexedDbFileStore } from './indexed-db-file-store.ts';
import type { NoteRecord } from './note-record.ts';
import type { NoteStore, StoreFailure } from './note-store.ts';
import { openStoreAccess } from './store-access.ts';
import { StoreUnreadable, storeFailure } from './store-failure.ts';
import { parseRecordRow } from './stored-rows.ts';
import { noteIdSchema } from './stored-schemas.ts';
import { readSummaries } from './summary-reads.ts';

export interface IndexedDbNoteStore extends NoteStore {
  /** The database was made by this opening: there was no copy of these notes on the device. */
  readonly isNew: boolean;
}

// A list is shown without these: what a summary is made of is most of what is known about Markdown.
const loadWrites = () => import('./record-changes.ts').then(succeeded, notLoaded);
const loadFiles = () => import('./indexed-db-file-store.ts').then(succeeded, notLoaded);
const loadFacts = () => import('./sync-facts.ts').then(succeeded, notLoaded);
const loadHistory = () => import('./history-reads.ts').then(succeeded, notLoaded);
const loadHistoryKeys = () => import('./history-keys.ts').then(succeeded, notLoaded);
const notLoaded = (error: unknown) => failed(storeFailure(error));

function needed<T>(loaded: Result<T, StoreFailure>): T {
  if (!loaded.ok) throw new StoreUnreadable(loaded.failure);
  return loaded.value;
}

type Facts = typeof import('./sync-facts.ts');

async function writeFacts(write: (facts: Facts) => Promise<Result<void, StoreFailure>>) {
  const facts = await loadFacts();
  return facts.ok ? write(facts.value) : facts;
}

const rowIdSchema = v.object({ record: v.object({ id: noteIdSchema }) });

/** Keeps the notes in the browser's database; tabs with the same `name` share them and tell each other of changes. */
export async function openIndexedDbNoteStore(deps: {
  /** See `databaseName`. */
  readonly name: string;
  readonly home: AttachmentHome;
  readonly openChannel: (name: string) => ChangeChannel;
  /** ms */
  readonly now: () => number;
  /** Called once when the database is closed under us: deleted or upgraded by another tab, or ended by the browser. */
  readonly onGone: (failure: StoreFailure) => void;
}): Promise<Result<IndexedDbNoteStore, StoreFailure>> {
  const { name, home, now } = deps;
  const opened = await openStoreAccess(name, deps.onGone);
  if (!opened.ok) return opened;
  const access = opened.value;
  const feed = createChangeFeed(deps.openChannel(name));

  let files: IndexedDbFileStore | undefined;

  async function openFiles(): Promise<Result<IndexedDbFileStore, StoreFailure>> {
    const loaded = await loadFiles();
    if (!loaded.ok) return loaded;
    files ??= loaded.value.createIndexedDbFileStore({ access, channel: deps.openChannel(`${name}:files`), now });
    return succeeded(files);
  }

  const change: NoteStore['change'] = async (...asked) => {
    const writes = await loadWrites();
    return writes.ok ? writes.value.changeRecords({ access, feed, home, now, openFiles }, ...asked) : writes;
  };

  /** The records among the rows; what is none is set aside. */
  async function recordsOf(rows: readonly unknown[]): Promise<readonly NoteRecord[]> {
    const records: NoteRecord[] = [];
    const broken: NoteId[] = [];
    for (const row of rows) {
      const record = parseRecordRow(row);
      const parsedId = v.safeParse(rowIdSchema, row);
      if (record !== undefined) records.push(record);
      else if (parsedId.success) broken.push(parsedId.output.record.id);
    }
    if (broken.length > 0) await change(broken, (record) => record, 'sync');
    return records;
  }

  async function remadeSummaries(ids: readonly NoteId[]): Promise<readonly NoteSummary[]> {
    const writes = await loadWrites();
    return writes.ok ? writes.value.remakeSummaries({ access, home, now }, ids) : [];
  }

  function end(): void {
    feed.close();
    files?.close();
  }

  return succeeded({
    isNew: access.isNew,
    summaries: () => readSummaries(access, remadeSummaries),
    async read(id) {
      const row = await access.read((database) => database.get('records', id));
      return row === undefined ? undefined : (await recordsOf([row]))[0];
    },
    outbox: async () => recordsOf(await access.read((database) => database.getAllFromIndex('records', 'unsent'))),
    confirmed: async () => needed(await loadFacts()).readConfirmed(access),
    change,
    history: async (id) => needed(await loadHistory()).readHistory(access, id),
    gone: async () => needed(await loadHistory()).readGone(access, now()),
    namedInHistory: async (keys) =>
      needed(await loadHistoryKeys()).readNamedInHistory(access, { keys, home, now: now() }),
    setAside: async () => needed(await loadHistory()).readSetAside(access),
    naming: async (key) => recordsOf(await access.read((database) => database.getAllFromIndex('records', 'keys', key))),
    discard: (...asked) => writeFacts((facts) => facts.discardKeys(access, ...asked)),
    discarded: async () => needed(await loadFacts()).readDiscarded(access),
    forgetDiscarded: (key) => writeFacts((facts) => facts.forgetKey(access, key)),
    files: async () => needed(await openFiles()),
    readPullMark: async () => needed(await loadFacts()).readMark(access),
    writePullMark: (mark) => writeFacts((facts) => facts.writeMark(access, mark)),
    subscribe: (listener) => feed.subscribe(listener),
    close() {
      end();
      access.close();
    },
    destroy() {
      end();
      return access.destroy();
    },
  });
}
