import type { AttachmentHome } from './attachment-home.ts';
import { attachmentsIn } from './attachment-references.ts';
import { referenceToKey } from './object-reference.ts';
import { attachmentBeside, wireKeys } from './wire-attachment.ts';

/** The object keys that a note's text names, and those that the wire's `attachment` may mean where the text names none of them. */
export function keysNamed(
  note: { readonly text: string; readonly attachment: string | null },
  home: AttachmentHome,
): readonly string[] {
  const inText = attachmentsIn(note.text).map(({ reference }) => referenceToKey(reference, home.identityId));
  const beside = attachmentBeside(note.text, note.attachment, home);
  const onWire = beside === null ? [] : wireKeys(beside, home);
  return [...new Set([...inText, ...onWire])];
}
