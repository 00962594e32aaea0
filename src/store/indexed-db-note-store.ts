import * as v from 'valibot';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { ChangeChannel } from './change-channel.ts';
import { createChangeFeed, type RevisedSummary } from './change-feed.ts';
import type { NoteRecord } from './note-record.ts';
import type { NoteStore, StoreFailure } from './note-store.ts';
import { readRows, recordStores, writeRecord } from './record-writes.ts';
import { openStoreAccess } from './store-access.ts';
import { parseRecordRow } from './stored-rows.ts';
import { discardedSchema, noteIdSchema, pullMarkSchema } from './stored-schemas.ts';
import { readSummaries } from './summary-reads.ts';
import { applyTransition, type Transition } from './transitions.ts';

export interface IndexedDbNoteStore extends NoteStore {
  /** How many stored values were no notes and were put out of the way; they are kept until the store is destroyed. */
  setAside(): Promise<number>;
}

const pullMarkName = 'pull mark';
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
  const opened = await openStoreAccess(name, 'strict', deps.onGone);
  if (!opened.ok) return opened;
  const access = opened.value;
  const feed = createChangeFeed(deps.openChannel(name));

  async function change(ids: readonly NoteId[], transition: Transition) {
    let published: readonly RevisedSummary[] = [];
    const written = await access.write(recordStores, async (transaction) => {
      const { rows, broken } = await readRows(transaction, ids, now());
      const before = new Map([...rows].map(([id, { record }]) => [id, record]));
      const { after, changed } = applyTransition(ids, before, transition);
      published = await Promise.all(
        [...changed].map(([id, record]) => {
          // Grows from tab to tab, and where a note is made again under the id of one that went.
          const revision = Math.max(now(), (rows.get(id)?.revision ?? 0) + 1);
          return writeRecord(transaction, { id, record, revision }, home);
        }),
      );
      return after;
    });
    if (written.ok) feed.publish(published);
    return written;
  }

  /** The records among the rows; what is none is set aside. */
  async function recordsOf(rows: readonly unknown[]): Promise<readonly NoteRecord[]> {
    const records: NoteRecord[] = [];
    const broken: NoteId[] = [];
    for (const row of rows) {
      const record = parseRecordRow(row)?.record;
      const parsedId = v.safeParse(rowIdSchema, row);
      if (record !== undefined) records.push(record);
      else if (parsedId.success) broken.push(parsedId.output.record.id);
    }
    if (broken.length > 0) await change(broken, (record) => record);
    return records;
  }

  async function remadeSummaries(ids: readonly NoteId[]): Promise<readonly NoteSummary[]> {
    const remade = await access.write(recordStores, async (transaction) => {
      const { rows } = await readRows(transaction, ids, now());
      return Promise.all(
        ids.map((id) =>
          writeRecord(transaction, { id, record: rows.get(id)?.record, revision: rows.get(id)?.revision ?? 0 }, home),
        ),
      );
    });
    return remade.ok ? remade.value.flatMap(({ summary }) => summary ?? []) : [];
  }

  return succeeded({
    summaries: () => readSummaries(access, remadeSummaries),
    async read(id) {
      const row = await access.read((database) => database.get('records', id));
      return row === undefined ? undefined : (await recordsOf([row]))[0];
    },
    outbox: async () => recordsOf(await access.read((database) => database.getAllFromIndex('records', 'unsent'))),
    async confirmed() {
      const [ids, versions] = await access.read((database) => {
        const store = database.transaction('versions').store;
        return Promise.all([store.getAllKeys(), store.getAll()]);
      });
      const entries = ids.map((id, index) => [id, versions[index]]);
      return new Map(
        entries.flatMap((entry) => {
          const parsed = v.safeParse(v.tuple([noteIdSchema, v.number()]), entry);
          return parsed.success ? [parsed.output] : [];
        }),
      );
    },
    change,
    naming: async (key) => recordsOf(await access.read((database) => database.getAllFromIndex('records', 'keys', key))),
    discard: (keys, notBefore) =>
      access.write(['discarded'], async (transaction) => {
        const store = transaction.objectStore('discarded');
        await Promise.all(keys.map((key) => store.put({ key, notBefore })));
      }),
    async discarded() {
      const rows = await access.read((database) => database.getAll('discarded'));
      return rows.flatMap((row) => {
        const parsed = v.safeParse(discardedSchema, row);
        return parsed.success ? [parsed.output] : [];
      });
    },
    forgetDiscarded: (key) =>
      access.write(['discarded'], (transaction) => transaction.objectStore('discarded').delete(key)),
    async readPullMark() {
      const parsed = v.safeParse(pullMarkSchema, await access.read((database) => database.get('meta', pullMarkName)));
      return parsed.success ? parsed.output : undefined;
    },
    writePullMark: (mark) =>
      access.write(['meta'], async (transaction) => {
        await transaction.objectStore('meta').put(mark, pullMarkName);
      }),
    setAside: () => access.read((database) => database.count('aside')),
    subscribe: (listener) => feed.subscribe(listener),
    close() {
      feed.close();
      access.close();
    },
    destroy() {
      feed.close();
      return access.destroy();
    },
  });
}
