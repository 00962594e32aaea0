import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { FileStore } from '#src/store/file-store.ts';
import { createFewAtOnce } from './few-at-once.ts';
import { firstThere } from './first-there.ts';
import { ownBytes } from './readable.ts';

type Read = Result<Blob, AwsFailure>;

/** Bytes that may be kept on a device of what is in S3. */
export const mostKept = 500 * 1024 * 1024;
/** Requests at once: a note may have very many pictures. */
const together = 4;

/**
 * The bytes of the first of some objects that there is: this device's own, or else S3's, which are kept for the next time and for when there
 * is no network. What has not been used for longest goes when there is more than `most` bytes of it; a file of more than a quarter of that is
 * not kept.
 */
export function createHeldFiles(deps: {
  readonly store: () => Promise<Pick<FileStore, 'bytes' | 'keep' | 'kept' | 'letGo'>>;
  readonly read: (key: string) => Promise<Read>;
  readonly now: () => number;
  readonly most: number;
}): (keys: readonly [string, ...string[]]) => Promise<Read> {
  const { read, now, most } = deps;
  const reading = new Map<string, Promise<Read>>();
  const inTurn = createFewAtOnce(together);

  /** Whatever the device makes of it, the file has been read. */
  async function keep(key: string, blob: Blob): Promise<void> {
    if (blob.size > most / 4) return;
    const store = await deps.store();
    const kept = await store.keep({ key, blob, type: blob.type }, now());
    if (!kept.ok) return;
    await keepWithin(store, most, key);
  }

  async function readOne(key: string): Promise<Read> {
    const here = await ownBytes(deps.store, key);
    if (here !== undefined) return succeeded(here);
    const result = await inTurn(() => read(key));
    if (result.ok) await keep(key, result.value).catch(closed);
    return result;
  }

  /** Once for all who ask meanwhile. */
  function readOnce(key: string): Promise<Read> {
    const before = reading.get(key);
    if (before !== undefined) return before;
    const result = readOne(key).finally(() => reading.delete(key));
    reading.set(key, result);
    return result;
  }

  return (keys) => firstThere(keys, readOnce);
}

/** Takes away what has not been used for longest where more than `most` bytes are kept, but for one file that has just come. */
export async function keepWithin(
  store: Pick<FileStore, 'kept' | 'letGo'>,
  most: number,
  sparing: string,
): Promise<void> {
  const files = await store.kept();
  let over = files.reduce((sum, { size }) => sum + size, 0) - most;
  const last = files.filter((file) => {
    const goes = over > 0 && file.key !== sparing;
    if (goes) over -= file.size;
    return goes;
  });
  if (last.length > 0) await store.letGo(last.map((file) => file.key));
}

/** The device's copy is closed or broken, of which the list tells: it keeps nothing. */
const closed = () => undefined;
