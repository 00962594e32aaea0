import { type HashBytes, sha256 } from '#src/aws/checksum.ts';
import type { Timers } from '#src/sync/timers.ts';
import type { HashAnswer, HashAsked } from './hash-messages.ts';

/** What is used of a worker. */
export type HashWorker = Pick<Worker, 'terminate'> & {
  postMessage(asked: HashAsked): void;
  addEventListener(type: 'message', listener: (event: { readonly data: HashAnswer }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
};

/** A worker with nothing to do for so long is let go; ms. */
const idle = 30_000;

/**
 * Hashes in a worker. `crypto.subtle` promises to do so beside the page, but Chromium does it on the thread that asks: measured with Chromium
 * 156, 8 ms a megabyte, in which nobody can type. Where the worker is not to be had, or cannot read the bytes, the page does it.
 */
export function createHasher({
  start,
  timers,
}: {
  readonly start: () => HashWorker;
  readonly timers: Timers;
}): HashBytes {
  let worker: HashWorker | null = null;
  let numbers = 0;
  let calledOff = () => {};
  const waiting = new Map<number, (hash: string | null) => void>();

  function close(): void {
    worker?.terminate();
    worker = null;
    for (const answered of [...waiting.values()]) answered(null);
  }
  function open(): HashWorker {
    const opened = start();
    opened.addEventListener('message', ({ data }) => waiting.get(data.number)?.(data.sha256));
    opened.addEventListener('error', close);
    return opened;
  }

  const ask = (bytes: Blob) =>
    new Promise<string | null>((resolve) => {
      numbers += 1;
      const number = numbers;
      calledOff();
      waiting.set(number, (hash) => {
        waiting.delete(number);
        if (waiting.size === 0) calledOff = timers.after(idle, close);
        resolve(hash);
      });
      try {
        worker ??= open();
        worker.postMessage({ number, bytes });
      } catch {
        close();
      }
    });

  return async (bytes) => (await ask(bytes)) ?? sha256(bytes);
}
