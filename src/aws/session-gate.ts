/** What the tabs of one browser tell each other of the session. */
export interface SessionChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

/** Keeps what is sent apart from signing in and out, among all tabs: nobody's text goes out as somebody else. */
export interface SessionGate {
  /** Does `work` while nobody signs in or out. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Ends what runs in every tab, then does `work` while nothing is sent from any. Must not be asked for by what runs in `during`. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Aborts when somebody wants to sign in or out; what runs in `during` should end then. A new one each time. */
  ending(): AbortSignal;
}

const lockName = 'satchel session';
/** ms; a tab may begin to send between the word and the lock. */
const sayAgain = 500;

/**
 * A shared Web Lock for what is sent, the same one alone for what changes the session (https://w3c.github.io/web-locks/): the browser
 * grants it in the order of asking, so that nothing new begins before somebody who waits to sign in or out.
 */
export function createSessionGate(parts: {
  readonly locks: Pick<LockManager, 'request'>;
  readonly channel: SessionChannel;
  /** Calls back every `ms`. Returns the way to stop. */
  readonly every: (ms: number, callback: () => void) => () => void;
}): SessionGate {
  const { locks, channel, every } = parts;
  let controller = new AbortController();

  function end(): void {
    controller.abort();
    controller = new AbortController();
  }

  function sayEnding(): void {
    channel.post('ending');
    end();
  }

  channel.listen((message) => {
    if (message === 'ending') end();
  });

  return {
    during: async (work) => locks.request(lockName, { mode: 'shared' }, work),

    async alone(work) {
      sayEnding();
      const stop = every(sayAgain, sayEnding);
      try {
        return await locks.request(lockName, async () => {
          stop();
          return await work();
        });
      } finally {
        stop();
      }
    },

    ending: () => controller.signal,
  };
}
