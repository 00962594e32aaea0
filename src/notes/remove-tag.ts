import { cutOut, type Range } from './cut-out.ts';
import { bodyOf, frontMatterTags, withBody, withTags } from './note-document.ts';
import { asTag, sameTag } from './tag-name.ts';
import { type TagPlace, tagPlaces } from './tags.ts';

/** The text with the tag in the front matter. */
export function addTag(text: string, tag: string): string {
  return withTags(text, [...frontMatterTags(text), tag]);
}

/**
 * The text without the tag, in the front matter and in the words. One in a sentence stays as a word, without its `#`. One that stands
 * behind all words of a line, or among several before them, goes as a whole.
 */
export function removeTag(text: string, tag: string): string {
  const head = withTags(
    text,
    frontMatterTags(text).filter((one) => !sameTag(one, tag)),
  );
  const body = bodyOf(head);
  return withBody(head, cutOut(body, rangesOf(body, tag)));
}

/** A tag and what stands around it in its line. */
interface Spot extends TagPlace {
  /** What stands before it: from the tag before it on, or from the beginning of the line. */
  readonly before: string;
  /** Neither words nor tags parted by anything but blanks stand before it. */
  readonly opens: boolean;
  /** The same, and another tag beside it. */
  readonly inOpeningRun: boolean;
}

function rangesOf(body: string, tag: string): readonly Range[] {
  const ranges: Range[] = [];
  let followed = false;
  let next = body.length;
  // From the end on: whether words follow in the line is known then.
  for (const spot of spotsIn(body).toReversed()) {
    const between = body.slice(spot.end, next);
    const lineEnd = between.indexOf('\n');
    const rest = lineEnd === -1 ? between : between.slice(0, lineEnd);
    followed = (lineEnd === -1 && followed) || isWord.test(rest);
    next = spot.start;
    if (sameTag(asTag(spot.written), tag)) ranges.push(rangeOf(body, spot, followed));
  }
  return ranges.reverse();
}

const isWord = /[\p{L}\p{N}]/u;

function spotsIn(body: string): readonly Spot[] {
  const spots: Spot[] = [];
  for (const place of tagPlaces(body)) {
    const last = spots.at(-1);
    const between = body.slice(last?.end ?? 0, place.start);
    const lineEnd = between.lastIndexOf('\n');
    const before = between.slice(lineEnd + 1);
    const beside = last !== undefined && lineEnd === -1 && before.trim() === '';
    const opens = last === undefined || lineEnd >= 0 ? !isWord.test(before) : beside && last.opens;
    if (beside && opens) spots[spots.length - 1] = { ...last, inOpeningRun: true };
    spots.push({ ...place, before, opens, inOpeningRun: beside && opens });
  }
  return spots;
}

function rangeOf(body: string, spot: Spot, followed: boolean): Range {
  const { start, end } = spot;
  if (isInSentence(body, spot, followed)) return { start, end: start + 1 };
  const isSpaced = /[ \t]/.test(body[start - 1] ?? '') && /[\s.,;:!?]/.test(body[end] ?? '\n');
  if (isSpaced) return { start: start - 1, end };
  return { start, end: /[ \t]/.test(body[end] ?? '') ? end + 1 : end };
}

function isInSentence(body: string, { end, before, inOpeningRun }: Spot, followed: boolean): boolean {
  if (followed) return !inOpeningRun;
  // "in #2024.": what ends the sentence stands behind the tag.
  return /[.,;:!?)\]"'”’»…。，！？]/.test(body[end] ?? '') && isWord.test(before.trimEnd().slice(-2));
}
