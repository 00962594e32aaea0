import type { MakeThumbnail } from '#src/sync/thumbnails.ts';
import type { Timers } from '#src/sync/timers.ts';
import { type AnsweringWorker, createWorkerAsk } from './ask-worker.ts';
import type { ThumbnailAnswer, ThumbnailAsked } from './thumbnail-messages.ts';

export type ThumbnailWorker = AnsweringWorker<ThumbnailAsked, ThumbnailAnswer>;

/** A picture that takes longer is given up; ms. */
const patience = 10_000;

/**
 * Makes thumbnails in a worker, one after the other, so that nothing that a picture does is done to the page. null: it cannot be made, which
 * includes browsers without what it takes; `not now`: it took too long, or broke the worker.
 */
export function createThumbnailMaker(deps: {
  readonly start: () => ThumbnailWorker;
  readonly timers: Timers;
}): MakeThumbnail {
  const { ask, close } = createWorkerAsk(deps);
  let last: Promise<unknown> = Promise.resolve();

  async function make(picture: Blob): Promise<ThumbnailAnswer['made']> {
    // It may be in the middle of something, for ever.
    const calledOff = deps.timers.after(patience, close);
    const answer = await ask((number) => ({ number, picture }));
    calledOff();
    return answer === null ? 'not now' : answer.made;
  }

  return (picture) => {
    const made = last.then(() => make(picture));
    last = made;
    return made;
  };
}
