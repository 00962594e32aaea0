import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { RevisedSummary } from './change-feed.ts';
import type { StoreName, WriteTransaction } from './note-database.ts';
import type { NoteRecord } from './note-record.ts';
import { parseRecordRow, type RecordRow, recordRow, summaryRow } from './stored-rows.ts';
import { summaryOf } from './summary-of.ts';

/** What a transaction that writes records must span. */
export const recordStores: StoreName[] = ['records', 'summaries', 'versions', 'aside'];

export interface ReadRows {
  readonly rows: ReadonlyMap<NoteId, RecordRow>;
  /** The notes whose rows were no records. */
  readonly broken: readonly NoteId[];
}

/** Reads the rows of these notes. What is no record is set aside: out of the way of the others, and kept. */
export async function readRows(
  transaction: WriteTransaction,
  ids: readonly NoteId[],
  now: number,
): Promise<ReadRows> {
  const records = transaction.objectStore('records');
  const found = await Promise.all([...new Set(ids)].map(async (id) => ({ id, row: await records.get(id) })));
  const rows = new Map<NoteId, RecordRow>();
  const broken: { readonly id: NoteId; readonly row: unknown }[] = [];
  for (const { id, row } of found) {
    if (row === undefined) continue;
    const parsed = parseRecordRow(row);
    if (parsed === undefined) broken.push({ id, row });
    else rows.set(id, parsed);
  }
  await Promise.all(
    broken.flatMap(({ id, row }) => [
      transaction.objectStore('aside').add({ id, row, at: now }),
      ...deletions(transaction, id),
    ]),
  );
  return { rows, broken: broken.map(({ id }) => id) };
}

/** Writes a record, or takes it away, with its summary and version. */
export async function writeRecord(
  transaction: WriteTransaction,
  change: { readonly id: NoteId; readonly record: NoteRecord | undefined; readonly revision: number },
  home: AttachmentHome,
): Promise<RevisedSummary> {
  const { id, record, revision } = change;
  const summary = record === undefined ? null : summaryOf(record, home);
  if (record === undefined) {
    await Promise.all(deletions(transaction, id));
  } else {
    const versions = transaction.objectStore('versions');
    const summaries = transaction.objectStore('summaries');
    await Promise.all([
      transaction.objectStore('records').put(recordRow(record, revision, home)),
      summary === null ? summaries.delete(id) : summaries.put(summaryRow(summary)),
      record.base === null ? versions.delete(id) : versions.put(record.base.version, id),
    ]);
  }
  return { id, summary, revision };
}

function deletions(transaction: WriteTransaction, id: NoteId): readonly Promise<void>[] {
  return (['records', 'summaries', 'versions'] as const).map((store) => transaction.objectStore(store).delete(id));
}
