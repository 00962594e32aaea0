import type { Found } from '#src/notes/note-search.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { once } from './once.ts';

/** The notes of a list, each looked up when it is shown, since they may be very many. */
export interface Hits {
  readonly count: number;
  readonly at: (index: number) => NoteSummary | undefined;
  readonly all: () => readonly NoteSummary[];
}

export const hitsAmong = (notes: readonly NoteSummary[]): Hits => ({
  count: notes.length,
  at: (index) => notes[index],
  all: () => notes,
});

/** `_list`: the list that they are looked up in; another one makes other hits. */
export const hitsOf = ({ count, noteAt }: Found, _list: readonly NoteSummary[]): Hits => ({
  count,
  at: noteAt,
  all: once(() => Array.from({ length: count }, (_, rank) => noteAt(rank)).filter((note) => note !== undefined)),
});
