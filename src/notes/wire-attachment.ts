import type { AttachmentHome } from './attachment-home.ts';
import { attachmentsIn } from './attachment-references.ts';
import { referenceToKey } from './object-reference.ts';

import { keysOfAddress, lastSegment } from './s3-address.ts';

/** `us-east-1:` and a UUID, as the 2017 clients began their keys with. */
const leadingIdentity = /^[a-z]{2}(?:-[a-z]+)+-\d+:[0-9a-f-]{36}[-/]/i;

/**
 * The object keys that the wire's `attachment` may mean, the likeliest first: the one of a full S3 address (2017 to March 2018), or a bare
 * value under the writing prefix and then under the other ones. None for an address that is not of this bucket.
 */
export function wireKeys(raw: string, home: AttachmentHome): readonly string[] {
  if (raw === '') return [];
  if (/^https?:\/\//i.test(raw)) return keysOfAddress(raw, home.bucket);
  const whole = ownPrefixes(home.identityId).some((own) => raw.startsWith(own)) ? [raw] : [];
  return [...new Set([...whole, ...prefixes(home).map((prefix) => prefix + raw)])];
}

/** Where the wire's attachment is, where that is not in this bucket: an address of another place; null where it is here, or there is none. */
export const addressElsewhere = (raw: string | null, home: AttachmentHome): string | null =>
  raw === null || raw === '' || wireKeys(raw, home).length > 0 ? null : raw;

/** The file's name, as the tutorial's own clients show it: what follows the first `word-`. */
export function wireName(raw: string): string {
  const value = /^https?:\/\//i.test(raw) ? lastSegment(raw) : raw;
  const named = value.replace(leadingIdentity, '');
  const name = named.slice(named.lastIndexOf('/') + 1);
  return name.replace(/^\w+-(?=.)/s, '');
}

/** Whether the text itself names the object that the wire's attachment tells of. */
export function isNamedIn(text: string, raw: string, home: AttachmentHome): boolean {
  const keys = wireKeys(raw, home);
  return keysIn(text, home).some((key) => keys.includes(key));
}

/** What is left to keep of the wire's attachment beside this text: nothing where the text names it, since it then goes with its link. */
export function attachmentBeside(text: string, raw: string | null, home: AttachmentHome): string | null {
  return raw === null || isNamedIn(text, raw, home) ? null : raw;
}

/**
 * What to send as `attachment` with this text. `raw` is what AWS has: it goes back unchanged while the text does not name it (another
 * client wrote it; pass null once a person has removed it), and where it is the first that the text names. Otherwise the first attachment
 * of the text, as its key without the prefix; null where there is none.
 */
export function wireValueFor(text: string, raw: string | null, home: AttachmentHome): string | null {
  const keys = keysIn(text, home);
  const [first] = keys;
  const named = raw === null ? [] : wireKeys(raw, home);
  if (raw !== null && !keys.some((key) => named.includes(key))) return raw;
  if (first === undefined) return null;
  if (raw !== null && named.includes(first)) return raw;
  return first.slice(prefixes(home).find((prefix) => first.startsWith(prefix))?.length ?? 0);
}

function keysIn(text: string, home: AttachmentHome): readonly string[] {
  return attachmentsIn(text).map(({ reference }) => referenceToKey(reference, home.identityId));
}

/** The writing prefix, then those of the tutorial's eras. */
function prefixes(home: AttachmentHome): readonly string[] {
  return [...new Set([home.prefix, `private/${home.identityId}/`, `${home.identityId}/`])];
}

const ownPrefixes = (identityId: string): readonly string[] => [
  `private/${identityId}/`,
  `${identityId}/`,
  `${identityId}-`,
];
