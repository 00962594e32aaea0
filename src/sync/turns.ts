/**
 * Grants wishes one after another; those that come while one is being granted are joined and granted together by the next.
 * Returns how to make a wish: the promise resolves when it has been granted.
 */
export function createTurns<W>(grant: (wish: W) => Promise<void>, join: (one: W, other: W) => W) {
  let last: Promise<void> = Promise.resolve();
  let next: { wish: W; readonly granted: Promise<void> } | null = null;

  return function ask(wish: W): Promise<void> {
    if (next !== null) {
      next.wish = join(next.wish, wish);
      return next.granted;
    }
    const mine = {
      wish,
      granted: last.then(() => {
        next = null;
        return grant(mine.wish);
      }),
    };
    next = mine;
    last = mine.granted;
    return mine.granted;
  };
}
