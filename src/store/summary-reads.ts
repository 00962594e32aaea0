import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { StoreAccess } from './store-access.ts';
import { parseSummaryRow, summaryPlace } from './stored-rows.ts';
import { firstChunk, laterChunk } from './summary-chunks.ts';

/**
 * All summaries through the index, a transaction a chunk. A note that changes between two chunks moves to the front: whoever must not
 * miss it listens to the store's changes as well. `remake` makes the summaries anew of which the stored ones cannot be read.
 */
export async function* readSummaries(
  access: Pick<StoreAccess, 'read'>,
  remake: (ids: readonly NoteId[]) => Promise<readonly NoteSummary[]>,
): AsyncGenerator<readonly NoteSummary[]> {
  let after: IDBKeyRange | undefined;
  for (let size = firstChunk; ; size = laterChunk) {
    const rows = await access.read((database) => database.getAllFromIndex('summaries', 'order', after, size));
    const summaries: NoteSummary[] = [];
    const unreadable: NoteId[] = [];
    for (const row of rows) {
      const summary = parseSummaryRow(row);
      const place = summary ?? summaryPlace(row);
      if (summary !== undefined) summaries.push(summary);
      else if (place !== undefined) unreadable.push(place.id);
    }
    if (unreadable.length > 0) summaries.push(...(await remake(unreadable)));
    if (summaries.length > 0) yield summaries;
    const last = summaryPlace(rows.at(-1));
    if (rows.length < size || last === undefined) return;
    after = IDBKeyRange.lowerBound([last.order, last.id], true);
  }
}
