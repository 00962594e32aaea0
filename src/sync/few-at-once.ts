/** Runs what it is given, at most so many at one time and the others in the order in which they came. */
export type FewAtOnce = <T>(work: () => Promise<T>) => Promise<T>;

export function createFewAtOnce(most: number): FewAtOnce {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
