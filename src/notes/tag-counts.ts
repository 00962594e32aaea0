import type { NoteSummary } from './note-summary.ts';
import { belongsTo } from './notebooks.ts';
import { tagKey } from './tag-name.ts';

export interface TagCount {
  readonly tag: string;
  readonly notes: number;
}

/** Every tag that has a list, with the number of notes in it, in alphabetical order. Case alone makes no other tag. */
export function tagCounts(notes: readonly NoteSummary[]): readonly TagCount[] {
  const counts = new Map<string, { tag: string; notes: number }>();
  for (const note of notes) {
    if (!belongsTo(note, { kind: 'all' })) continue;
    for (const tag of note.tags) {
      const known = counts.get(tagKey(tag));
      if (known === undefined) counts.set(tagKey(tag), { tag, notes: 1 });
      else known.notes += 1;
    }
  }
  const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return [...counts.values()].sort((a, b) => collator.compare(a.tag, b.tag));
}

/** The same tags by their names alone, the commonest first. */
export function commonestTags(notes: readonly NoteSummary[]): readonly string[] {
  return tagCounts(notes)
    .toSorted((a, b) => b.notes - a.notes)
    .map(({ tag }) => tag);
}
