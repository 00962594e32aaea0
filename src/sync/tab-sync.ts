import type { SyncEngine } from './engine.ts';
import type { Locks } from './locks.ts';
import { createValue } from './observable-value.ts';
import type { PageEvents } from './page-events.ts';
import { nothingYet, type SyncStatus } from './sync-status.ts';
import { parseTabMessage, type TabMessage } from './tab-messages.ts';

/** The way to the other tabs that have the same notes open. */
export interface TabChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

// One tab of all that have a person's notes open leads: its engine syncs for all of them, and the others show its status.
//
//              visible: asks for the lock                     the lock is ours
//   following ─────────────────────────────▶ waiting ─────────────────────────────▶ leading
//      ▲  ▲                                     │                                      │
//      │  └────────────── hidden ───────────────┘                                      │
//      └────────── hidden, and a visible tab asks for it (or the tab stops) ───────────┘
//
// A tab that goes takes its lock with it, so that the next in line leads.

/** The sync of all tabs as one tab sees it: does it itself while this one leads, and asks the leader otherwise. */
export function createTabSync(deps: {
  /** A fresh engine for each time that this tab leads. */
  readonly createEngine: () => SyncEngine;
  readonly locks: Locks;
  /** One name for each device's copy. */
  readonly lockName: string;
  /** null where no other tab has these notes. */
  readonly channel: TabChannel | null;
  readonly page: PageEvents;
  /** Tells this tab's requests from the others'. */
  readonly newRequest: () => string;
}): SyncEngine {
  const { createEngine, locks, lockName, channel, page, newRequest } = deps;
  const status = createValue<SyncStatus>(nothingYet);
  /** What resolves each request to the leader, under the request's name. */
  const asked = new Map<string, () => void>();
  let stopping: AbortController | null = null;
  let campaign: AbortController | null = null;
  let leading: { readonly engine: SyncEngine; readonly handOver: () => void } | null = null;
  let lastTerm: Promise<void> = Promise.resolve();

  const post = (message: TabMessage) => channel?.post(message);
  const ownEngine = (): SyncEngine | null => leading?.engine ?? null;

  /** Leads until told otherwise; the lock is this tab's meanwhile. */
  async function lead(stop: AbortSignal): Promise<void> {
    const engine = createEngine();
    const over = new Promise<void>((resolve) => {
      leading = { engine, handOver: resolve };
      stop.addEventListener('abort', () => resolve());
    });
    const mirror = () => {
      status.set(engine.status.get());
      post({ kind: 'status', status: engine.status.get() });
    };
    const unsubscribe = engine.status.subscribe(mirror);
    engine.start();
    mirror();
    for (const resolve of asked.values()) resolve();
    await over;
    leading = null;
    await engine.stop();
    unsubscribe();
  }

  function run(): void {
    if (stopping === null || campaign !== null || leading !== null || !page.visible()) return;
    const stop = stopping.signal;
    campaign = new AbortController();
    const asking = campaign;
    stop.addEventListener('abort', () => asking.abort());
    lastTerm = locks
      .alone(lockName, asking.signal, async () => {
        campaign = null;
        if (!stop.aborted) await lead(stop);
      })
      .catch(ifAborted)
      .then(() => {
        if (campaign === asking) campaign = null;
        run();
      });
  }

  function onPageEvent(event: Parameters<Parameters<PageEvents['subscribe']>[0]>[0]): void {
    if (event === 'hidden') campaign?.abort();
    if (event !== 'focus' || leading !== null) return;
    run();
    post({ kind: 'hand over' });
  }

  function onMessage(message: TabMessage): void {
    switch (message.kind) {
      case 'status':
        if (leading === null) status.set(message.status);
        return;
      case 'hand over':
        if (!page.visible()) leading?.handOver();
        return;
      case 'who leads':
        if (leading !== null) post({ kind: 'status', status: status.get() });
        return;
      case 'sync now':
        void leading?.engine.syncNow().then(() => post({ kind: 'synced', request: message.request }));
        return;
      case 'synced':
        asked.get(message.request)?.();
    }
  }

  async function syncNow(): Promise<void> {
    if (stopping === null) return;
    const own = ownEngine();
    if (own !== null) return own.syncNow();
    const request = newRequest();
    await new Promise<void>((resolve) => {
      asked.set(request, resolve);
      stopping?.signal.addEventListener('abort', () => resolve());
      post({ kind: 'sync now', request });
    });
    asked.delete(request);
    // The leader went before it had answered, and this tab has taken its place.
    await ownEngine()?.syncNow();
  }

  return {
    status,
    start() {
      if (stopping !== null) return;
      stopping = new AbortController();
      const { signal } = stopping;
      signal.addEventListener('abort', page.subscribe(onPageEvent));
      channel?.listen((received) => {
        const message = parseTabMessage(received);
        if (message !== null && !signal.aborted) onMessage(message);
      });
      run();
      post({ kind: 'who leads' });
      if (page.visible()) post({ kind: 'hand over' });
    },
    async stop() {
      stopping?.abort();
      stopping = null;
      await lastTerm;
      channel?.close();
    },
    syncNow,
  };
}

/** A campaign that was called off. */
function ifAborted(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}
