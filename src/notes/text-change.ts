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
