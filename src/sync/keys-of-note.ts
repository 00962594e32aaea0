import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { wireKeys } from '#src/notes/wire-attachment.ts';
import type { NoteRecord } from '#src/store/note-record.ts';

/** The object keys that the text names, and those that the wire's `attachment` beside it may mean. */
export function keysNamed(note: { readonly text: string; readonly attachment: string | null }, home: AttachmentHome) {
  const inText = attachmentsIn(note.text).map(({ reference }) => referenceToKey(reference, home.identityId));
  return new Set([...inText, ...(note.attachment === null ? [] : wireKeys(note.attachment, home))]);
}

/** Every object key that the note names now or named when AWS last confirmed it. */
export function keysOf(record: NoteRecord, home: AttachmentHome): readonly string[] {
  const before = record.base === null ? [] : keysNamed(record.base, home);
  return [...new Set([...keysNamed(record, home), ...before])];
}
