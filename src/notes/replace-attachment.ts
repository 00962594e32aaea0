import { attachmentsIn } from './attachment-references.ts';
import { escapeLinkText } from './link-text.ts';
import { nameInKey } from './object-key.ts';
import { keyToReference, referenceToKey } from './object-reference.ts';
import { wireName } from './wire-attachment.ts';

interface Replacement {
  /** The object that goes. */
  readonly key: string;
  readonly identityId: string;
  readonly by: {
    readonly key: string;
    readonly name: string;
    /** Whether it can be shown in the text. */
    readonly picture: boolean;
  };
}

/**
 * The text with another object in the place of one. A link that said the old file's name says the new one's; what a person has written there
 * stays, and so does whatever else stands in the link. One that was shown in the text stays so if it can be.
 */
export function replaceAttachment(text: string, { key, identityId, by }: Replacement): string {
  let replaced = text;
  for (const link of attachmentsIn(text).toReversed()) {
    if (referenceToKey(link.reference, identityId) !== key) continue;
    const head = text.slice(link.start, link.targetStart);
    const opening = head.lastIndexOf('](');
    const label = isOwnName(link.name, key) ? escapeLinkText(by.name) : head.slice(link.inline ? 2 : 1, opening);
    const marks = link.inline && by.picture ? '![' : '[';
    const target = `${head.slice(opening)}attachment:${keyToReference(by.key, identityId)}`;
    replaced = replaced.slice(0, link.start) + marks + label + target + replaced.slice(link.targetEnd);
  }
  return replaced;
}

/** Whether the link says no more than the name that the file came with. */
function isOwnName(name: string, key: string): boolean {
  const inKey = wireName(key);
  const own = name.slice(name.lastIndexOf('/') + 1);
  return name === '' || own === inKey || nameInKey(own) === inKey;
}
