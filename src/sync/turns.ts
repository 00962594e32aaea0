/**
 * Grants wishes one after another; those that come while one is being granted are joined and granted together by the next.
 * Returns how to make a wish: the promise resolves when it has been granted.
 */
export function createTurns<W>(
  grant: (wish: W) => Promise<void>,
  join: (one: W, other: W) => W,
): (wish: W) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let wished: W[] = [];

  return function ask(wish) {
    wished.push(wish);
    if (wished.length === 1) {
      last = last.then(() => {
        const joined = wished.reduce(join);
        wished = [];
        return grant(joined);
      });
    }
    return last;
  };
}
