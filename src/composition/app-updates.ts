import { takeOver } from '#src/service-worker/take-over.ts';
import { createValue } from '#src/sync/observable-value.ts';
import type { PageEvents } from '#src/sync/page-events.ts';
import type { Timers } from '#src/sync/timers.ts';

/** What is asked of the page before it is left for a new version, and done to it. */
export interface LeavablePage {
  /** Has everything that was typed written, and says whether something would be lost by leaving now. */
  wouldLose(): boolean;
  /** Whether a file is on its way. */
  uploading(): boolean;
  /** Whether a person has clicked or typed anything since the page was opened. */
  touched(): boolean;
  reload(): void;
}

interface Deps {
  readonly page: LeavablePage;
  readonly events: PageEvents;
  readonly timers: Timers;
  /** null where the browser has no service workers for us. */
  readonly register: (() => Promise<ServiceWorkerRegistration>) | null;
  readonly container: Pick<EventTarget, 'addEventListener'> & { readonly controller: unknown };
  readonly report: (problem: string) => void;
}

/** So long may a new version replace a page that nobody has touched, ms. */
const justOpened = 10_000;
/** So long must a page have been out of sight, ms: nobody is coming back to it in the next moment. */
const leftAlone = 5 * 60_000;
const betweenLooks = 60_000;
const patience = 5_000;
const longestFetch = 30_000;

/**
 * New versions of the app. One that has arrived waits, is offered, and is taken when a person says so, or when the page has just been
 * opened or left; never over something unsaved or a file on its way. Where another tab has taken it, this page is offered it the same way:
 * until then it goes on with the files of its own version, which the service worker keeps.
 */
export function createAppUpdates({ page, events, timers, register, container, report }: Deps) {
  const ready = createValue(false);
  const openedAt = timers.now();
  let registration: ServiceWorkerRegistration | undefined;
  let controlled = container.controller !== null;
  let replaced = false;
  let leaving = false;
  let lookedAt = openedAt;

  const wait = (ms: number) => new Promise<void>((done) => void timers.after(ms, done));

  async function until(is: () => boolean, atMost: number): Promise<boolean> {
    const end = timers.now() + atMost;
    while (!is()) {
      if (timers.now() >= end) return false;
      await wait(100);
    }
    return true;
  }

  const isSafe = () => !page.uploading() && !page.wouldLose();

  /** Goes to the new version. False: something would have been lost, and nothing has happened. */
  async function take(): Promise<boolean> {
    if (leaving) return true;
    leaving = true;
    try {
      if (!(await until(isSafe, patience))) return false;
      registration?.waiting?.postMessage(takeOver);
      if (registration?.waiting) await until(() => replaced, patience);
      if (!isSafe()) return false;
      page.reload();
      return true;
    } finally {
      leaving = false;
    }
  }

  function offer(): void {
    ready.set(true);
    if (!page.touched() && timers.now() - openedAt < justOpened) void take();
  }

  function follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      // The first of all is no new version.
      if (worker.state === 'installed' && registration?.active) offer();
    });
  }

  function look(): void {
    if (registration === undefined || timers.now() - lookedAt < betweenLooks) return;
    lookedAt = timers.now();
    registration.update().catch((error: unknown) => report(`No look for a new version: ${error}`));
  }

  container.addEventListener('controllerchange', () => {
    if (!controlled) {
      controlled = true;
      return;
    }
    replaced = true;
    if (!leaving) offer();
  });

  let stopWaiting = () => {};
  events.subscribe((event) => {
    stopWaiting();
    if (event === 'hidden') {
      stopWaiting = timers.after(leftAlone, () => {
        if (ready.get() && !events.visible()) void take();
      });
    } else if (event !== 'offline') look();
  });

  return {
    ready,
    take,
    async start(): Promise<void> {
      if (register === null) return;
      try {
        registration = await register();
        const begun = registration;
        begun.addEventListener('updatefound', () => follow(begun.installing));
        follow(begun.installing);
        if (begun.waiting && begun.active) offer();
      } catch (error) {
        report(`The app is not kept for opening it without a network: ${error}`);
      }
    },
    /** Fetches the newest version and goes to it, for a page whose parts are gone from the server. */
    async takeNewest(): Promise<boolean> {
      if (registration !== undefined) {
        await registration.update().catch((error: unknown) => report(`No look for a new version: ${error}`));
        const begun = registration;
        await until(() => begun.installing === null, longestFetch);
      }
      const taken = await take();
      if (!taken) ready.set(true);
      return taken;
    },
  };
}
