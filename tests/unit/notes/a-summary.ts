import type { NoteSummary } from '#src/notes/note-summary.ts';
import { noteId } from './a-note-id.ts';

/** A summary in which only what a test is about is told. */
export function aSummary({
  id = 'a',
  ...told
}: Partial<Omit<NoteSummary, 'id'>> & { readonly id?: string } = {}): NoteSummary {
  return {
    id: noteId(id),
    title: 'Title',
    snippet: '',
    tags: [],
    pinned: false,
    archived: false,
    trashedAt: null,
    attachments: 0,
    createdAt: 0,
    changedAt: 0,
    state: 'saved',
    ...told,
  };
}
