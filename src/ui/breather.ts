/** Resolves at once, or behind whatever the page has to do where it has been kept from it for too long. */
export type Breathe = () => Promise<void>;

/** ms; less than a frame. */
const longestStretch = 12;

/** Lets long work be done on the page's own thread without the page standing still. `now` in ms. */
export const createBreather = (now: () => number): Breathe => {
  let since = now();
  return async () => {
    if (now() - since < longestStretch) return;
    await nextTask();
    since = now();
  };
};

/** By a message, since browsers slow down the timers of a page that is not looked at. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
