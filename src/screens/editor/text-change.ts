/** One piece of `before` replaced, so that it reads as `after`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The smallest single replacement that makes `after` of `before`; a caret outside of it can stay where it is. */
export const textChange = (before: string, after: string): TextChange => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, end: before.length - same, insert: after.slice(start, after.length - same) };
};

/** What both made of `base` in one text; null where they changed one place. */
export const bothChanges = (base: string, mine: string, theirs: string): string | null => {
  const [one, other] = [textChange(base, mine), textChange(base, theirs)].sort((a, b) => a.start - b.start);
  if (one === undefined || other === undefined || one.end > other.start) return null;
  return (
    base.slice(0, one.start) + one.insert + base.slice(one.end, other.start) + other.insert + base.slice(other.end)
  );
};
