import type { NoteSummary } from './note-summary.ts';
import { belongsTo, type NotebookName } from './notebooks.ts';
import type { SearchQuery } from './search-query.ts';

/** Whether the query speaks of the trash, and so is asked of it as well. */
export const asksForTrash = ({ parts }: SearchQuery): boolean =>
  parts.some((part) => part.kind === 'is' && part.state === 'trashed' && !part.not);

/**
 * Whether a search in the list looks at the note. In all notes it finds the archived ones too, and those in the trash where it asks for
 * them; the trash otherwise keeps its notes to itself.
 */
export function isSearched(note: NoteSummary, within: NotebookName, trashToo: boolean): boolean {
  if (belongsTo(note, within)) return true;
  return within.kind === 'all' && (trashToo || (note.archived && note.trashedAt === null));
}
