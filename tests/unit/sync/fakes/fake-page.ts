import type { Locks } from '#src/sync/locks.ts';
import type { PageEvents } from '#src/sync/page-events.ts';
import type { FakeNetwork } from './fake-network.ts';

type Listener = Parameters<PageEvents['subscribe']>[0];

/** The page of one tab. */
export interface FakePage extends PageEvents {
  isVisible: boolean;
  tell(event: Parameters<Listener>[0]): void;
}

export function createFakePage(network: FakeNetwork): FakePage {
  const listeners = new Set<Listener>();
  return {
    isVisible: true,
    visible() {
      return this.isVisible;
    },
    online: () => network.online,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(event) {
      for (const listener of listeners) listener(event);
    },
  };
}

/** The locks that the tabs of one browser share, granted in the order of asking as Web Locks are. */
export function createFakeLocks(): Locks {
  const queues = new Map<string, { readonly signal: AbortSignal; readonly go: () => void }[]>();
  const held = new Set<string>();

  function next(name: string): void {
    if (held.has(name)) return;
    const one = queues.get(name)?.shift();
    if (one === undefined) return;
    if (one.signal.aborted) {
      next(name);
      return;
    }
    held.add(name);
    one.go();
  }

  return {
    async alone(name, signal, work) {
      await new Promise<void>((resolve, reject) => {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => reject(signal.reason));
        queues.set(name, [...(queues.get(name) ?? []), { signal, go: resolve }]);
        next(name);
      });
      try {
        return await work();
      } finally {
        held.delete(name);
        next(name);
      }
    },
  };
}
