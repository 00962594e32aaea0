/** Where a key leads from place `at` of `count` in a grid of so many columns, of which so many rows are in sight; null where it is none of the grid's. */
export const gridStep = (
  key: string,
  at: number,
  { count, columns, rows }: { readonly count: number; readonly columns: number; readonly rows: number },
): number | null => {
  const page = Math.max(1, rows - 1) * columns;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -page,
    PageDown: page,
    Home: -at,
    End: count - 1 - at,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const to = at + step;
  // Above the first row there is nothing; under the last full one, the last picture.
  if (to < 0) return key === 'PageUp' ? at % columns : at;
  if (to < count) return to;
  const isLastRow = Math.floor(at / columns) === Math.floor((count - 1) / columns);
  return isLastRow ? at : count - 1;
};
