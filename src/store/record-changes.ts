import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { NoteRecord } from './note-record.ts';
import type { StoreFailure } from './note-store.ts';
import { nextRevision, readRecords, recordStores, writeChange, writeRecord } from './record-writes.ts';
import type { Cause } from './snapshot.ts';
import type { StoreAccess } from './store-access.ts';
import { applyTransition, type Transition } from './transitions.ts';

interface Parts {
  readonly access: StoreAccess;
  readonly home: AttachmentHome;
  /** ms */
  readonly now: () => number;
}

/** See `NoteStore.change`. */
export async function changeRecords(
  { access, feed, home, now }: Parts & { readonly feed: ChangeFeed },
  ids: readonly NoteId[],
  transition: Transition,
  cause: Cause,
): Promise<Result<readonly (NoteRecord | undefined)[], StoreFailure>> {
  const written = await access.write(recordStores, async (transaction) => {
    const at = now();
    const { records, broken } = await readRecords(transaction, ids, at);
    const { after, changed } = applyTransition(ids, records, transition);
    const summaries = await Promise.all(
      [...changed].map(async ([id, record]) => ({
        id,
        summary: await writeChange(transaction, { id, before: records.get(id), record, cause, now: at }, home),
      })),
    );
    const gone = broken.filter((id) => !changed.has(id)).map((id) => ({ id, summary: null }));
    const news = [...summaries, ...gone];
    return { after, news, revision: news.length === 0 ? 0 : await nextRevision(transaction) };
  });
  if (!written.ok) return written;
  feed.publish(written.value.news, written.value.revision);
  return succeeded(written.value.after);
}

/** Makes these notes' summaries anew from their records, and gives them. */
export async function remakeSummaries(
  { access, home, now }: Parts,
  ids: readonly NoteId[],
): Promise<readonly NoteSummary[]> {
  const remade = await access.write(recordStores, async (transaction) => {
    const { records } = await readRecords(transaction, ids, now());
    return Promise.all(
      ids.map((id) => {
        const record = records.get(id);
        return writeRecord(transaction, { id, before: record, record }, home);
      }),
    );
  });
  return remade.ok ? remade.value.flatMap((summary) => summary ?? []) : [];
}
