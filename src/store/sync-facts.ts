import * as v from 'valibot';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Result } from '#src/notes/result.ts';
import type { DiscardedKey, PullMark, StoreFailure } from './note-store.ts';
import type { StoreAccess } from './store-access.ts';
import { noteIdSchema, time } from './stored-schemas.ts';

// What sync keeps beside the notes. A list is shown without it.

type Readable = Pick<StoreAccess, 'read'>;
type Writable = Pick<StoreAccess, 'write'>;

const pullMarkName = 'pull mark';

const confirmedSchema = v.tuple([noteIdSchema, v.number()]);

const discardedSchema: v.GenericSchema<unknown, DiscardedKey> = v.object({
  key: v.string(),
  notBefore: time,
  why: v.exactOptional(v.picklist(['lost', 'named'])),
  refused: v.exactOptional(v.string()),
});

/** undefined: it is none. */
export function parseDiscarded(row: unknown): DiscardedKey | undefined {
  const parsed = v.safeParse(discardedSchema, row);
  return parsed.success ? parsed.output : undefined;
}

const pullMarkSchema: v.GenericSchema<unknown, PullMark> = v.variant('profile', [
  v.object({ profile: v.literal('versioned'), cursor: v.string(), at: time }),
  v.object({ profile: v.literal('tutorial'), at: time, longList: v.exactOptional(v.literal(true)) }),
]);

export async function readConfirmed(access: Readable): Promise<ReadonlyMap<NoteId, number>> {
  const [ids, versions] = await access.read((database) => {
    const { store } = database.transaction('versions');
    return Promise.all([store.getAllKeys(), store.getAll()]);
  });
  return new Map(
    ids.flatMap((id, index) => {
      const parsed = v.safeParse(confirmedSchema, [id, versions[index]]);
      return parsed.success ? [parsed.output] : [];
    }),
  );
}

export function discardKeys(
  access: Writable,
  keys: readonly string[],
  notBefore: number,
  why?: DiscardedKey['why'],
  refused?: string,
): Promise<Result<void, StoreFailure>> {
  return access.write(['discarded'], async (transaction) => {
    const store = transaction.objectStore('discarded');
    const about = { ...(why && { why }), ...(refused === undefined ? {} : { refused }) };
    await Promise.all(keys.map((key) => store.put({ key, notBefore, ...about })));
  });
}

export async function readDiscarded(access: Readable): Promise<readonly DiscardedKey[]> {
  const rows = await access.read((database) => database.getAll('discarded'));
  return rows.flatMap((row) => parseDiscarded(row) ?? []);
}

export const forgetKey = (access: Writable, key: string): Promise<Result<void, StoreFailure>> =>
  access.write(['discarded'], (transaction) => transaction.objectStore('discarded').delete(key));

export async function readMark(access: Readable): Promise<PullMark | undefined> {
  const parsed = v.safeParse(pullMarkSchema, await access.read((database) => database.get('meta', pullMarkName)));
  return parsed.success ? parsed.output : undefined;
}

export const writeMark = (access: Writable, mark: PullMark): Promise<Result<void, StoreFailure>> =>
  access.write(['meta'], async (transaction) => {
    await transaction.objectStore('meta').put(mark, pullMarkName);
  });
