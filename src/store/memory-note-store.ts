import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteStore } from './note-store.ts';
export function createMemoryNoteStore(deps: { readonly home: AttachmentHome }): NoteStore {
  throw new Error(deps.home.bucket);
}
