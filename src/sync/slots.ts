/** Lets so much go on at one time, in the order in which it was asked for. */
export interface Slots {
  /** Resolves with true when what takes up `width` slots may begin, which ends with `leave`; with false when the signal comes first, or `turnAway`. */
  enter(width: number, signal: AbortSignal): Promise<boolean>;
  leave(width: number): void;
  /** Nobody who waits may begin. */
  turnAway(): void;
}

interface Waiting {
  readonly width: number;
  readonly come: (mayBegin: boolean) => void;
}

export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<Waiting>();

  /** Nobody overtakes who waits for more room. */
  function admit(): void {
    for (const { width, come } of [...waiting]) {
      if (width > free) return;
      free -= width;
      come(true);
    }
  }

  return {
    async enter(width, signal) {
      if (signal.aborted) return false;
      return new Promise((resolve) => {
        const giveUp = () => {
          one.come(false);
          admit();
        };
        const one: Waiting = {
          width,
          come(mayBegin) {
            waiting.delete(one);
            signal.removeEventListener('abort', giveUp);
            resolve(mayBegin);
          },
        };
        waiting.add(one);
        signal.addEventListener('abort', giveUp);
        admit();
      });
    },
    leave(width) {
      free += width;
      admit();
    },
    turnAway() {
      for (const { come } of [...waiting]) come(false);
    },
  };
}
