import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteRecord } from './note-record.ts';
export function written(
  record: NoteRecord | undefined,
  edit: {
    readonly id: NoteId;
    readonly seen: string;
    readonly text: string;
    readonly now: number;
    readonly home: AttachmentHome;
  },
): NoteRecord | undefined {
  throw new Error(`${record}${edit}`);
}
export function edited(
  record: NoteRecord | undefined,
  edit: {
    readonly id: NoteId;
    readonly change: (text: string) => string;
    readonly now: number;
    readonly home: AttachmentHome;
  },
): NoteRecord | undefined {
  throw new Error(`${record}${edit}`);
}
/** Takes an attachment out of the note: its links from the text, and the wire's attachment where it is that object. */
export function attachmentRemoved(
  record: NoteRecord,
  removal: { readonly key: string; readonly now: number; readonly home: AttachmentHome },
): NoteRecord {
  throw new Error(`${record}${removal}`);
}
export function deletedForEver(record: NoteRecord, now: number, notBefore: number): NoteRecord {
  throw new Error(`${record}${now}${notBefore}`);
}
export function deleteUndone(record: NoteRecord, now: number): NoteRecord {
  throw new Error(`${record}${now}`);
}
