import type { NoteId } from '#src/notes/note-id.ts';
import { isClashing, keepsakes, losesText, type RecordChange } from './history.ts';
import { parseSnapshots } from './history-rows.ts';
import { thinned } from './history-thinning.ts';
import type { WriteTransaction } from './note-database.ts';

/** Keeps what the change takes away in the note's history, and thins that out. `now` in ms. */
export async function writeHistory(
  transaction: WriteTransaction,
  id: NoteId,
  change: RecordChange & { readonly now: number },
): Promise<void> {
  if (!losesText(change)) return;
  const { now } = change;
  const store = transaction.objectStore('history');
  const ofNote = store.index('noteId');
  const [newest] = parseSnapshots([(await ofNote.openCursor(id, 'prev'))?.value]);
  const kept = keepsakes({ ...change, newest });
  if (kept === 'forget') {
    const all = await ofNote.getAllKeys(id);
    await Promise.all(all.map((key) => store.delete(key)));
    return;
  }
  if (kept.length === 0) return;
  await Promise.all(kept.map((keepsake) => store.add({ noteId: id, at: now, ...keepsake })));
  const gone = thinned(parseSnapshots(await ofNote.getAll(id)), { now, clashing: isClashing(change) });
  await Promise.all(gone.map((key) => store.delete(key)));
}
