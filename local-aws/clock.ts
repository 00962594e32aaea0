import type { World } from './service.ts';

/** The servers' clock, which may go wrong on purpose. */
export interface Clock {
  /** The world in which every service lives: `now` tells the time with the offset. */
  readonly world: World;
  /** How far the servers' clock is ahead of the real one; ms. */
  offset(): number;
  setOffset(ms: number): void;
}

export function createClock(real: World): Clock {
  let offset = 0;
  return {
    world: { now: () => real.now() + offset, randomBytes: (length) => real.randomBytes(length) },
    offset: () => offset,
    setOffset(ms) {
      offset = ms;
    },
  };
}
