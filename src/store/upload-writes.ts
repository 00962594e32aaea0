import { checkedUpload, parseUpload } from './file-rows.ts';
import type { KeptFile, NewUpload, StoredUpload } from './file-store.ts';
import type { StoreName, WriteTransaction } from './note-database.ts';
import { parseBytes } from './stored-bytes.ts';

/** What a transaction that writes rows of uploads must span. */
export const uploadStores: StoreName[] = ['uploads', 'files', 'bytes', 'thumbs', 'aside'];

/** What one must span that adds new ones. */
export const newUploadStores: StoreName[] = ['uploads', 'files', 'bytes'];

const rowOfIt = ['uploads', 'thumbs'] as const;
const allOfIt = [...rowOfIt, 'bytes'] as const;

interface At {
  readonly key: string;
  /** ms */
  readonly now: number;
}

/** Reads a row. What is none is set aside; its bytes, which may be the only ones, become a kept file's, so that its note still shows them. */
export async function readUpload(transaction: WriteTransaction, { key, now }: At): Promise<StoredUpload | undefined> {
  const uploads = transaction.objectStore('uploads');
  const row = await uploads.get(key);
  const upload = parseUpload(row);
  if (row === undefined || upload !== undefined) return upload;
  const blob = parseBytes(await transaction.objectStore('bytes').get(key));
  await Promise.all([
    transaction.objectStore('aside').add({ id: key, row, at: now }),
    uploads.delete(key),
    blob && putKept(transaction, { key, size: blob.size, type: blob.type, usedAt: now }),
  ]);
  return undefined;
}

/** See `FileStore.changeUpload`. */
export async function changeUploadRow(
  transaction: WriteTransaction,
  { key, now }: At,
  transition: (row: StoredUpload | undefined) => StoredUpload | undefined,
): Promise<{ readonly row: StoredUpload | undefined; readonly isNews: boolean }> {
  const before = await readUpload(transaction, { key, now });
  const after = checkedUpload(key, before, transition(before));
  if (after === before) return { row: before, isNews: false };
  if (before === undefined && after !== undefined) {
    const isWritten = await addUpload(transaction, after);
    return { row: isWritten ? after : undefined, isNews: isWritten };
  }
  if (after !== undefined) await transaction.objectStore('uploads').put(after);
  else {
    const gone = before?.source.kind === 'kept' ? allOfIt : rowOfIt;
    await Promise.all(gone.map((store) => transaction.objectStore(store).delete(key)));
  }
  return { row: after, isNews: true };
}

/** Writes the rows of new uploads, gives their keys. What is on its way already goes on as it is. */
export async function addUploads(
  transaction: WriteTransaction,
  uploads: readonly NewUpload[],
): Promise<readonly string[]> {
  const added: string[] = [];
  for (const { row, bytes } of uploads) {
    if (bytes !== null) await putBytes(transaction, row.key, bytes);
    const isThere = (await transaction.objectStore('uploads').getKey(row.key)) !== undefined;
    if (!isThere && (await addUpload(transaction, row))) added.push(row.key);
  }
  return added;
}

/** They are there already, unless another tab has let go of them in between. */
async function putBytes(transaction: WriteTransaction, key: string, blob: Blob): Promise<void> {
  const store = transaction.objectStore('bytes');
  if ((await store.getKey(key)) === undefined) await store.put(blob, key);
}

/** Writes a new row. The bytes of one that is `kept` are there already, as a kept file's, and become its own; without them there is no row. */
async function addUpload(transaction: WriteTransaction, row: StoredUpload): Promise<boolean> {
  const { key, source } = row;
  if (source.kind === 'kept') {
    if ((await transaction.objectStore('bytes').getKey(key)) === undefined) return false;
    await transaction.objectStore('files').delete(key);
  }
  await transaction.objectStore('uploads').put(row);
  return true;
}

/** See `FileStore.uploadsDone`. */
export async function endUpload(transaction: WriteTransaction, { key, now }: At): Promise<boolean> {
  const row = await readUpload(transaction, { key, now });
  if (row === undefined) return false;
  await transaction.objectStore('uploads').delete(key);
  const isHeld = row.source.kind === 'kept' && (await transaction.objectStore('bytes').getKey(key)) !== undefined;
  if (isHeld) await putKept(transaction, { key, size: row.size, type: row.type, usedAt: now });
  return true;
}

export async function putKept(transaction: WriteTransaction, file: KeptFile): Promise<void> {
  await transaction.objectStore('files').put(file);
}
