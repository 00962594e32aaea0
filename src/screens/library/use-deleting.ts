import { useLocation, useNavigate } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import { succeeded } from '#src/notes/result.ts';
import type { Notebook } from '#src/services.ts';
import type { BulkAct } from './use-bulk.ts';

/**
 * Deleting notes for ever as an act. Where one of them is open, the list alone is shown: an open note that goes says of itself that it was
 * deleted elsewhere.
 */
export const useDeleting = (notebook: Notebook, told: BulkAct['told']): ((ids: readonly NoteId[]) => BulkAct) => {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (ids) => {
    if (ids.some((id) => pathname === `/notes/${id}`)) void navigate({ pathname: '/', search });
    return {
      async act(id) {
        const result = await notebook.deleteForEver(id);
        return result.ok ? succeeded(true) : result;
      },
      undo: (id) => notebook.undoDelete(id),
      told,
    };
  };
};
