import { diff3Merge } from 'node-diff3';
import { comparable, type Versions } from './comparable.ts';
import { blockLines, bothSides, conflictParts } from './conflict-block.ts';
import { mergeWords } from './merge-words.ts';

/** A line, or all lines of a conflict block, which is never taken apart. */
type Unit = string;

/** About half a second; a merge that may take longer is not tried: what differs then clashes as a whole. */
const mostSteps = 200_000_000;

interface Region {
  readonly units: readonly Unit[];
  readonly clash: boolean;
}

/** Merges by line, and where both sides changed one place by word. The shortcuts for one-sided changes are the caller's. */
export function mergeBodies(
  base: string,
  mine: string,
  theirs: string,
): { readonly text: string; readonly clash: boolean } {
  if (mine === theirs || theirs === base) return { text: mine, clash: false };
  if (mine === base) return { text: theirs, clash: false };
  const { before, middle, after } = unchangedAround(unitsOf(base), unitsOf(mine), unitsOf(theirs));
  const regions = mergeUnits(middle);
  const units = [...before, ...regions.flatMap((region) => region.units), ...after];
  return { text: units.join('\n'), clash: regions.some((region) => region.clash) };
}

function unitsOf(body: string): readonly Unit[] {
  return conflictParts(body.split('\n')).map((part) => (typeof part === 'string' ? part : part.raw));
}

const isBlock = (unit: Unit): boolean => unit.includes('\n');

function unchangedAround(base: readonly Unit[], mine: readonly Unit[], theirs: readonly Unit[]) {
  const shortest = Math.min(base.length, mine.length, theirs.length);
  let start = 0;
  while (start < shortest && base[start] === mine[start] && base[start] === theirs[start]) start += 1;
  let end = 0;
  while (
    end < shortest - start &&
    base.at(-1 - end) === mine.at(-1 - end) &&
    base.at(-1 - end) === theirs.at(-1 - end)
  ) {
    end += 1;
  }
  const middleOf = (units: readonly Unit[]): readonly Unit[] => units.slice(start, units.length - end);
  return {
    before: base.slice(0, start),
    middle: { base: middleOf(base), mine: middleOf(mine), theirs: middleOf(theirs) },
    after: base.slice(base.length - end),
  };
}

function mergeUnits(versions: Versions): readonly Region[] {
  const { base, mine, theirs, textOf, steps } = comparable(versions);
  if (steps > mostSteps) return [mergeRegion(versions)];
  return diff3Merge(mine, base, theirs, { excludeFalseConflicts: true }).map(({ ok, conflict }) => {
    if (conflict === undefined) return { units: (ok ?? []).map(textOf), clash: false };
    const { o, a, b } = conflict;
    return mergeRegion({ base: o.map(textOf), mine: a.map(textOf), theirs: b.map(textOf) });
  });
}

function mergeRegion(versions: Versions): Region {
  const { base, mine, theirs } = versions;
  if (base.every((unit) => unit.trim() === '')) return bothInserted(mine, theirs);
  if (![...base, ...mine, ...theirs].some(isBlock)) {
    const merged = mergeWords(base.join('\n'), mine.join('\n'), theirs.join('\n'));
    if (merged !== null) return { units: merged.split('\n'), clash: false };
  }
  return [...mine, ...theirs].some(isBlock) ? mergeBlocks(versions) : clashing(mine, theirs);
}

/**
 * A block is a choice between two texts, so what somebody who has not seen it wrote meanwhile is merged into both; where it clashes with one
 * of them, it goes on from the other. Where neither can be, the block is opened.
 */
function mergeBlocks({ base, mine, theirs }: Versions): Region {
  const versions = { base: base.map(sidesOf), mine: mine.map(sidesOf), theirs: theirs.map(sidesOf) };
  const ofSide = (side: 'mine' | 'theirs'): Versions => ({
    base: versions.base.flatMap((unit) => unit[side]),
    mine: versions.mine.flatMap((unit) => unit[side]),
    theirs: versions.theirs.flatMap((unit) => unit[side]),
  });
  const [first, second] = [ofSide('mine'), ofSide('theirs')];
  const [mergedFirst, mergedSecond] = [mergedClean(first), mergedClean(second)];
  if (mergedFirst !== null && mergedSecond !== null) return choiceOf(mergedFirst, mergedSecond);
  /** `grown` in the place of the version that the other side's block has still as it was before. */
  const goneOn = (grown: readonly Unit[], other: 'mine' | 'theirs'): Region | null => {
    if (grown.some(isBlock)) return null;
    if (isEqual(second[other], second.base)) return choiceOf(first[other], grown);
    return isEqual(first[other], first.base) ? choiceOf(grown, second[other]) : null;
  };
  return goneOn(mine, 'theirs') ?? goneOn(theirs, 'mine') ?? clashing(mine, theirs);
}

interface Sides {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

function sidesOf(unit: Unit): Sides {
  const [part = ''] = conflictParts(unit.split('\n'));
  return typeof part === 'string' ? { mine: [part], theirs: [part] } : part;
}

const isEqual = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');

/** The lines merged by line and by word; null where something clashes. */
function mergedClean(lines: Versions): readonly string[] | null {
  const { base, mine, theirs } = lines;
  if (isEqual(mine, theirs) || isEqual(theirs, base)) return mine;
  if (isEqual(mine, base)) return theirs;
  const regions = mergeUnits(lines);
  return regions.some(({ clash }) => clash) ? null : regions.flatMap(({ units }) => units);
}

/** A block of what the two texts differ in. */
function choiceOf(first: readonly string[], second: readonly string[]): Region {
  if (isEqual(first, second)) return { units: first, clash: false };
  const { before, middle, after } = unchangedAround(first, first, second);
  const lineEnd = lineEndOf([...first, ...second]);
  return { units: [...before, ...blockLines(middle.mine, middle.theirs, lineEnd), ...after], clash: true };
}

/**
 * Both sides wrote where nothing was. Two additions of their own both stay, mine first. Where they are variants of one addition (a note
 * that both sides know and the base does not, or one that was typed further), only what differs in them clashes.
 */
function bothInserted(mine: readonly Unit[], theirs: readonly Unit[]): Region {
  const { before, middle, after } = unchangedAround(mine, mine, theirs);
  const [ours, others] = [middle.mine.join('\n'), middle.theirs.join('\n')];
  if (middle.theirs.length === 0 || ours.startsWith(others)) return { units: mine, clash: false };
  if (middle.mine.length === 0 || others.startsWith(ours)) return { units: theirs, clash: false };
  const areVariants = [...before, ...after].some((unit) => unit.trim() !== '');
  if (!areVariants) return { units: [...before, ...middle.mine, ...middle.theirs, ...after], clash: false };
  const clash = clashing(middle.mine, middle.theirs);
  return { units: [...before, ...clash.units, ...after], clash: true };
}

function clashing(mine: readonly Unit[], theirs: readonly Unit[]): Region {
  const lineEnd = lineEndOf([...mine, ...theirs]);
  return { units: blockLines(mine.flatMap(unfolded), theirs.flatMap(unfolded), lineEnd), clash: true };
}

const lineEndOf = (units: readonly Unit[]): '' | '\r' => (units.some((unit) => unit.endsWith('\r')) ? '\r' : '');

/** A block inside a clash is opened first, into both its versions, so that blocks never nest. */
function unfolded(unit: Unit): readonly string[] {
  return conflictParts(unit.split('\n')).flatMap((part) => (typeof part === 'string' ? part : bothSides(part)));
}
