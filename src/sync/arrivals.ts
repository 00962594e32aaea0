import { likelyOnItsWay } from '#src/notes/object-key.ts';
import type { NotebookFiles } from './notebook-files.ts';
import type { PageEvents } from './page-events.ts';
import type { Timers } from './timers.ts';

/** Waits between two looks for what may be on its way from another device; the last one for ever; ms. */
const soon = [10_000, 30_000, 120_000] as const;
/** … and for what is older than that. */
const seldom = [120_000, 600_000] as const;
/** However often a person comes back to the page; ms. */
const least = 3_000;

/** Something that somebody in this tab waits for. */
interface Sought {
  readonly keys: readonly [string, ...string[]];
  readonly waiting: Set<() => void>;
  looks: number;
  /** When it was last looked for, or could not be had; ms. */
  at: number;
  isLooking: boolean;
  callOff: () => void;
}

/**
 * Looks again for objects that could not be had, once for all who wait for the same: ever more seldom, and at once when a person comes to
 * the page or the network comes back. While nobody sees the page, and without a network, S3 is asked nothing.
 */
export function createArrivals(deps: {
  readonly find: NotebookFiles['find'];
  readonly page: PageEvents;
  readonly timers: Timers;
}): { readonly arrival: NotebookFiles['arrival']; readonly stop: () => void } {
  const { find, page, timers } = deps;
  const all = new Map<string, Sought>();

  async function look(sought: Sought): Promise<void> {
    if (sought.isLooking || sought.waiting.size === 0 || !page.visible() || !page.online()) return;
    sought.isLooking = true;
    sought.looks += 1;
    const found = await find(sought.keys).catch(() => null);
    sought.isLooking = false;
    sought.at = timers.now();
    if (found?.ok !== true) return plan(sought);
    for (const tell of sought.waiting) tell();
    sought.waiting.clear();
  }

  function plan(sought: Sought): void {
    sought.callOff();
    if (sought.waiting.size === 0) return;
    const waits = likelyOnItsWay(sought.keys[0], timers.now()) ? soon : seldom;
    const wait = waits[Math.min(sought.looks, waits.length - 1)] ?? least;
    sought.callOff = timers.after(Math.max(0, sought.at + wait - timers.now()), () => void look(sought));
  }

  function soughtFor(keys: Sought['keys']): Sought {
    const id = keys.join('\n');
    const before = all.get(id);
    if (before !== undefined) return before;
    const sought: Sought = {
      ...{ keys, waiting: new Set(), looks: 0, at: timers.now(), isLooking: false },
      callOff: () => {},
    };
    all.set(id, sought);
    return sought;
  }

  const unsubscribe = page.subscribe((event) => {
    if (event !== 'focus' && event !== 'online') return;
    for (const sought of all.values()) if (timers.now() - sought.at >= least) void look(sought);
  });

  return {
    arrival: (keys, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(false);
        const sought = soughtFor(keys);
        const tell = () => resolve(true);
        sought.waiting.add(tell);
        signal.addEventListener('abort', () => {
          sought.waiting.delete(tell);
          if (sought.waiting.size === 0) sought.callOff();
          resolve(false);
        });
        if (!sought.isLooking) plan(sought);
      }),
    stop() {
      unsubscribe();
      for (const { callOff, waiting } of all.values()) {
        waiting.clear();
        callOff();
      }
    },
  };
}
