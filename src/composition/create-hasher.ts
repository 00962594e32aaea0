import { type HashBytes, sha256 } from '#src/aws/checksum.ts';
import type { Timers } from '#src/sync/timers.ts';
import { type AnsweringWorker, createWorkerAsk } from './ask-worker.ts';
import type { HashAnswer, HashAsked } from './hash-messages.ts';

export type HashWorker = AnsweringWorker<HashAsked, HashAnswer>;

/**
 * Hashes in a worker. `crypto.subtle` promises to do so beside the page, but Chromium does it on the thread that asks: measured with Chromium
 * 156, 8 ms a megabyte, in which nobody can type. Where the worker is not to be had, or cannot read the bytes, the page does it.
 */
export function createHasher(parts: { readonly start: () => HashWorker; readonly timers: Timers }): HashBytes {
  const { ask } = createWorkerAsk(parts);
  return async (bytes) => (await ask((number) => ({ number, bytes })))?.sha256 ?? sha256(bytes);
}
