import { foldForSearch } from './search-fold.ts';

/** Text further behind is not looked at. */
const longest = 200;

/**
 * How well the letters of `typed` (folded) stand in a name in their order, the more the better; null: they do not. Whole pieces count for
 * more than scattered letters, and those at the beginnings of words for more than those inside. Nothing typed: 0.
 */
export function fuzzyScore(typed: string, name: string): number | null {
  if (typed === '') return 0;
  const folded = foldForSearch(name.slice(0, longest));
  const whole = folded.indexOf(typed);
  if (whole >= 0) return 1_000 - whole + (isWordStart(folded, whole) ? 200 : 0) - folded.length / 10;
  let score = 0;
  let at = -1;
  for (const letter of typed) {
    if (letter === ' ') continue;
    const next = folded.indexOf(letter, at + 1);
    if (next < 0) return null;
    score += next === at + 1 ? 8 : isWordStart(folded, next) ? 6 : 1;
    at = next + letter.length - 1;
  }
  return score - folded.length / 10;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** The best `most` of the things by their names, those that came first before others that are as good. */
export function fuzzyBest<T>(
  typed: string,
  things: readonly T[],
  nameOf: (thing: T) => string,
  most: number,
): readonly T[] {
  const wanted = foldForSearch(typed.slice(0, longest)).trim();
  if (wanted === '') return things.slice(0, most);
  const scored: { readonly thing: T; readonly score: number }[] = [];
  for (const thing of things) {
    const score = fuzzyScore(wanted, nameOf(thing));
    if (score !== null) scored.push({ thing, score });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ thing }) => thing);
}
