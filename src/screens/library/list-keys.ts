import type { Shortcut } from '#src/ui/shortcut.ts';

/** The keys that move in the list. */
export const listKeys = [
  { id: 'down', keys: ['ArrowDown', 'j'] },
  { id: 'up', keys: ['ArrowUp', 'k'] },
  { id: 'first', keys: ['Home'] },
  { id: 'last', keys: ['End'] },
  { id: 'pageDown', keys: ['PageDown'] },
  { id: 'pageUp', keys: ['PageUp'] },
] as const satisfies readonly Shortcut[];

const page = 8;

/** Where a key leads from row `at` of `count`; null where the key is none of the list's. */
export const stepOf = (key: string, at: number, count: number, letterKeys: boolean): number | null => {
  const found = listKeys.find(({ keys }) => keys.some((one) => one === key && (letterKeys || one.length > 1)));
  if (found === undefined) return null;
  const to = {
    ...{ down: at + 1, up: at - 1 },
    ...{ first: 0, last: count - 1 },
    ...{ pageDown: at + page, pageUp: at - page },
  }[found.id];
  return Math.max(0, Math.min(count - 1, to));
};
