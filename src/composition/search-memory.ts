import { type KeptSearches, noSearches, parseSearches } from '#src/notes/kept-searches.ts';
import type { SearchMemory } from '#src/notes/note-search.ts';
import { createValue } from '#src/sync/observable-value.ts';
import { searchesKey } from './device-copy.ts';

/** One person's searches. `database`: of the person's notes; null where nothing of them may be kept, and they go with the tab. */
export function createSearchMemory(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  database: string | null,
): SearchMemory {
  const stored = (): KeptSearches | null => {
    if (database === null) return null;
    try {
      return parseSearches(storage.getItem(searchesKey(database)));
    } catch {
      return null;
    }
  };
  const searches = createValue<KeptSearches>(stored() ?? noSearches);
  return {
    ...searches,
    change(change) {
      // Another tab may have added to them.
      searches.set(change(stored() ?? searches.get()));
      try {
        if (database !== null) storage.setItem(searchesKey(database), JSON.stringify(searches.get()));
      } catch {
        // No room: they are remembered until the page is closed.
      }
    },
  };
}
