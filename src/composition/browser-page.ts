import { createWebLocks } from '#src/sync/locks.ts';
import { createPageEvents } from '#src/sync/page-events.ts';
import type { Timers } from '#src/sync/timers.ts';

/** All that the parts are handed of the browser; the one place that touches its globals, with main.tsx. */
export function browserPage(window: Window & typeof globalThis) {
  const timers: Timers = {
    now: () => Date.now(),
    after(ms, callback) {
      const timer = window.setTimeout(callback, ms);
      return () => window.clearTimeout(timer);
    },
  };
  const storage: Pick<StorageManager, 'estimate' | 'persist' | 'persisted'> = window.navigator.storage;
  return {
    timers,
    events: createPageEvents(window),
    locks: createWebLocks(window.navigator.locks),
    memory: window.localStorage,
    storage,
    connection: window.navigator.connection,
    random: () => Math.random(),
    randomBytes: (length: number) => window.crypto.getRandomValues(new Uint8Array(length)),
    fetch: window.fetch.bind(window),
    wait: (ms: number) => new Promise<void>((done) => void timers.after(ms, done)),
    /** Has the browser ask before the page goes while `wouldLose` says that something would be lost. Returns the way to stop. */
    askBeforeLeaving(wouldLose: () => boolean) {
      const ask = (event: BeforeUnloadEvent) => {
        if (wouldLose()) event.preventDefault();
      };
      window.addEventListener('beforeunload', ask);
      return () => window.removeEventListener('beforeunload', ask);
    },
    every(ms: number, callback: () => void) {
      const timer = window.setInterval(callback, ms);
      return () => window.clearInterval(timer);
    },
  };
}

export type BrowserPage = ReturnType<typeof browserPage>;
