import { useSyncExternalStore } from 'react';

/** The present value of something that changes over time. */
export const useObservable = <T>(observable: { get(): T; subscribe(listener: () => void): () => void }): T =>
  useSyncExternalStore(
    (listener) => observable.subscribe(listener),
    () => observable.get(),
  );
