import { inlineSpans, outermost } from './markdown-inline.ts';
import { markdownLines } from './markdown-lines.ts';
import { bodyOf, frontMatterTags } from './note-document.ts';
import { asTag, tagCharacter, uniqueTags } from './tag-name.ts';

/** A `#` and, looked for only then, what stands before it. */
const hash = String.raw`#(?<=(?:^|[\s([{<"'“‘«‹,;:!?*_~>|。、，；：！？（「『【《—–…])#)`;
const tag = new RegExp(`${hash}([\\p{L}\\p{N}_]${tagCharacter}{0,100})(?!${tagCharacter})`, 'gu');
const linkDefinition = /^ {0,3}\[[^\]]{1,999}\]:/;
/** Stands in for code and links, so that a `#` right behind them begins no tag. */
const notWords = 'x';

/**
 * The note's tags: those of the front matter, then every `#tag` of the text, each once however it is capitalised. Letters and digits of
 * any script, `-`, `_` and `/`, 100 characters at most; not in code, links, addresses and headings.
 */
export function tagsOf(text: string): readonly string[] {
  return uniqueTags([...frontMatterTags(text), ...tagsInBody(bodyOf(text))]);
}

function tagsInBody(body: string): readonly string[] {
  if (!body.includes('#')) return [];
  const written = new Set<string>();
  for (const { start, end, kind } of markdownLines(body)) {
    if (kind !== 'text') continue;
    const line = body.slice(start, end);
    if (!line.includes('#') || linkDefinition.test(line)) continue;
    for (const match of onlyWords(line).matchAll(tag)) written.add(match[1] ?? '');
  }
  return [...written].map(asTag);
}

function onlyWords(line: string): string {
  let words = '';
  let at = 0;
  for (const span of outermost(inlineSpans(line))) {
    words += line.slice(at, span.start) + notWords;
    at = span.end;
  }
  return words + line.slice(at);
}
