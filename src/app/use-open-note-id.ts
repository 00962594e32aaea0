import { useState } from 'react';
import { useLocation, useMatch } from 'react-router-dom';
import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';
import type { Notebook } from '#src/services.ts';

export interface OpenNoteId {
  readonly id: NoteId;
  readonly isNew: boolean;
}

/**
 * Which note the address opens. `/notes/new` gets an id of its own at once, a fresh one for every visit, so that the editor stays the
 * same when the address becomes `/notes/ID` after the first key.
 */
export const useOpenNoteId = (notebook: Notebook): OpenNoteId | null => {
  const named = useMatch('/notes/:id')?.params.id;
  const { key } = useLocation();
  const [draft, setDraft] = useState<{ readonly visit: string; readonly id: NoteId } | null>(null);
  if (named === undefined) return null;
  if (named !== 'new') {
    const id = parseNoteId(named);
    return id === undefined ? null : { id, isNew: false };
  }
  if (draft?.visit === key) return { id: draft.id, isNew: true };
  const fresh = { visit: key, id: notebook.newId() };
  setDraft(fresh);
  return { id: fresh.id, isNew: true };
};
