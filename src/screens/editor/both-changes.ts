import { textChange } from './text-change.ts';

/** What both made of `base` in one text; null where they changed one place. */
export const bothChanges = (base: string, mine: string, theirs: string): string | null => {
  const [one, other] = [textChange(base, mine), textChange(base, theirs)].sort((a, b) => a.start - b.start);
  if (one === undefined || other === undefined || one.end > other.start) return null;
  return (
    base.slice(0, one.start) + one.insert + base.slice(one.end, other.start) + other.insert + base.slice(other.end)
  );
};
