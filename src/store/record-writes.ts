import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { writeHistory } from './history-writes.ts';
import { keysAtStake, promised } from './key-promises.ts';
import type { StoreName, WriteTransaction } from './note-database.ts';
import type { NoteRecord } from './note-record.ts';
import { recordRow } from './record-row.ts';
import type { Cause } from './snapshot.ts';
import { parseRecordRow, summaryRow } from './stored-rows.ts';
import { summaryOf } from './summary-of.ts';
import { parseDiscarded } from './sync-facts.ts';

/** What a transaction that writes records must span. */
export const recordStores: StoreName[] = ['records', 'summaries', 'versions', 'aside', 'meta', 'history', 'discarded'];

const revisionName = 'revision';

export interface ReadRecords {
  readonly records: ReadonlyMap<NoteId, NoteRecord>;
  /** The notes whose rows were no records. */
  readonly broken: readonly NoteId[];
}

/** Reads the records of these notes. What is no record is set aside: out of the way of the others, and kept. */
export async function readRecords(
  transaction: WriteTransaction,
  ids: readonly NoteId[],
  now: number,
): Promise<ReadRecords> {
  const store = transaction.objectStore('records');
  const found = await Promise.all([...new Set(ids)].map(async (id) => ({ id, row: await store.get(id) })));
  const records = new Map<NoteId, NoteRecord>();
  const broken: { readonly id: NoteId; readonly row: unknown }[] = [];
  for (const { id, row } of found) {
    if (row === undefined) continue;
    const record = parseRecordRow(row);
    if (record === undefined) broken.push({ id, row });
    else records.set(id, record);
  }
  await Promise.all(
    broken.flatMap(({ id, row }) => [
      transaction.objectStore('aside').add({ id, row, at: now }),
      ...deletions(transaction, id),
    ]),
  );
  return { records, broken: broken.map(({ id }) => id) };
}

interface Replacement {
  readonly id: NoteId;
  readonly before: NoteRecord | undefined;
  readonly record: NoteRecord | undefined;
}

interface RecordedChange extends Replacement {
  readonly cause: Cause;
  /** The keys of the files that come along with it. */
  readonly coming: readonly string[];
  /** ms */
  readonly now: number;
}

/** Writes a record as `writeRecord` does, what its note's history keeps of it, and what is promised of its objects. Gives the summary. */
export async function writeChange(
  transaction: WriteTransaction,
  change: RecordedChange,
  home: AttachmentHome,
): Promise<NoteSummary | null> {
  const [summary] = await Promise.all([
    writeRecord(transaction, change, home),
    writeHistory(transaction, change.id, { ...change, after: change.record }),
    writePromises(transaction, change, home),
  ]);
  return summary;
}

async function writePromises(
  transaction: WriteTransaction,
  { before, record, cause, coming, now }: RecordedChange,
  home: AttachmentHome,
): Promise<void> {
  const store = transaction.objectStore('discarded');
  for (const stake of keysAtStake({ before, after: record, cause }, coming, home)) {
    const earlier = parseDiscarded(await store.get(stake.key));
    const promise = promised(stake, earlier, now);
    if (promise !== undefined && promise !== earlier) await store.put(promise);
  }
}

/** Writes a record in the place of `before`, or takes it away, with its summary and version. Gives the summary. */
export async function writeRecord(
  transaction: WriteTransaction,
  change: Replacement,
  home: AttachmentHome,
): Promise<NoteSummary | null> {
  const { id, before, record } = change;
  if (record === undefined) {
    await Promise.all(deletions(transaction, id));
    return null;
  }
  const summary = summaryOf(record, home);
  const summaries = transaction.objectStore('summaries');
  await Promise.all([
    transaction.objectStore('records').put(recordRow(record, home)),
    summary === null ? summaries.delete(id) : summaries.put(summaryRow(summary)),
    writeVersion(transaction, id, before?.base?.version, record.base?.version),
  ]);
  return summary;
}

async function writeVersion(
  transaction: WriteTransaction,
  id: NoteId,
  before: number | undefined,
  version: number | undefined,
): Promise<void> {
  if (version === before) return;
  const versions = transaction.objectStore('versions');
  await (version === undefined ? versions.delete(id) : versions.put(version, id));
}

/** The number of this change among all that were ever made to this database. */
export async function nextRevision(transaction: WriteTransaction): Promise<number> {
  const meta = transaction.objectStore('meta');
  const last = await meta.get(revisionName);
  const revision = typeof last === 'number' ? last + 1 : 1;
  await meta.put(revision, revisionName);
  return revision;
}

function deletions(transaction: WriteTransaction, id: NoteId): readonly Promise<void>[] {
  return (['records', 'summaries', 'versions'] as const).map((store) => transaction.objectStore(store).delete(id));
}
