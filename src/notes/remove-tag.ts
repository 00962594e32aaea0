import { cutOut, type Range } from './cut-out.ts';
import { bodyOf, frontMatterTags, withBody, withTags } from './note-document.ts';
import { asTag, sameTag } from './tag-name.ts';
import { type TagPlace, tagPlaces } from './tags.ts';

/** The text with the tag in the front matter. */
export function addTag(text: string, tag: string): string {
  return withTags(text, [...frontMatterTags(text), tag]);
}

/**
 * The text without the tag, in the front matter and in the words. One in the midst of a sentence stays as a word, without its `#`; behind
 * all words of a line it goes as a whole.
 */
export function removeTag(text: string, tag: string): string {
  const head = withTags(
    text,
    frontMatterTags(text).filter((one) => !sameTag(one, tag)),
  );
  const body = bodyOf(head);
  return withBody(head, cutOut(body, rangesOf(body, tag)));
}

/** What goes for the tag, found from the end on: whether words follow in the line is known then. */
function rangesOf(body: string, tag: string): readonly Range[] {
  const ranges: Range[] = [];
  let followed = false;
  let next = body.length;
  for (const place of tagPlaces(body).toReversed()) {
    const between = body.slice(place.end, next);
    const lineEnd = between.indexOf('\n');
    const rest = lineEnd === -1 ? between : between.slice(0, lineEnd);
    followed = (lineEnd === -1 && followed) || /[\p{L}\p{N}]/u.test(rest);
    next = place.start;
    if (sameTag(asTag(place.written), tag)) ranges.push(rangeOf(body, place, followed));
  }
  return ranges.reverse();
}

function rangeOf(body: string, { start, end, written }: TagPlace, followed: boolean): Range {
  if (followed && /^\p{L}/u.test(written)) return { start, end: start + 1 };
  const isSpaced = /[ \t]/.test(body[start - 1] ?? '') && /[\s.,;:!?]/.test(body[end] ?? '\n');
  if (isSpaced) return { start: start - 1, end };
  return { start, end: /[ \t]/.test(body[end] ?? '') ? end + 1 : end };
}
