import { createSlots } from './slots.ts';

/** Runs what it is given, at most so many at one time and the others in the order in which they came. */
export type FewAtOnce = <T>(work: () => Promise<T>) => Promise<T>;

export function createFewAtOnce(most: number): FewAtOnce {
  const slots = createSlots(most);
  const { signal: never } = new AbortController();
  return async (work) => {
    await slots.enter(1, never);
    try {
      return await work();
    } finally {
      slots.leave(1);
    }
  };
}
