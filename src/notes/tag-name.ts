/** In UTF-16 units. */
export const longestTag = 100;

/** What may stand in a tag: letters and digits of any script, with their marks, `-`, `_` and `/`. */
export const tagCharacter = String.raw`[\p{L}\p{N}\p{M}_/-]`;

const notInTags = new RegExp(tagCharacter.replace('[', '[^'), 'gu');

/** Makes a tag of what somebody wrote as one: no `#` before it, hyphens for spaces, nothing that a tag cannot hold. May come out empty. */
export function asTag(written: string): string {
  const joined = written
    .slice(0, 4 * longestTag)
    .trim()
    .replace(/\s+/g, '-')
    .normalize('NFC')
    .replace(notInTags, '');
  const tag = trimEnd(joined);
  return tag.length <= longestTag && /[\p{L}\p{N}]/u.test(tag) ? tag : '';
}

/** Two tags that differ in case alone are one. */
export function sameTag(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

/** Whether it is the other tag or one under it: `work/home` is under `work`. */
export function isWithin(tag: string, other: string): boolean {
  return `${tagKey(tag)}/`.startsWith(`${tagKey(other)}/`);
}

/** By what tags are told apart. */
export function tagKey(tag: string): string {
  return tag.toLowerCase();
}

/** In their order, each once, in the form that it is written in first; empty ones left out. */
export function uniqueTags(tags: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) if (tag !== '' && !byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag);
  return [...byKey.values()];
}

function trimEnd(tag: string): string {
  let end = tag.length;
  while (end > 0 && (tag[end - 1] === '-' || tag[end - 1] === '/')) end -= 1;
  return tag.slice(0, end);
}
