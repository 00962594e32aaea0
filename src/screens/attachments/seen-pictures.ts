import type { Notebook } from '#src/services.ts';
import type { ReadPictures } from './use-library-pictures.ts';

/** Where a person was on the page of pictures. */
export interface GridPlace {
  /** The picture that the Tab key led to; null: the first. */
  readonly active: { readonly id: string; readonly at: number } | null;
  /** The first picture in sight. */
  readonly first: string;
  /** How far its row was scrolled past; px. */
  readonly past: number;
}

export interface SeenPictures extends ReadPictures {
  /** By the visit: an entry of the browser's history. */
  readonly places: Map<string, GridPlace>;
}

/** What is kept of the page of pictures as long as the app is open, for coming back to it. */
export type SeenLibraries = WeakMap<Notebook, SeenPictures>;

export function seenOf(libraries: SeenLibraries, notebook: Notebook): SeenPictures {
  const before = libraries.get(notebook);
  if (before !== undefined) return before;
  const seen: SeenPictures = { notes: new Map(), shown: [], places: new Map() };
  libraries.set(notebook, seen);
  return seen;
}
