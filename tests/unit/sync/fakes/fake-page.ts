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

/** The locks that the tabs of one browser share. */
export function createFakeLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    alone(name, signal, work) {
      const turn = (last.get(name) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted();
        return work();
      });
      last.set(
        name,
        turn.then(
          () => {},
          () => {},
        ),
      );
      return turn;
    },
  };
}
