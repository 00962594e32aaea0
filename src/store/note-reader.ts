import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { ChangeChannel } from './change-channel.ts';
import { createChangeFeed } from './change-feed.ts';
import { openToRead } from './note-database.ts';
import type { StoreChange } from './note-store.ts';
import { parseTextRow } from './stored-rows.ts';
import { readSummaries } from './summary-reads.ts';

/** The notes of a database that somebody else writes. */
export interface NoteReader {
  summaries(): AsyncIterable<readonly NoteSummary[]>;
  texts(ids: readonly NoteId[]): Promise<ReadonlyMap<NoteId, string>>;
  subscribe(listener: (changed: StoreChange['changed']) => void): () => void;
  close(): void;
}

/** From so many on, all that lies between the first and the last of them is read in one go, which is many times quicker. */
const many = 50;

/** Rejects where there is no database of this name. */
export async function openNoteReader(name: string, openChannel: (name: string) => ChangeChannel): Promise<NoteReader> {
  const database = await openToRead(name);
  const feed = createChangeFeed(openChannel(name));

  async function rowsOf(ids: readonly NoteId[]): Promise<readonly unknown[]> {
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (ids.length >= many) return database.getAll('records', IDBKeyRange.bound(first, last));
    const { store } = database.transaction('records');
    return Promise.all(ids.map((id) => store.get(id)));
  }

  return {
    // Those that cannot be read are made anew by the one who writes.
    summaries: () => readSummaries({ read: (work) => work(database) }, async () => []),
    async texts(ids) {
      const rows = await rowsOf(ids.toSorted());
      return new Map(
        rows.flatMap((row) => {
          const parsed = parseTextRow(row);
          return parsed === undefined ? [] : [[parsed.id, parsed.text] as const];
        }),
      );
    },
    subscribe: (listener) => feed.subscribe(({ changed }) => listener(changed)),
    close() {
      feed.close();
      database.close();
    },
  };
}
