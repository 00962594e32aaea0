import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { isNamedIn, wireKeys, wireName } from '#src/notes/wire-attachment.ts';

/** One attachment of a note, as it is shown. */
export interface AttachmentItem {
  readonly name: string;
  /** Where the object may be, the likeliest first; more than one only for what an old client has stored without a prefix. */
  readonly keys: readonly [string, ...string[]];
  /** Whether it is worth reading in order to show it. */
  readonly picture: boolean;
}

const pictureName = /\.(?:png|jpe?g|gif|webp|avif|bmp)$/i;

/** What the text names, once each, then the wire's own attachment where the text does not name it. Pictures come first. */
export const attachmentItems = (text: string, wire: string | null, home: AttachmentHome): readonly AttachmentItem[] => {
  const items = new Map<string, AttachmentItem>();
  for (const { reference, name, inline } of attachmentsIn(text)) {
    const key = referenceToKey(reference, home.identityId);
    if (!items.has(key)) items.set(key, { name: name || key, keys: [key], picture: inline || pictureName.test(name) });
  }
  if (wire !== null && !isNamedIn(text, wire, home)) {
    const [first, ...rest] = wireKeys(wire, home);
    const name = wireName(wire);
    if (first !== undefined) items.set(first, { name, keys: [first, ...rest], picture: pictureName.test(name) });
  }
  const all = [...items.values()];
  return [...all.filter((item) => item.picture), ...all.filter((item) => !item.picture)];
};
