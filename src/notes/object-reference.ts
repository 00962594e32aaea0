import { wellFormed } from './well-formed.ts';

const placeholder = '~';
/** What an object's key may begin with before the identity id. */
const leads = ['', 'private/'];

/**
 * An object's key as notes name it: percent-encoded, with the person's identity id at its beginning (or behind `private/`) written as
 * `~`, so that a note can be read without knowing whose it is. A `~` of the key's own becomes `%7E`.
 */
export function keyToReference(key: string, identityId: string): string {
  const known = wellFormed(key);
  for (const lead of leads) {
    const owned = lead + identityId;
    if (identityId !== '' && known.startsWith(owned)) return lead + placeholder + encodeKey(known.slice(owned.length));
  }
  return encodeKey(known);
}

/** The object's key. What is no percent-encoding is taken as it stands. */
export function referenceToKey(reference: string, identityId: string): string {
  for (const lead of leads) {
    const marked = lead + placeholder;
    if (reference.startsWith(marked)) return lead + identityId + decodeKey(reference.slice(marked.length));
  }
  return decodeKey(reference);
}

/** Whether two references name one object, however they are encoded. */
export function isSameObject(a: string, b: string): boolean {
  const anybody = '\0';
  return referenceToKey(a, anybody) === referenceToKey(b, anybody);
}

/** Encodes what would end a Markdown link as well, and the placeholder. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not ours, or damaged by hand: such a key is still worth trying.
    return encoded;
  }
}
