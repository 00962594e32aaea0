import type { NoteSummary } from './note-summary.ts';

/** What a list is sorted by: the last changed first, the last created first, or titles as a person sorts them. */
export type NoteOrder = 'changed' | 'created' | 'title';

export type CompareNotes = (a: NoteSummary, b: NoteSummary) => number;

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const within: Readonly<Record<NoteOrder, CompareNotes>> = {
  changed: (a, b) => b.changedAt - a.changedAt,
  created: (a, b) => b.createdAt - a.createdAt,
  title: (a, b) => collator.compare(a.title, b.title),
};

/** For sorting lists: pinned notes first, then in the order; ids decide between equals, so that a list never flickers. */
export const byPinnedThen =
  (order: NoteOrder): CompareNotes =>
  (a, b) => {
    if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
    const apart = within[order](a, b);
    if (apart !== 0) return apart;
    if (a.id === b.id) return 0;
    return a.id < b.id ? -1 : 1;
  };

export const byPinnedThenChanged = byPinnedThen('changed');
