import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NotebookName } from '#src/notes/notebooks.ts';
import { tagKey } from '#src/notes/tag-name.ts';
import type { Notebook } from '#src/services.ts';
import { EmptyTrash } from './empty-trash.tsx';
import { TagMenu } from './tag-menu.tsx';

interface NotebookToolsProps {
  readonly notebook: Notebook;
  readonly choice: NotebookName;
  readonly notes: readonly NoteSummary[];
}

/** What can be done with the whole notebook, beside its name. */
export const NotebookTools = ({ notebook, choice, notes }: NotebookToolsProps) => {
  if (choice.kind === 'trash') return notes.length > 0 ? <EmptyTrash notebook={notebook} notes={notes} /> : null;
  return choice.kind === 'tag' ? <TagMenu key={tagKey(choice.tag)} notebook={notebook} tag={choice.tag} /> : null;
};
