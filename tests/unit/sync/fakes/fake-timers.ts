import type { Timers } from '#src/sync/timers.ts';

/** A clock that stands still until it is told to go on. */
export interface FakeTimers extends Timers {
  /** Lets `ms` pass: what was to ring rings in order, and all that follows from it without more time has happened. */
  pass(ms: number): Promise<void>;
  /** `ms` go by in which nothing rings: all that would have has been ended. */
  skip(ms: number): void;
}

/** Lets everything happen that needs no more time. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createFakeTimers(start = Date.UTC(2026, 10, 22)): FakeTimers {
  let time = start;
  const pending = new Set<{ readonly at: number; readonly callback: () => void }>();
  const nextUntil = (end: number) =>
    [...pending].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];

  return {
    now: () => time,
    after(ms, callback) {
      const timer = { at: time + ms, callback };
      pending.add(timer);
      return () => void pending.delete(timer);
    },
    skip(ms) {
      pending.clear();
      time += ms;
    },
    async pass(ms) {
      const end = time + ms;
      await settled();
      for (let timer = nextUntil(end); timer !== undefined; timer = nextUntil(end)) {
        pending.delete(timer);
        time = Math.max(time, timer.at);
        timer.callback();
        await settled();
      }
      time = end;
    },
  };
}
