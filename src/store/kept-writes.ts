import { type Result, succeeded } from '#src/notes/result.ts';
import type { NewUpload } from './file-store.ts';
import type { StoreFailure } from './note-store.ts';
import type { StoreAccess } from './store-access.ts';
import { parseBytes, writeBlob } from './stored-bytes.ts';
import { putKept } from './upload-writes.ts';

type Writable = Pick<StoreAccess, 'write'>;

/**
 * Writes a file's bytes, with what is known of it. In a transaction of their own: until the browser has copied them nothing else can use
 * the stores that it spans (decision 16).
 */
export async function keepBytes(
  access: Writable,
  { key, blob, type }: { readonly key: string; readonly blob: Blob; readonly type: string },
  at: number,
): Promise<Result<void, StoreFailure>> {
  return writeBlob(blob, (stored) =>
    access.write(['bytes', 'files'], async (transaction) => {
      const isHeld = (await transaction.objectStore('bytes').getKey(key)) !== undefined;
      // What is there without being a kept file's is an upload's.
      const isKept = (await transaction.objectStore('files').getKey(key)) !== undefined;
      if (isHeld && !isKept) return;
      await Promise.all([
        isHeld ? undefined : transaction.objectStore('bytes').put(stored, key),
        putKept(transaction, { key, size: blob.size, type, usedAt: at }),
      ]);
    }),
  );
}

/** Keeps the bytes of new uploads, one after the other. The first that cannot be kept ends it, and none is. */
export async function keepNew(
  access: Writable,
  uploads: readonly NewUpload[],
  at: number,
): Promise<Result<void, StoreFailure>> {
  for (const { row, bytes } of uploads) {
    if (bytes === null) continue;
    const kept = await keepBytes(access, { key: row.key, blob: bytes, type: row.type }, at);
    if (kept.ok) continue;
    await letGoOfNew(access, uploads);
    return kept;
  }
  return succeeded(undefined);
}

/** Takes away again what `keepNew` kept and no row has taken. Where even this fails, it stays as a kept file that no note names. */
export async function letGoOfNew(access: Writable, uploads: readonly NewUpload[]): Promise<void> {
  const keys = uploads.flatMap(({ row, bytes }) => (bytes === null ? [] : [row.key]));
  if (keys.length > 0) await letGoOf(access, keys);
}

/** Takes away what is kept of these, but for what is on its way; gives the others' keys. */
export function letGoOf(access: Writable, keys: readonly string[]): Promise<Result<readonly string[], StoreFailure>> {
  return access.write(['uploads', 'files', 'bytes', 'thumbs'], async (transaction) => {
    const uploads = transaction.objectStore('uploads');
    const rows = await Promise.all(keys.map((key) => uploads.getKey(key)));
    const gone = keys.filter((_, index) => rows[index] === undefined);
    const stores = ['files', 'bytes', 'thumbs'] as const;
    await Promise.all(gone.flatMap((key) => stores.map((store) => transaction.objectStore(store).delete(key))));
    return gone;
  });
}

/** Writes down anew what is known of kept files, from their bytes; where there are none, nothing is kept. */
export async function remakeKept(access: Writable, keys: readonly string[], at: number): Promise<void> {
  await access.write(['bytes', 'files'], async (transaction) => {
    for (const key of keys) {
      const blob = parseBytes(await transaction.objectStore('bytes').get(key));
      if (blob === undefined) await transaction.objectStore('files').delete(key);
      else await putKept(transaction, { key, size: blob.size, type: blob.type, usedAt: at });
    }
  });
}
