import { plainText } from './plain-text.ts';
import { foldWithPlaces } from './search-fold.ts';

/** A place in a text; offsets in UTF-16 units, `to` exclusive. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** So much of a text is looked through for places to mark. */
const longest = 500_000;
const mostHits = 1_000;

/** Where the folded `wanted` texts stand, in their order, those that overlap made one. */
export function hitsIn(text: string, wanted: readonly string[]): readonly Hit[] {
  if (wanted.length === 0) return [];
  const { folded, startOf } = foldWithPlaces(text.slice(0, longest));
  const found: Hit[] = [];
  for (const one of wanted) {
    let at = folded.indexOf(one);
    for (let count = 0; at >= 0 && count < mostHits; count += 1) {
      const to = startOf(at + one.length);
      const from = startOf(at);
      found.push({ from, to: to > from ? to : from + 1 });
      at = folded.indexOf(one, at + one.length);
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const joined: Hit[] = [];
  for (const hit of found) {
    const last = joined.at(-1);
    if (last !== undefined && hit.from < last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, hit.to) };
    else joined.push(hit);
  }
  return joined.slice(0, mostHits);
}

const before = 40;
const after = 160;

/** The text around the first hit on one line, where it is not at the beginning anyway; null: no hit. */
export function excerptAround(body: string, wanted: readonly string[]): string | null {
  const [first] = hitsIn(body, wanted);
  if (first === undefined) return null;
  const from = Math.max(0, first.from - before);
  const piece = plainText(body.slice(from, first.from + after).replace(/\s+/g, ' ')).trim();
  return from === 0 ? piece : `…${piece.replace(/^\S{0,20}\s/, '')}`;
}
