import type { Observable, Value } from '#src/sync/observable-value.ts';

/** Has `target` show what `source` shows, from now on. */
export function follow<T>(source: Observable<T>, target: Value<T>): void {
  target.set(source.get());
  source.subscribe(() => target.set(source.get()));
}
