import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';
import type { NoteRecord } from '#src/store/note-record.ts';

export const home = { identityId: 'us-east-1:me', bucket: 'uploads', prefix: 'us-east-1:me/' };

export function noteId(value: string): NoteId {
  const id = parseNoteId(value);
  if (id === undefined) throw new Error(`not an id: ${value}`);
  return id;
}

/** A clean record in which only what a test is about is told. */
export function aRecord({
  id = 'a',
  ...told
}: Partial<Omit<NoteRecord, 'id'>> & { readonly id?: string } = {}): NoteRecord {
  return {
    id: noteId(id),
    text: '',
    attachment: null,
    createdAt: null,
    changedAt: 0,
    base: null,
    sending: null,
    waiting: null,
    problem: null,
    ...told,
  };
}
