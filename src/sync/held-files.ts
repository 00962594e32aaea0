import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { FileStore } from '#src/store/file-store.ts';
import { createFewAtOnce } from './few-at-once.ts';
import { firstThere } from './first-there.ts';
import type { KeptRoom } from './kept-room.ts';
import { ownBytes } from './readable.ts';
import { tooLargeToShow } from './sync-failures.ts';

type Read = Result<Blob, AwsFailure>;

/** Requests at once: a note may have very many pictures. */
const together = 4;

/**
 * The bytes of the first of some objects that there is: this device's own, or else S3's, which are kept for the next time and for when there
 * is no network, as far as there is `room`. `too-large`: it has more than `mostBytes`.
 */
export function createHeldFiles(deps: {
  readonly store: () => Promise<Pick<FileStore, 'bytes' | 'keep'>>;
  readonly read: (key: string, mostBytes?: number) => Promise<Read>;
  readonly now: () => number;
  readonly room: KeptRoom;
}): (keys: readonly [string, ...string[]], mostBytes?: number) => Promise<Read> {
  const { read, now, room } = deps;
  const reading = new Map<string, Promise<Read>>();
  const inTurn = createFewAtOnce(together);

  /** Whatever the device makes of it, the file has been read. */
  async function keep(key: string, blob: Blob): Promise<void> {
    if (!(await room.takes(key, blob.size))) return;
    const kept = await (await deps.store()).keep({ key, blob, type: blob.type }, now());
    if (kept.ok) await room.make(key);
  }

  async function readOne(key: string, mostBytes?: number): Promise<Read> {
    const here = await ownBytes(deps.store, key);
    if (here !== undefined) return here.size > (mostBytes ?? here.size) ? failed(tooLargeToShow) : succeeded(here);
    const result = await inTurn(() => read(key, mostBytes));
    if (result.ok) await keep(key, result.value).catch(closed);
    return result;
  }

  /** Once for all who ask meanwhile. */
  function readOnce(key: string, mostBytes?: number): Promise<Read> {
    const asked = `${mostBytes ?? 'all'} of ${key}`;
    const before = reading.get(asked);
    if (before !== undefined) return before;
    const result = readOne(key, mostBytes).finally(() => reading.delete(asked));
    reading.set(asked, result);
    return result;
  }

  return (keys, mostBytes) => firstThere(keys, (key) => readOnce(key, mostBytes));
}

/** The device's copy is closed or broken, of which the list tells: it keeps nothing. */
const closed = () => undefined;
