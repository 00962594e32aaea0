import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';

/** A readable id for tests. */
export function noteId(value: string): NoteId {
  const id = parseNoteId(value);
  if (id === undefined) throw new Error(`not an id: ${value}`);
  return id;
}
