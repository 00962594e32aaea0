import type { Timers } from '#src/sync/timers.ts';

/** What is used of a worker that answers each question under its number. */
export type AnsweringWorker<Asked, Answer> = Pick<Worker, 'terminate'> & {
  postMessage(asked: Asked): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Answer }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
};

/** A worker with nothing to do for so long is let go; ms. */
const idle = 30_000;

/**
 * Asks a worker, which is started with the first question. null: it was not to be had, broke, or was let go by `close` before it answered.
 */
export function createWorkerAsk<Asked, Answer extends { readonly number: number }>({
  start,
  timers,
}: {
  readonly start: () => AnsweringWorker<Asked, Answer>;
  readonly timers: Timers;
}): {
  readonly ask: (question: (number: number) => Asked) => Promise<Answer | null>;
  readonly close: () => void;
} {
  let worker: AnsweringWorker<Asked, Answer> | null = null;
  let numbers = 0;
  let calledOff = () => {};
  const waiting = new Map<number, (answer: Answer | null) => void>();

  function close(): void {
    worker?.terminate();
    worker = null;
    for (const answered of [...waiting.values()]) answered(null);
  }
  function open(): AnsweringWorker<Asked, Answer> {
    const opened = start();
    opened.addEventListener('message', ({ data }) => waiting.get(data.number)?.(data));
    opened.addEventListener('error', close);
    return opened;
  }

  const ask = (question: (number: number) => Asked) =>
    new Promise<Answer | null>((resolve) => {
      numbers += 1;
      const number = numbers;
      calledOff();
      waiting.set(number, (answer) => {
        waiting.delete(number);
        if (waiting.size === 0) calledOff = timers.after(idle, close);
        resolve(answer);
      });
      try {
        worker ??= open();
        worker.postMessage(question(number));
      } catch {
        close();
      }
    });
  return { ask, close };
}
