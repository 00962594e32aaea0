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
  const texts = new Map<NoteId, { readonly before: string; readonly after: string; readonly changedAt: number }>();
  return {
    async act(id) {
      // Gone since the renaming began: an edit would make it anew.
      const record = await notebook.read(id);
      if (record === undefined) return succeeded(false);
      const { changedAt } = record;
      const result = await notebook.edit(id, (before) => {
        const after = renameTag(before, from, to);
        if (after === before) texts.delete(id);
        else texts.set(id, { before, after, changedAt });
        return after;
      });
      return result.ok ? succeeded(texts.has(id)) : result;
    },
    async undo(id) {
      const known = texts.get(id);
      if (known === undefined) return succeeded(undefined);
      const { before, after, changedAt } = known;
      return notebook.write(id, { seen: after, text: before, changedAt });
    },
    told,
  };
};
