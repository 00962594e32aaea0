import type { NoteSummary } from './note-summary.ts';
import { isWithin, tagKey } from './tag-name.ts';

/** The lists that notes are found in. */
export type NotebookName =
  | { readonly kind: 'all' | 'pinned' | 'archive' | 'trash' }
  | { readonly kind: 'tag'; readonly tag: string };

export interface TagCount {
  readonly tag: string;
  readonly notes: number;
}

/**
 * Whether the note is in that list. What is in the trash is nowhere else, and what is archived only there. A tag's list has those of the
 * tags under it as well.
 */
export function belongsTo(note: NoteSummary, notebook: NotebookName): boolean {
  if (notebook.kind === 'trash') return note.trashedAt !== null;
  if (note.trashedAt !== null) return false;
  if (notebook.kind === 'archive') return note.archived;
  if (note.archived) return false;
  if (notebook.kind === 'pinned') return note.pinned;
  return notebook.kind !== 'tag' || note.tags.some((tag) => isWithin(tag, notebook.tag));
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
