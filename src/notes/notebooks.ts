import type { NoteSummary } from './note-summary.ts';
import { isWithin } from './tag-name.ts';

/** The lists that notes are found in. */
export type NotebookName =
  | { readonly kind: 'all' | 'pinned' | 'archive' | 'trash' }
  | { readonly kind: 'tag'; readonly tag: string };

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
