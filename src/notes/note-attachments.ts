import type { AttachmentHome } from './attachment-home.ts';
import { attachmentsIn } from './attachment-references.ts';
import { referenceToKey } from './object-reference.ts';
import { isNamedIn, wireKeys, wireName } from './wire-attachment.ts';

/** One attachment of a note. */
export interface NoteAttachment {
  readonly name: string;
  /**
   * Where the object may be, the likeliest first; more than one only for what an old client has stored without a prefix, and none for
   * what is not in this bucket.
   */
  readonly keys: readonly string[];
  /** Shown in the text. */
  readonly inline: boolean;
  /** False: only the wire's `attachment` tells of it. */
  readonly named: boolean;
}

const pictureName = /\.(?:png|jpe?g|gif|webp|avif|bmp)$/i;

/** Whether it is worth reading in order to show it; what it is, its bytes say. */
export const looksLikePicture = ({ name, inline }: Pick<NoteAttachment, 'name' | 'inline'>): boolean =>
  inline || pictureName.test(name);

/** What the text names, once each, then the wire's own attachment where the text does not name it. */
export function noteAttachments(text: string, wire: string | null, home: AttachmentHome): readonly NoteAttachment[] {
  const found = new Map<string, NoteAttachment>();
  for (const { reference, name, inline } of attachmentsIn(text)) {
    const key = referenceToKey(reference, home.identityId);
    if (!found.has(key)) found.set(key, { name: name || wireName(key) || key, keys: [key], inline, named: true });
  }
  const beside =
    wire === null || wire === '' || isNamedIn(text, wire, home)
      ? []
      : [{ name: wireName(wire) || wire, keys: wireKeys(wire, home), inline: false, named: false }];
  return [...found.values(), ...beside];
}
