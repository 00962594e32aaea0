import { diff3Merge, diffIndices } from 'node-diff3';

/** Words compared with words; above it the lines clash as a whole. */
const mostComparisons = 4_000_000;
const longestText = 200_000;

/** Words, line ends, white space, and everything else by itself; scripts that put no space between words, letter by letter. */
const token =
  /\r?\n|[^\S\n]+|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|[\p{L}\p{N}\p{M}_]+|./gsu;
const keepsApart = /[\p{L}\p{N}\n]/u;

/**
 * Merges two versions of some lines by word. null: not without guessing, because both sides changed one word, or words that stand side
 * by side: what comes out of such a merge reads like neither.
 */
export function mergeWords(base: string, mine: string, theirs: string): string | null {
  if (Math.max(base.length, mine.length, theirs.length) > longestText) return null;
  const [o, a, b] = [tokensOf(base), tokensOf(mine), tokensOf(theirs)];
  if (o.length * (a.length + b.length) > mostComparisons || !areApart(o, a, b)) return null;
  const words: string[] = [];
  for (const { ok } of diff3Merge(a, o, b, { excludeFalseConflicts: true })) {
    if (ok === undefined) return null;
    for (const word of ok) words.push(word);
  }
  return words.join('');
}

function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** Whether a word or a line end that nobody touched stands between any two changes of different sides. */
function areApart(o: string[], a: string[], b: string[]): boolean {
  const changes = [...changesOf(o, a, 'mine'), ...changesOf(o, b, 'theirs')].sort((x, y) => x.start - y.start);
  let last: Change | undefined;
  for (const change of changes) {
    if (last !== undefined && last.side !== change.side && !isSame(last, change)) {
      const between = o.slice(last.end, Math.max(last.end, change.start));
      if (!between.some((word) => keepsApart.test(word))) return false;
    }
    if (last === undefined || change.end >= last.end) last = change;
  }
  return true;
}

interface Change {
  readonly side: 'mine' | 'theirs';
  /** Of the base's tokens; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function changesOf(o: string[], changed: string[], side: Change['side']): readonly Change[] {
  return diffIndices(o, changed).map(({ buffer1: [start, length], buffer2Content }) => ({
    side,
    start,
    end: start + length,
    text: buffer2Content.join(''),
  }));
}

function isSame(x: Change, y: Change): boolean {
  return x.start === y.start && x.end === y.end && x.text === y.text;
}
