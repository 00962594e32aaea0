/** Lets so many do something at one time, in the order in which they asked. */
export interface Slots {
  /** Resolves with true when it may begin, which ends with `leave`; with false when the signal comes first, or `turnAway`. */
  enter(signal: AbortSignal): Promise<boolean>;
  leave(): void;
  /** Nobody who waits may begin. */
  turnAway(): void;
}

export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<(mayBegin: boolean) => void>();
  return {
    async enter(signal) {
      if (signal.aborted) return false;
      if (free > 0) {
        free -= 1;
        return true;
      }
      return new Promise((resolve) => {
        const giveUp = () => come(false);
        function come(mayBegin: boolean): void {
          waiting.delete(come);
          signal.removeEventListener('abort', giveUp);
          resolve(mayBegin);
        }
        waiting.add(come);
        signal.addEventListener('abort', giveUp);
      });
    },
    leave() {
      const [next] = waiting;
      if (next === undefined) free += 1;
      else next(true);
    },
    turnAway() {
      for (const come of [...waiting]) come(false);
    },
  };
}
