import { type ComponentType, startTransition, useEffect, useState } from 'react';
import type { Found } from '#src/notes/note-search.ts';
import type { NotebookName } from '#src/notes/notebooks.ts';
import type { Notebook } from '#src/services.ts';
import type { MarkedProps } from './marked.tsx';

interface Searching {
  /** null while nothing is asked or nothing is known yet. */
  readonly found: Found | null;
  /** Marks what was searched for in a row; null until it has loaded. */
  readonly Marked: ComponentType<MarkedProps> | null;
}

/** ms in which nothing else happens after the list is there. */
const quiet = 2_000;

/**
 * What a query finds in the chosen notebook. The first answers come at once, from titles, tags and beginnings; the rest as the texts are
 * read from the device, which begins when the list has been there for a while, or when somebody is `about` to search.
 */
export const useSearch = (notebook: Notebook, { typed, within, about, listed }: SearchAbout): Searching => {
  const [found, setFound] = useState<Found | null>(null);
  const [Marked, setMarked] = useState<Searching['Marked']>(null);
  const asking = typed.trim() !== '';

  useEffect(() => {
    if (!about && !listed) return;
    const warm = async () => {
      // Before the first answer, so that no row is shown twice.
      const { Marked: loaded } = await import('./marked.tsx');
      setMarked(() => loaded);
      (await notebook.search()).warm();
    };
    const timer = setTimeout(() => void warm().catch(askedForLater), about ? 0 : quiet);
    return () => clearTimeout(timer);
  }, [notebook, about, listed]);

  useEffect(() => {
    if (!asking) return setFound(null);
    let current = true;
    let stop = () => {};
    const find = async () => {
      const search = await notebook.search();
      if (!current) return;
      // A letter that is typed meanwhile goes first.
      stop = search.find({ typed, within }, (next) => {
        if (current) startTransition(() => setFound(next));
      });
    };
    void find().catch(askedForLater);
    return () => {
      current = false;
      stop();
    };
  }, [notebook, asking, typed, within]);

  return { found: asking ? found : null, Marked };
};

interface SearchAbout {
  readonly typed: string;
  readonly within: NotebookName;
  readonly about: boolean;
  /** Whether the whole list is there. */
  readonly listed: boolean;
}

/** A file that cannot be loaded now is asked for again with the next letter. */
const askedForLater = () => undefined;
