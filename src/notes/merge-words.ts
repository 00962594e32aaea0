import { diff3Merge, diffIndices } from 'node-diff3';
import { type Comparable, comparable } from './comparable.ts';
import { wordTokens } from './word-tokens.ts';

/** Well under a tenth of a second; above it the lines clash as a whole. */
const mostSteps = 20_000_000;
const longestText = 200_000;

const keepsApart = /[\p{L}\p{N}\n]/u;

/**
 * Merges two versions of some lines by word. null: not without guessing, because both sides changed one word, or words that stand side
 * by side: what comes out of such a merge reads like neither.
 */
export function mergeWords(base: string, mine: string, theirs: string): string | null {
  if (Math.max(base.length, mine.length, theirs.length) > longestText) return null;
  const words = comparable({ base: wordTokens(base), mine: wordTokens(mine), theirs: wordTokens(theirs) });
  if (words.steps > mostSteps || !areApart(words)) return null;
  const merged: string[] = [];
  for (const { ok } of diff3Merge(words.mine, words.base, words.theirs, { excludeFalseConflicts: true })) {
    if (ok === undefined) return null;
    for (const word of ok) merged.push(words.textOf(word));
  }
  return merged.join('');
}

/** Whether a word or a line end that nobody touched stands between any two changes of different sides. */
function areApart({ base, mine, theirs, textOf }: Comparable): boolean {
  const changes = [...changesOf(base, mine, 'mine'), ...changesOf(base, theirs, 'theirs')];
  let last: Change | undefined;
  for (const change of changes.sort((x, y) => x.start - y.start)) {
    if (last !== undefined && last.side !== change.side && !isSame(last, change)) {
      const between = base.slice(last.end, Math.max(last.end, change.start));
      if (!between.some((word) => keepsApart.test(textOf(word)))) return false;
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
  readonly added: string;
}

function changesOf(base: string[], changed: string[], side: Change['side']): readonly Change[] {
  return diffIndices(base, changed).map(({ buffer1: [start, length], buffer2Content }) => ({
    side,
    start,
    end: start + length,
    added: buffer2Content.join(),
  }));
}

function isSame(x: Change, y: Change): boolean {
  return x.start === y.start && x.end === y.end && x.added === y.added;
}
