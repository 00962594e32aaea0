import type { NoteSummary } from './note-summary.ts';

/** For sorting lists: pinned notes first, then the last changed first; ids decide between equals, so that a list never flickers. */
export function byPinnedThenChanged(a: NoteSummary, b: NoteSummary): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  if (a.changedAt !== b.changedAt) return b.changedAt - a.changedAt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
