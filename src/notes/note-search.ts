import type { KeptSearches } from './kept-searches.ts';
import type { NoteId } from './note-id.ts';
import type { NoteSummary } from './note-summary.ts';
import type { NotebookName } from './notebooks.ts';
import type { SearchProblem } from './search-query.ts';

export interface SearchQuestion {
  /** As it stands in the search box. */
  readonly typed: string;
  /** The list whose notes are looked through. */
  readonly within: NotebookName;
}

/** What has been found so far. */
export interface Found {
  /** The question's words that it answers. */
  readonly typed: string;
  readonly count: number;
  /** The best first; undefined where the note has gone in the meantime. */
  readonly noteAt: (rank: number) => NoteSummary | undefined;
  /** Folded texts to mark where they stand. */
  readonly marked: readonly string[];
  /** The text around the first hit, for notes whose title and beginning do not show it. */
  readonly excerpts: ReadonlyMap<NoteId, string>;
  readonly problems: readonly SearchProblem[];
  readonly complete: boolean;
}

/** The searches of the person whose notes they are, past and saved, in the shape that React's useSyncExternalStore takes. */
export interface SearchMemory {
  get(): KeptSearches;
  subscribe(listener: () => void): () => void;
  change(change: (searches: KeptSearches) => KeptSearches): void;
}

/** Finds notes among those on this device. */
export interface NoteSearch {
  readonly memory: SearchMemory;
  /** Somebody may search soon: the texts are read before anything is asked. */
  warm(): void;
  /** One question at a time; a new one ends the one before. `onFound` is told again whenever more or other notes answer it. Returns the way to stop. */
  find(question: SearchQuestion, onFound: (found: Found) => void): () => void;
}
