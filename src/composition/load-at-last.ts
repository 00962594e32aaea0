import type { PageEvents } from '#src/sync/page-events.ts';
import type { Timers } from '#src/sync/timers.ts';

const untilNextTry = 30_000;

/**
 * What `load` gives, at once or at last: where it cannot, it is tried again when the network or a person comes back, and after half a minute.
 * Never rejects; where `signal` has aborted, nothing comes.
 */
export function loadAtLast<T>(
  load: () => Promise<T>,
  deps: {
    readonly page: Pick<PageEvents, 'subscribe'>;
    readonly timers: Pick<Timers, 'after'>;
    readonly signal: AbortSignal;
    readonly onFailure: (error: unknown) => void;
  },
): Promise<T> {
  const { page, timers, signal, onFailure } = deps;
  return new Promise((resolve) => {
    let loading = false;
    let callOff = () => {};
    const unsubscribe = page.subscribe((event) => {
      if (event === 'online' || event === 'focus') void attempt();
    });
    signal.addEventListener('abort', end);
    async function attempt() {
      if (loading) return;
      loading = true;
      callOff();
      try {
        const loaded = await load();
        end();
        if (!signal.aborted) resolve(loaded);
      } catch (error) {
        if (signal.aborted) return;
        loading = false;
        callOff = timers.after(untilNextTry, attempt);
        onFailure(error);
      }
    }
    function end() {
      unsubscribe();
      callOff();
    }
    void attempt();
  });
}
