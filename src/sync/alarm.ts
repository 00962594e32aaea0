import type { Timers } from './timers.ts';

/** One timer that rings once, at the time that it was last set to. */
export interface Alarm {
  /** ms since 1970; one that has passed rings at once. */
  set(at: number): void;
  callOff(): void;
}

/** setTimeout takes at most 2^31 − 1 ms and rings at once for more. */
const longest = 24 * 60 * 60_000;

export function createAlarm(timers: Timers, ring: () => void): Alarm {
  let callOff = () => {};
  return {
    set(at) {
      callOff();
      callOff = timers.after(Math.min(Math.max(0, at - timers.now()), longest), ring);
    },
    callOff: () => callOff(),
  };
}
