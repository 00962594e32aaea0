import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { type Notebook, useServices } from '#src/services.ts';
import type { Found, SearchEngine } from './search-engine.ts';

/**
 * What a query finds among the notes: null while nothing is asked or nothing is known yet. The first answers come at once, from titles,
 * tags and beginnings; the rest as the texts are read from the device. `about`: somebody is about to search.
 */
export const useSearch = (
  notebook: Notebook,
  notes: readonly NoteSummary[],
  typed: string,
  about: boolean,
): Found | null => {
  const { now } = useServices();
  const engine = useRef<Promise<SearchEngine> | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const searched = typed.trim();

  const load = useEffectEvent((): Promise<SearchEngine> => {
    // A list is there without it.
    engine.current ??= import('./search-engine.ts').then(({ createSearchEngine }) => createSearchEngine(notebook, now));
    return engine.current;
  });
  useEffect(() => {
    if (!about || searched !== '') return;
    const stopping = new AbortController();
    const warm = async () => (await load()).warm(notes, stopping.signal);
    warm().catch(() => {
      engine.current = null;
    });
    return () => stopping.abort();
  }, [about, notes, searched]);
  useEffect(() => {
    if (searched === '') return setFound(null);
    const stopping = new AbortController();
    const run = async () => {
      const loaded = await load();
      await loaded.run(searched, notes, stopping.signal, setFound);
    };
    run().catch(() => {
      // The device's copy is gone, which the page tells of, or the file could not be loaded: it is asked for again.
      engine.current = null;
    });
    return () => stopping.abort();
  }, [notes, searched]);

  return searched === '' ? null : found;
};
