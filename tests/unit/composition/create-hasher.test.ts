import { describe, expect, it } from 'vitest';
import { createHasher, type HashWorker } from '#src/composition/create-hasher.ts';
import type { HashAnswer } from '#src/composition/hash-messages.ts';
import { createFakeTimers } from '../sync/fakes/fake-timers.ts';

const ofAbc = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';

/** Workers that answer when they are told to. */
function someWorkers(start = (): void => {}) {
  const timers = createFakeTimers();
  const log: string[] = [];
  let tell = (_event: { readonly data: HashAnswer }) => {};
  let fail = () => {};
  const hash = createHasher({
    timers,
    start(): HashWorker {
      start();
      log.push('start');
      const listen = (type: string, listener: never) => {
        if (type === 'message') tell = listener;
        else fail = listener;
      };
      return {
        addEventListener: listen as HashWorker['addEventListener'],
        postMessage: ({ number }) => log.push(`ask ${number}`),
        terminate: () => log.push('end'),
      };
    },
  });
  const answer = (number: number, sha256: string | null) => tell({ data: { number, sha256 } });
  return { timers, log, hash, answer, fail: () => fail() };
}

describe('hashing', () => {
  it('is done by one worker for all, which goes when there is nothing more to do', async () => {
    const { timers, log, hash, answer } = someWorkers();
    const both = Promise.all([hash(new Blob(['1'])), hash(new Blob(['2']))]);
    await timers.pass(60_000);
    answer(2, 'two');
    answer(1, 'one');
    expect(await both).toEqual(['one', 'two']);
    await timers.pass(60_000);
    expect(log).toEqual(['start', 'ask 1', 'ask 2', 'end']);
  });

  it('is done by the page where a worker cannot read the bytes, breaks, or cannot be started', async () => {
    const { hash, answer, fail } = someWorkers();
    const unread = hash(new Blob(['abc']));
    answer(1, null);
    expect(await unread).toBe(ofAbc);
    const broken = hash(new Blob(['abc']));
    fail();
    expect(await broken).toBe(ofAbc);
    const none = someWorkers(() => {
      throw new TypeError('no workers here');
    });
    expect(await none.hash(new Blob(['abc']))).toBe(ofAbc);
  });
});
