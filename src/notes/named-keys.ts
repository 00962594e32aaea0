import type { AttachmentHome } from './attachment-home.ts';
import { attachmentsIn } from './attachment-references.ts';
import { referenceToKey } from './object-reference.ts';
import { wireKeys } from './wire-attachment.ts';

/** The object keys that a note's text names, and those that the wire's `attachment` beside it may mean. */
export function keysNamed(
  note: { readonly text: string; readonly attachment: string | null },
  home: AttachmentHome,
): readonly string[] {
  const inText = attachmentsIn(note.text).map(({ reference }) => referenceToKey(reference, home.identityId));
  const onWire = note.attachment === null ? [] : wireKeys(note.attachment, home);
  return [...new Set([...inText, ...onWire])];
}
