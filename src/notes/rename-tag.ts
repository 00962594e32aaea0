import { bodyOf, frontMatterTags, withBody, withTags } from './note-document.ts';
import { asTag, isWithin, longestTag } from './tag-name.ts';
import { tagPlaces } from './tags.ts';

/**
 * The text with the tag under its new name wherever it carries it, in the front matter and in the words; those under it (`from/…`) go
 * along. A tag that would become longer than a tag can be stays. `to` is one that `asNewName` gives.
 */
export function renameTag(text: string, from: string, to: string): string {
  const listed = frontMatterTags(text);
  const renamed = listed.map((tag) => renamedTag(tag, from, to));
  const head = listed.every((tag, at) => tag === renamed[at]) ? text : withTags(text, renamed);
  const body = bodyOf(head);
  return withBody(head, renamedIn(body, from, to));
}

/** What the tag is called after `from` has become `to`. */
export function renamedTag(tag: string, from: string, to: string): string {
  if (!isWithin(tag, from)) return tag;
  const next = [to, ...tag.split('/').slice(from.split('/').length)].join('/');
  return asTag(next) === next ? next : tag;
}

/** Makes a name for a tag of what somebody typed, one that can stand behind a `#` too. May come out empty. */
export function asNewName(typed: string): string {
  return asTag(typed.replace(/^[^\p{L}\p{N}_]+/u, ''));
}

function renamedIn(body: string, from: string, to: string): string {
  let text = '';
  let at = 0;
  for (const { start, end, written } of tagPlaces(body)) {
    const tag = asTag(written);
    const next = renamedTag(tag, from, to);
    // Hyphens and slashes at its end belong to no tag.
    const tail = /[-/]*$/.exec(written)?.[0] ?? '';
    if (next === tag || next.length + tail.length > longestTag) continue;
    text += `${body.slice(at, start)}#${next}${tail}`;
    at = end;
  }
  return text + body.slice(at);
}
