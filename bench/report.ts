import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Measured {
  readonly what: string;
  readonly figure: number;
  readonly unit: 'ms' | 'requests' | 'bytes' | 'notes';
  /** The most that it may be; null where no budget is set. */
  readonly budget: number | null;
}

const folder = join(import.meta.dirname, '..', 'bench-results');

/** Prints each figure beside its budget, and writes them as JSON. */
export function report(name: string, measured: readonly Measured[]): void {
  const rows = measured.map(({ what, figure, unit, budget }) => ({
    what,
    measured: `${Math.round(figure).toLocaleString('en')} ${unit}`,
    budget: budget === null ? '' : `${budget.toLocaleString('en')} ${unit}`,
    verdict: budget === null ? '' : figure <= budget ? 'kept' : 'MISSED',
  }));
  console.table(rows);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(measured, null, 2)}\n`);
}
