/** Where a key leads from row `at` of `count`; null where the key is none of the list's. */
export const stepOf = (key: string, at: number, count: number, letterKeys: boolean): number | null => {
  const to = (index: number) => Math.max(0, Math.min(count - 1, index));
  if (key === 'ArrowDown' || (letterKeys && key === 'j')) return to(at + 1);
  if (key === 'ArrowUp' || (letterKeys && key === 'k')) return to(at - 1);
  if (key === 'Home') return to(0);
  if (key === 'End') return to(count - 1);
  if (key === 'PageDown') return to(at + 8);
  if (key === 'PageUp') return to(at - 8);
  return null;
};
