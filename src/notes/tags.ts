import { inlineSpans, outermost } from './markdown-inline.ts';
import { markdownLines } from './markdown-lines.ts';
import { bodyOf, frontMatterTags } from './note-document.ts';
import { asTag, tagCharacter, uniqueTags } from './tag-name.ts';

/** A `#` and, looked for only then, what stands before it. */
const hash = String.raw`#(?<=(?:^|[\s([{<"'“‘«‹,;:!?*_~>|。、，；：！？（「『【《—–…])#)`;
const tag = new RegExp(`${hash}([\\p{L}\\p{N}_]${tagCharacter}{0,100})(?!${tagCharacter})`, 'gu');
const linkDefinition = /^ {0,3}\[[^\]]{1,999}\]:/;
/** A tag in another note's title is none of this note's. */
const noteLink = /\[\[[^[\]]{1,200}\]\]/g;
/** Stands in for each letter of code and links: neither a part of a tag, nor anything that one may begin behind. */
const notWords = '.';
/** More than anybody gives to one note, and few enough for every list that shows them. */
const mostTags = 1_000;

/**
 * The note's tags: those of the front matter, then every `#tag` of the text, each once however it is capitalised. Letters and digits of
 * any script, `-`, `_` and `/`, 100 characters at most; not in code, links, addresses and headings. A text has 1,000 at most.
 */
export function tagsOf(text: string): readonly string[] {
  return uniqueTags([...frontMatterTags(text), ...tagsInBody(bodyOf(text))]);
}

function tagsInBody(body: string): readonly string[] {
  const written = new Set(tagPlaces(body).map(({ written }) => written));
  return [...written].slice(0, mostTags).map(asTag);
}

/** A tag in a body: `written` is what stands behind its `#`, which `start` is at; `end` is exclusive. */
export interface TagPlace {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** Where tags stand in a body, in their order. A few of them name none (`asTag`). */
export function tagPlaces(body: string): readonly TagPlace[] {
  if (!body.includes('#')) return [];
  const places: TagPlace[] = [];
  for (const { start, end, kind } of markdownLines(body)) {
    if (kind !== 'text') continue;
    const line = body.slice(start, end);
    if (!line.includes('#') || linkDefinition.test(line)) continue;
    for (const { index, 0: found, 1: written = '' } of onlyWords(line).matchAll(tag)) {
      places.push({ start: start + index, end: start + index + found.length, written });
    }
  }
  return places;
}

/** The line, as long as it is. */
function onlyWords(line: string): string {
  let words = '';
  let at = 0;
  for (const span of outermost(inlineSpans(line))) {
    words += line.slice(at, span.start) + notWords.repeat(span.end - span.start);
    at = span.end;
  }
  words += line.slice(at);
  return words.replace(noteLink, (link) => notWords.repeat(link.length));
}
