import { bodyOf } from './note-document.ts';
import { textChange } from './text-change.ts';
import { wellFormed } from './well-formed.ts';

/**
 * What was typed, put into a text that has changed meanwhile: `typed` grew from `seen`, and `now` is what has become of that elsewhere,
 * in another tab or by a pull. Letters of two people at one place both stay, mine first, so that each goes on behind what they wrote.
 * null where that is not as simple as one piece replaced on either side, beside each other, and the texts have to be merged.
 */
export function rebased(seen: string, typed: string, now: string): string | null {
  if (!haveOneHeader(seen, typed, now)) return null;
  const mine = textChange(seen, typed);
  const theirs = textChange(seen, now);
  const moved = theirs.insert.length - (theirs.end - theirs.start);
  let text: string;
  if (mine.end <= theirs.start) {
    text = now.slice(0, mine.start) + mine.insert + now.slice(mine.end);
  } else if (theirs.end <= mine.start) {
    text = now.slice(0, mine.start + moved) + mine.insert + now.slice(mine.end + moved);
  } else {
    return null;
  }
  // A change may begin or end in the middle of an emoji.
  return wellFormed(text) === text ? text : null;
}

/** Pins, the trash and tags are merged by what they mean. */
function haveOneHeader(...texts: readonly string[]): boolean {
  const [first, ...others] = texts.map((text) => text.slice(0, text.length - bodyOf(text).length));
  return others.every((header) => header === first);
}
