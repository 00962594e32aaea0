import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keyToReference } from '#src/notes/object-reference.ts';

/**
 * Tells which of some object keys a text mentions, however it does: as a link, in code, as an address, cut off or encoded in a way that makes no link.
 * That a key is mentioned where it is not does no harm: its file is kept.
 */
export interface Mentions {
  look(text: string): void;
  /** Those that no text has mentioned so far. */
  unmentioned(): readonly string[];
}

/** What new keys, and the tutorial's, have before the name: hardly anything else says the same. */
const leadingId = /^\w{10,}(?=-)/;
const words = /\w{10,}/g;

export function createMentions(keys: readonly string[], { identityId }: Pick<AttachmentHome, 'identityId'>): Mentions {
  const left = new Set(keys);
  const byId = new Map<string, readonly string[]>();
  const others: { readonly key: string; readonly forms: readonly string[] }[] = [];
  for (const key of keys) {
    const name = withoutPrefix(key, identityId);
    const id = leadingId.exec(name)?.[0];
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), key]);
    else others.push({ key, forms: [...new Set([name, encodeURIComponent(name), keyToReference(name, '')])] });
  }
  const lengths = [...new Set([...byId.keys()].map(({ length }) => length))];

  return {
    look(text) {
      if (lengths.length > 0) {
        // What stands before an id may run into it, as the 2F of an encoded slash does.
        for (const [word] of text.matchAll(words))
          for (const length of lengths) for (const key of byId.get(word.slice(-length)) ?? []) left.delete(key);
      }
      for (const { key, forms } of others) {
        if (left.has(key) && forms.some((form) => text.includes(form))) left.delete(key);
      }
    },
    unmentioned: () => [...left],
  };
}

function withoutPrefix(key: string, identityId: string): string {
  const prefix = [`private/${identityId}/`, `${identityId}/`, `${identityId}-`].find((one) => key.startsWith(one));
  return key.slice(prefix?.length ?? 0);
}
