import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { NewUpload } from './file-store.ts';
import type { IndexedDbFileStore } from './indexed-db-file-store.ts';
import { dropNew, keepNew } from './kept-writes.ts';
import type { NoteRecord } from './note-record.ts';
import type { StoreFailure } from './note-store.ts';
import { nextRevision, readRecords, recordStores, writeChange, writeRecord } from './record-writes.ts';
import type { Cause } from './snapshot.ts';
import type { StoreAccess } from './store-access.ts';
import { applyTransition, type Transition } from './transitions.ts';
import { addUploads, newUploadStores } from './upload-writes.ts';

interface Asked {
  readonly ids: readonly NoteId[];
  readonly transition: Transition;
  readonly cause: Cause;
  readonly along: readonly NewUpload[];
}

interface Parts {
  readonly access: StoreAccess;
  readonly home: AttachmentHome;
  /** ms */
  readonly now: () => number;
}

type Changed = readonly (NoteRecord | undefined)[];

interface ChangeParts extends Parts {
  readonly feed: ChangeFeed;
  readonly openFiles: () => Promise<Result<Pick<IndexedDbFileStore, 'tell'>, StoreFailure>>;
}

/** See `NoteStore.change`. */
export async function changeRecords(
  parts: ChangeParts,
  ids: readonly NoteId[],
  transition: Transition,
  cause: Cause,
  along: readonly NewUpload[] = [],
): Promise<Result<Changed, StoreFailure>> {
  const { access, now } = parts;
  const change = { ids, transition, cause, along };
  if (along.length === 0) {
    const written = await writeChanges(parts, change);
    return written.ok ? succeeded(written.value.after) : written;
  }
  const files = await parts.openFiles();
  if (!files.ok) return files;
  const held = await keepNew(access, along, now());
  if (!held.ok) return held;
  let homeless = held.value;
  try {
    const written = await writeChanges(parts, change);
    if (!written.ok) return written;
    const { after, uploads } = written.value;
    homeless = homeless.filter((key) => !uploads.includes(key));
    files.value.tell(uploads);
    return succeeded(after);
  } finally {
    await dropNew(access, homeless);
  }
}

/** Changes the records in one transaction, with the rows of the files that come along, and tells of the notes. */
async function writeChanges(
  { access, feed, home, now }: ChangeParts,
  { ids, transition, cause, along }: Asked,
): Promise<Result<{ readonly after: Changed; readonly uploads: readonly string[] }, StoreFailure>> {
  const stores = along.length === 0 ? recordStores : [...recordStores, ...newUploadStores];
  const written = await access.write(stores, async (transaction) => {
    const at = now();
    const { records, broken } = await readRecords(transaction, ids, at);
    const { after, changed } = applyTransition(ids, records, transition);
    const keys = along.map(({ row }) => row.key);
    const summaries = await Promise.all(
      [...changed].map(async ([id, record]) => ({
        id,
        summary: await writeChange(
          transaction,
          { id, before: records.get(id), record, cause, coming: keys, now: at },
          home,
        ),
      })),
    );
    const gone = broken.filter((id) => !changed.has(id)).map((id) => ({ id, summary: null }));
    const news = [...summaries, ...gone];
    const coming = along.filter(({ row }) => changed.get(row.noteId) !== undefined);
    const uploads = await addUploads(transaction, coming);
    return { after, news, uploads, revision: news.length === 0 ? 0 : await nextRevision(transaction) };
  });
  if (!written.ok) return written;
  feed.publish(written.value.news, written.value.revision);
  return written;
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
