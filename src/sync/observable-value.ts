import type { Observable } from '#src/services.ts';

export interface ObservableValue<T> extends Observable<T> {
  set(value: T): void;
}

/** A value that tells its listeners when it is set to another one. */
export function createValue<T>(initial: T): ObservableValue<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
