import { useEffect, useState, useSyncExternalStore } from 'react';
import { type KeptSearches, noSearches } from '#src/notes/kept-searches.ts';
import type { SearchMemory } from '#src/notes/note-search.ts';
import type { Notebook } from '#src/services.ts';

const nothing: Pick<SearchMemory, 'get' | 'subscribe'> = { get: () => noSearches, subscribe: () => () => {} };

/** The person's past and saved searches, and the way to change them. */
export const useSearches = (notebook: Notebook): readonly [KeptSearches, SearchMemory['change']] => {
  const [memory, setMemory] = useState<SearchMemory | null>(null);
  useEffect(() => {
    let current = true;
    const load = async () => {
      const loaded = (await notebook.search()).memory;
      if (current) setMemory(loaded);
    };
    // Where the file cannot be loaded, there are none.
    load().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [notebook]);
  const { get, subscribe } = memory ?? nothing;
  return [useSyncExternalStore(subscribe, get), (change) => memory?.change(change)];
};
