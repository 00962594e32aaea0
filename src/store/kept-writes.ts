import { type Result, succeeded } from '#src/notes/result.ts';
import { parseKept } from './file-rows.ts';
import type { NewUpload } from './file-store.ts';
import type { StoreFailure } from './note-store.ts';
import type { StoreAccess } from './store-access.ts';
import { parseBytes, writeBlob } from './stored-bytes.ts';
import { putKept } from './upload-writes.ts';

type Writable = Pick<StoreAccess, 'write'>;

interface FileBytes {
  readonly key: string;
  readonly blob: Blob;
  readonly type: string;
}

/**
 * Writes a file's bytes, with what is known of it; false: this device has them already. In a transaction of their own: until the browser
 * has copied them nothing else can use the stores that it spans (decision 16).
 */
function writeBytes(
  access: Writable,
  { key, blob, type }: FileBytes,
  at: number,
): Promise<Result<boolean, StoreFailure>> {
  return writeBlob(blob, (stored) =>
    access.write(['bytes', 'files'], async (transaction) => {
      const bytes = transaction.objectStore('bytes');
      if ((await bytes.getKey(key)) !== undefined) return false;
      await Promise.all([bytes.put(stored, key), putKept(transaction, { key, size: blob.size, type, usedAt: at })]);
      return true;
    }),
  );
}

/** See `FileStore.keep`. */
export async function keepFile(access: Writable, file: FileBytes, at: number): Promise<Result<void, StoreFailure>> {
  const written = await writeBytes(access, file, at);
  if (!written.ok) return written;
  return written.value ? succeeded(undefined) : noteUse(access, file.key, at);
}

/** Writes down that the file was used `at` (ms), where it is a kept one. */
export function noteUse(access: Writable, key: string, at: number): Promise<Result<void, StoreFailure>> {
  return access.write(['files'], async (transaction) => {
    const file = parseKept(await transaction.objectStore('files').get(key));
    if (file !== undefined) await putKept(transaction, { ...file, usedAt: at });
  });
}

/** Keeps the bytes of new uploads, one after the other; gives the keys of those that were not here. Where one cannot be kept, none is. */
export async function keepNew(
  access: Writable,
  uploads: readonly NewUpload[],
  at: number,
): Promise<Result<readonly string[], StoreFailure>> {
  const fresh: string[] = [];
  for (const { row, bytes } of uploads) {
    if (bytes === null) continue;
    const written = await writeBytes(access, { key: row.key, blob: bytes, type: row.type }, at);
    if (!written.ok) {
      await dropNew(access, fresh);
      return written;
    }
    if (written.value) fresh.push(row.key);
  }
  return succeeded(fresh);
}

/** Takes away again what `keepNew` wrote, unless it is an upload's by now. Where even this fails, it stays as kept files that no note names. */
export async function dropNew(access: Writable, fresh: readonly string[]): Promise<void> {
  if (fresh.length === 0) return;
  await access.write(['files', 'bytes'], async (transaction) => {
    const [files, bytes] = [transaction.objectStore('files'), transaction.objectStore('bytes')];
    for (const key of fresh) {
      if ((await files.getKey(key)) !== undefined) await Promise.all([files.delete(key), bytes.delete(key)]);
    }
  });
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
