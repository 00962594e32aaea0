import * as v from 'valibot';
import type { NoteId } from '#src/notes/note-id.ts';
import type { StoreAccess } from './store-access.ts';
import { noteIdSchema } from './stored-schemas.ts';
import { stringsIn } from './strings-in.ts';

type Readable = Pick<StoreAccess, 'read'>;

/** How much is read at once: while it is, no note can be written. */
const entries = 2_000;
const letters = 1_000_000;

const entrySchema = v.tuple([v.string(), noteIdSchema]);

/** See `FileStore.named`. Of the index alone, so that no text is read. */
export async function readNamed(access: Readable): Promise<ReadonlyMap<string, readonly NoteId[]>> {
  const named = new Map<string, NoteId[]>();
  let last: readonly [key: string, id: string] | null = null;
  for (;;) {
    const portion = await namesAfter(access, last);
    for (const entry of portion) {
      const parsed = v.safeParse(entrySchema, entry);
      if (!parsed.success) continue;
      const [key, id] = parsed.output;
      const ids = named.get(key);
      if (ids === undefined) named.set(key, [id]);
      else ids.push(id);
    }
    last = portion.at(-1) ?? null;
    if (last === null) return named;
  }
}

function namesAfter(access: Readable, last: readonly [key: string, id: string] | null) {
  return access.read(async (database) => {
    const found: (readonly [key: string, id: string])[] = [];
    const index = database.transaction('records').store.index('keys');
    let cursor = await index.openKeyCursor(last === null ? null : IDBKeyRange.lowerBound(last[0]));
    while (cursor !== null && found.length < entries) {
      const { key, primaryKey: id } = cursor;
      if (last === null || key !== last[0] || id > last[1]) found.push([key, id]);
      cursor = await cursor.continue();
    }
    return found;
  });
}

/** See `FileStore.texts`. */
export async function* readTexts(access: Readable): AsyncIterable<readonly string[]> {
  for (const store of ['records', 'history', 'aside'] as const) {
    let last: IDBValidKey | null = null;
    for (;;) {
      const portion: { readonly texts: readonly string[]; readonly last: IDBValidKey | null } = await textsAfter(
        access,
        store,
        last,
      );
      if (portion.last === null) break;
      yield portion.texts;
      last = portion.last;
    }
  }
}

function textsAfter(access: Readable, store: 'records' | 'history' | 'aside', after: IDBValidKey | null) {
  return access.read(async (database) => {
    const texts: string[] = [];
    let last: IDBValidKey | null = null;
    let read = 0;
    const all = database.transaction(store).objectStore(store);
    let cursor = await all.openCursor(after === null ? null : IDBKeyRange.lowerBound(after, true));
    while (cursor !== null && read < letters) {
      const found = stringsIn(cursor.value);
      texts.push(...found);
      read += found.reduce((sum, text) => sum + text.length, 0);
      last = cursor.key;
      cursor = await cursor.continue();
    }
    return { texts, last };
  });
}
