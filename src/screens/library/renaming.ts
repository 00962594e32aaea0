import type { NoteId } from '#src/notes/note-id.ts';
import { renameTag } from '#src/notes/rename-tag.ts';
import { succeeded } from '#src/notes/result.ts';
import type { Notebook } from '#src/services.ts';
import type { BulkAct } from './use-bulk.ts';

/**
 * Renaming a tag as an act. A note that had both tags cannot be told from one that had either, so what each was is kept to take it back;
 * what has been written into it since stays.
 */
export const renaming = (
  notebook: Pick<Notebook, 'read' | 'edit' | 'write'>,
  from: string,
  to: string,
  told: BulkAct['told'],
): BulkAct => {
  const texts = new Map<NoteId, { readonly before: string; readonly after: string }>();
  return {
    async act(id) {
      // Gone since the renaming began: an edit would make it anew.
      if ((await notebook.read(id)) === undefined) return succeeded(false);
      const result = await notebook.edit(id, (before) => {
        const after = renameTag(before, from, to);
        if (after === before) texts.delete(id);
        else texts.set(id, { before, after });
        return after;
      });
      return result.ok ? succeeded(texts.has(id)) : result;
    },
    async undo(id) {
      const known = texts.get(id);
      return known === undefined ? succeeded(undefined) : notebook.write(id, { seen: known.after, text: known.before });
    },
    told,
  };
};
