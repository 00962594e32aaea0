import type { MakeThumbnail } from '#src/sync/thumbnails.ts';
import type { Timers } from '#src/sync/timers.ts';
import type { ThumbnailAnswer, ThumbnailAsked } from './thumbnail-messages.ts';

type Made = ThumbnailAnswer['made'];

/** What is used of a worker. */
export type ThumbnailWorker = Pick<Worker, 'terminate'> & {
  postMessage(asked: ThumbnailAsked): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ThumbnailAnswer }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
};

/** A picture that takes longer is given up; ms. */
const patience = 10_000;
/** A worker with nothing to do for so long is let go; ms. */
const idle = 30_000;

/**
 * Makes thumbnails in a worker, one after the other, so that nothing that a picture does is done to the page. null: it cannot be made, which
 * includes browsers without what it takes; `not now`: it took too long, or broke the worker.
 */
export function createThumbnailMaker(deps: {
  readonly start: () => ThumbnailWorker;
  readonly timers: Timers;
}): MakeThumbnail {
  const { start, timers } = deps;
  let worker: ThumbnailWorker | null = null;
  let numbers = 0;
  let last: Promise<unknown> = Promise.resolve();
  let calledOff = () => {};
  let answered = (_answer: ThumbnailAnswer | null) => {};

  function open(): ThumbnailWorker {
    const opened = start();
    opened.addEventListener('message', ({ data }) => answered(data));
    opened.addEventListener('error', () => answered(null));
    return opened;
  }
  function close(): void {
    worker?.terminate();
    worker = null;
  }

  const make = (picture: Blob) =>
    new Promise<Made>((done) => {
      calledOff();
      numbers += 1;
      const number = numbers;
      const end = (made: Made) => {
        calledOff();
        answered = () => {};
        calledOff = timers.after(idle, close);
        done(made);
      };
      const give = () => {
        // It may be in the middle of something, for ever.
        close();
        end('not now');
      };
      answered = (answer) => {
        if (answer === null) give();
        else if (answer.number === number) end(answer.made);
      };
      try {
        worker ??= open();
        calledOff = timers.after(patience, give);
        worker.postMessage({ number, picture });
      } catch {
        give();
      }
    });

  return (picture) => {
    const made = last.then(() => make(picture));
    last = made;
    return made;
  };
}
