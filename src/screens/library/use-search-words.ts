import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router-dom';

/** Browsers refuse to change the address too often (Safari: 100 times in 30 s), so it waits for a pause in typing; ms. */
const pause = 250;

/** The state of a link that sets the search box. Where the address is that of the link already, the router replaces it, as the box does. */
export const visiting: Visiting = { sets: 'search' };

interface Visiting {
  readonly sets: 'search';
}

/**
 * What stands in the search box. It leads, and the address (`?q=`) follows; a visit that is not the box's own (a link, the back button)
 * sets it.
 */
export const useSearchWords = (): readonly [string, (words: string) => void] => {
  const [query, setQuery] = useSearchParams();
  const inAddress = query.get('q') ?? '';
  const [words, setWords] = useState(inAddress);
  const { key: visit, state }: { readonly key: string; readonly state: Partial<Visiting> | null } = useLocation();
  const type = useNavigationType();

  const follow = useEffectEvent(() => {
    if (type !== 'REPLACE' || state?.sets === visiting.sets) setWords(inAddress);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a visit is what calls for it
  useEffect(() => follow(), [visit]);

  const lead = useEffectEvent(() => {
    if (words === inAddress) return;
    setQuery((before) => withWords(before, words), { replace: true });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are what calls for it
  useEffect(() => {
    const timer = setTimeout(() => lead(), pause);
    return () => clearTimeout(timer);
  }, [words]);

  return [words, setWords];
};

/** The query of an address with these words to search for. */
export const withWords = (query: URLSearchParams, words: string): URLSearchParams => {
  const next = new URLSearchParams(query);
  if (words === '') next.delete('q');
  else next.set('q', words);
  return next;
};
