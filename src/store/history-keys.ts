import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import { isClashing } from './history.ts';
import { parseSnapshots } from './history-rows.ts';
import { isOutlived, longestKept } from './history-thinning.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoreAccess } from './store-access.ts';
import { parseRecordRow } from './stored-rows.ts';

type Access = Pick<StoreAccess, 'read' | 'write'>;

/** How much is read at once, in letters: while the history is read, no note can be written. */
const portion = 1_000_000;

/** Those of the keys that the snapshots name. */
export function keysIn(
  snapshots: readonly Snapshot[],
  { keys, home }: { readonly keys: readonly string[]; readonly home: AttachmentHome },
): readonly string[] {
  const named = new Set(snapshots.flatMap(({ text }) => keysNamed({ text, attachment: null }, home)));
  return keys.filter((key) => named.has(key));
}

/** See `NoteStore.namedInHistory`. `now` in ms. */
export async function readNamedInHistory(
  access: Access,
  { keys, home, now }: { readonly keys: readonly string[]; readonly home: AttachmentHome; readonly now: number },
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  const old: Snapshot[] = [];
  for await (const snapshots of portions(access)) {
    old.push(...snapshots.filter(({ at }) => now - at > longestKept));
    for (const key of keysIn(
      snapshots.filter(({ at }) => now - at <= longestKept),
      { keys, home },
    ))
      named.add(key);
  }
  for (const key of keysIn(await thinOut(access, old, now), { keys, home })) named.add(key);
  return named;
}

/** All snapshots of all notes, as they came. */
async function* portions(access: Access): AsyncIterable<readonly Snapshot[]> {
  let last = Number.NEGATIVE_INFINITY;
  for (;;) {
    const rows = await access.read(async (database) => {
      const found: unknown[] = [];
      let letters = 0;
      let cursor = await database.transaction('history').store.openCursor(IDBKeyRange.lowerBound(last, true));
      while (cursor !== null && letters < portion) {
        const { value, key } = cursor;
        found.push(value);
        last = key;
        letters += parseSnapshots([value])[0]?.text.length ?? 0;
        cursor = await cursor.continue();
      }
      return found;
    });
    if (rows.length === 0) return;
    yield parseSnapshots(rows);
  }
}

/** Takes away those that are older than a snapshot may get; gives the others, and all where nothing can be written. */
async function thinOut(access: Access, old: readonly Snapshot[], now: number): Promise<readonly Snapshot[]> {
  if (old.length === 0) return [];
  const thinned = await access.write(['history', 'records'], async (transaction) => {
    const staying: Snapshot[] = [];
    for (const snapshot of old) {
      const record = parseRecordRow(await transaction.objectStore('records').get(snapshot.noteId));
      const clashing = isClashing({ before: record, after: record });
      if (isOutlived(snapshot, { now, clashing })) await transaction.objectStore('history').delete(snapshot.id);
      else staying.push(snapshot);
    }
    return staying;
  });
  return thinned.ok ? thinned.value : old;
}
