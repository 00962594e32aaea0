import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { FileStore } from '#src/store/file-store.ts';
import { createFewAtOnce } from './few-at-once.ts';
import { firstThere } from './first-there.ts';
import type { KeptRoom } from './kept-room.ts';
import { ownBytes } from './readable.ts';

type Read = Result<Blob, AwsFailure>;

/** Requests at once: a note may have very many pictures. */
const together = 4;

/**
 * The bytes of the first of some objects that there is: this device's own, or else S3's, which are kept for the next time and for when there
 * is no network, as far as there is `room`.
 */
export function createHeldFiles(deps: {
  readonly store: () => Promise<Pick<FileStore, 'bytes' | 'keep'>>;
  readonly read: (key: string) => Promise<Read>;
  readonly now: () => number;
  readonly room: KeptRoom;
}): (keys: readonly [string, ...string[]]) => Promise<Read> {
  const { read, now, room } = deps;
  const reading = new Map<string, Promise<Read>>();
  const inTurn = createFewAtOnce(together);

  /** Whatever the device makes of it, the file has been read. */
  async function keep(key: string, blob: Blob): Promise<void> {
    if (!(await room.takes(key, blob.size))) return;
    const kept = await (await deps.store()).keep({ key, blob, type: blob.type }, now());
    if (kept.ok) await room.make(key);
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

/** The device's copy is closed or broken, of which the list tells: it keeps nothing. */
const closed = () => undefined;
