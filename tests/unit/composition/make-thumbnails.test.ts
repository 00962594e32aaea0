import { describe, expect, it } from 'vitest';
import { createThumbnailMaker, type ThumbnailWorker } from '#src/composition/make-thumbnails.ts';
import type { ThumbnailAnswer } from '#src/composition/thumbnail-messages.ts';
import { createFakeTimers } from '../sync/fakes/fake-timers.ts';

const picture = new Blob(['picture']);
const made = { blob: new Blob(['small']), width: 4, height: 3 };
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Workers that answer when they are told to. */
function someWorkers() {
  const timers = createFakeTimers();
  const log: string[] = [];
  const answers: ((answer: ThumbnailAnswer['made'] | 'broken') => void)[] = [];
  let refused = false;
  const start = (): ThumbnailWorker => {
    if (refused) throw new TypeError('no workers here');
    log.push('start');
    let tell = (_event: { readonly data: ThumbnailAnswer }) => {};
    let fail = () => {};
    const listen = (type: string, listener: never) => {
      if (type === 'message') tell = listener;
      else fail = listener;
    };
    return {
      addEventListener: listen as ThumbnailWorker['addEventListener'],
      postMessage({ number }) {
        log.push(`ask ${number}`);
        answers.push((answer) => (answer === 'broken' ? fail() : tell({ data: { number, made: answer } })));
      },
      terminate: () => log.push('end'),
    };
  };
  return {
    ...{ timers, log, answers, make: createThumbnailMaker({ start, timers }) },
    refuse: () => {
      refused = true;
    },
  };
}

describe('thumbnails', () => {
  it('are made one after the other by one worker, which goes when there is nothing more to do', async () => {
    const { timers, log, answers, make } = someWorkers();
    const both = Promise.all([make(picture), make(picture)]);
    await settled();
    expect(log).toEqual(['start', 'ask 1']);
    answers[0]?.(made);
    await settled();
    answers[1]?.(null);
    expect(await both).toEqual([made, null]);
    expect(log).toEqual(['start', 'ask 1', 'ask 2']);
    await timers.pass(30_000);
    expect(log.at(-1)).toBe('end');
  });

  it('are given up where one takes too long or breaks the worker, and the next has a new worker', async () => {
    const { timers, log, answers, make } = someWorkers();
    const slow = make(picture);
    await settled();
    await timers.pass(10_000);
    expect(await slow).toBe('not now');
    const breaking = make(picture);
    await settled();
    answers[1]?.('broken');
    expect(await breaking).toBe('not now');
    const good = make(picture);
    await settled();
    answers[0]?.(made);
    answers[2]?.(made);
    expect(await good).toBe(made);
    expect(log).toEqual(['start', 'ask 1', 'end', 'start', 'ask 2', 'end', 'start', 'ask 3']);
  });

  it('are none where the browser starts no worker', async () => {
    const { refuse, make } = someWorkers();
    refuse();
    expect(await make(picture)).toBe('not now');
  });
});
