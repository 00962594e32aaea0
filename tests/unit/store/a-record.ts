import type { NoteRecord } from '#src/store/note-record.ts';
import { noteId } from '../notes/a-note-id.ts';

export const home = { identityId: 'us-east-1:me', bucket: 'uploads', prefix: 'us-east-1:me/' };

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
