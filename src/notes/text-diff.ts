import { diffIndices } from 'node-diff3';
import { comparable } from './comparable.ts';
import { readable, type Stretch, tidied } from './readable-diff.ts';
import { wordTokens } from './word-tokens.ts';

/** A piece of two compared texts. All but the added are the first text, all but the removed are the second. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** About half a second for the lines, and half of that for the words of all changed lines together. */
const mostLineSteps = 200_000_000;
const mostWordSteps = 100_000_000;
/** Changed lines longer than this are not looked into. */
const longestChange = 200_000;

/**
 * What differs between two texts: by line, and in changed lines by word. Where comparing would take too long, all of what differs counts
 * as replaced.
 */
export function textDiff(before: string, after: string): readonly DiffPiece[] {
  let wordSteps = mostWordSteps;
  const byLine = compare(linesOf(before), linesOf(after), mostLineSteps);
  const stretches = byLine.stretches.flatMap((lines) => {
    if (lines.isSame || Math.max(lines.before.length, lines.after.length) > longestChange) return lines;
    const byWord = compare(wordTokens(lines.before), wordTokens(lines.after), wordSteps);
    wordSteps -= byWord.steps;
    return readable(byWord.stretches, lines);
  });
  return tidied(stretches).flatMap(piecesOf);
}

/** Lines with their line ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** `steps`: how many it took at most. */
function compare(before: readonly string[], after: readonly string[], mostSteps: number) {
  const { start, end } = unchangedAround(before, after);
  const middle = compareMiddle(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    mostSteps,
  );
  const stretches = [same(before.slice(0, start)), ...middle.stretches, same(before.slice(before.length - end))];
  return { stretches, steps: middle.steps };
}

function unchangedAround(before: readonly string[], after: readonly string[]) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { start, end };
}

function compareMiddle(before: readonly string[], after: readonly string[], mostSteps: number) {
  const { base, mine, steps } = comparable({ base: before, mine: after, theirs: [] });
  if (before.length === 0 || after.length === 0 || steps > mostSteps) {
    return { stretches: [replaced(before, after)], steps: 0 };
  }
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { buffer1, buffer2 } of diffIndices(base, mine)) {
    const [start, length] = buffer1;
    const [startAfter, lengthAfter] = buffer2;
    stretches.push(same(before.slice(at, start)));
    at = start + length;
    stretches.push(replaced(before.slice(start, at), after.slice(startAfter, startAfter + lengthAfter)));
  }
  stretches.push(same(before.slice(at)));
  return { stretches, steps };
}

const same = (pieces: readonly string[]): Stretch => ({
  isSame: true,
  before: pieces.join(''),
  after: pieces.join(''),
});

const replaced = (before: readonly string[], after: readonly string[]): Stretch => ({
  isSame: false,
  before: before.join(''),
  after: after.join(''),
});

function piecesOf({ isSame, before, after }: Stretch): readonly DiffPiece[] {
  if (isSame) return [{ kind: 'same', text: before }];
  const pieces: readonly DiffPiece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}
