import * as v from 'valibot';
import type { NoteId } from '#src/notes/note-id.ts';
import { goneNotes, goneReasons } from './gone-notes.ts';
import { parseSnapshots } from './history-rows.ts';
import { longestKept } from './history-thinning.ts';
import type { SetAside, Snapshot } from './snapshot.ts';
import type { StoreAccess } from './store-access.ts';

type Readable = Pick<StoreAccess, 'read'>;

/** One note's snapshots, the newest first. */
export async function readHistory(access: Readable, id: NoteId): Promise<readonly Snapshot[]> {
  return parseSnapshots(
    await access.read((database) => database.getAllFromIndex('history', 'noteId', id)),
  ).toReversed();
}

/** The last texts of the notes that are not here; see `goneNotes`. `now` in ms. */
export function readGone(access: Readable, now: number): Promise<readonly Snapshot[]> {
  return access.read(async (database) => {
    const transaction = database.transaction(['history', 'records']);
    const byReason = transaction.objectStore('history').index('reason');
    const recent = (reason: string) => IDBKeyRange.bound([reason, now - longestKept], [reason, Infinity]);
    const rows = await Promise.all(goneReasons.map((reason) => byReason.getAll(recent(reason))));
    const snapshots = parseSnapshots(rows.flat());
    const ids = [...new Set(snapshots.map(({ noteId }) => noteId))];
    const records = transaction.objectStore('records');
    const here = new Set(await Promise.all(ids.map((id) => records.getKey(id))));
    return goneNotes(snapshots, { isHere: (id) => here.has(id), now });
  });
}

const asideSchema = v.object({ id: v.string(), row: v.unknown(), at: v.number() });

/** The values that were set aside, in the order in which they were found. */
export async function readSetAside(access: Readable): Promise<readonly SetAside[]> {
  const rows = await access.read((database) => database.getAll('aside'));
  return rows.flatMap((row) => {
    const parsed = v.safeParse(asideSchema, row);
    if (!parsed.success) return [];
    const { id, at, row: found } = parsed.output;
    return [{ id, at, json: jsonOf(found) }];
  });
}

/** The value as JSON, as far as JSON can say it: a stored value may hold a BigInt, or itself. */
function jsonOf(value: unknown): string {
  const asText = JSON.stringify(String(value));
  try {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? asText;
  } catch {
    return asText;
  }
}
