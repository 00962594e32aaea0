import type { NoteId } from '#src/notes/note-id.ts';
import type { SearchQuestion } from '#src/notes/note-search.ts';
import type { SearchProblem } from '#src/notes/search-query.ts';
import type { PackedIds } from './packed-ids.ts';

/** What the page says to the worker that searches. */
export type ToSearcher =
  /** First: the database whose notes it reads. */
  | { readonly kind: 'open'; readonly database: string }
  | { readonly kind: 'warm' }
  /** `number`: of the question; answers come under it. */
  | { readonly kind: 'find'; readonly number: number; readonly question: SearchQuestion }
  | { readonly kind: 'stop' }
  /** Last. */
  | { readonly kind: 'end' };

/** What it answers. */
export type FromSearcher =
  | {
      readonly kind: 'answer';
      readonly number: number;
      readonly typed: string;
      /** The best first: each note's number. */
      readonly numbers: Uint32Array<ArrayBuffer>;
      /** The ids of the notes whose numbers follow on those that have been told before; null: none. */
      readonly names: PackedIds | null;
      readonly marked: readonly string[];
      readonly excerpts: ReadonlyMap<NoteId, string>;
      readonly problems: readonly SearchProblem[];
      readonly complete: boolean;
    }
  /** It cannot read the database. */
  | { readonly kind: 'failed' };
