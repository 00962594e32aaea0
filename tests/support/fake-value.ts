import type { Observable } from '#src/services.ts';

export interface FakeValue<T> extends Observable<T> {
  set(value: T): void;
}

/** An observable that a test sets. */
export const fakeValue = <T>(initial: T): FakeValue<T> => {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
