/** Locks among this browser's tabs. */
export interface Locks {
  /** Does `work` once no other tab holds the lock. Rejects, with nothing done, where `signal` aborts before that. */
  alone<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

/** Web Locks (https://w3c.github.io/web-locks/): a lock goes with its tab, however the tab ends. */
export function createWebLocks(manager: LockManager): Locks {
  return {
    alone: (name, signal, work) => manager.request(name, { signal }, work),
  };
}
