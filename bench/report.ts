import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Measured {
  readonly what: string;
  readonly figure: number;
  readonly unit: 'ms' | 'requests' | 'bytes' | 'notes' | 'kB' | '%';
  /** The most that it may be; null where no budget is set. */
  readonly budget: number | null;
  /** The budget is the least that it may be. */
  readonly atLeast?: true;
}

const folder = join(import.meta.dirname, '..', 'bench-results');

/** Prints each figure beside its budget, and writes them as JSON. */
export function report(name: string, measured: readonly Measured[]): void {
  print(measured);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(measured, null, 2)}\n`);
}

/** The table of everything that has been written to `bench-results/`. */
export default function summary(): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  print(files.sort().flatMap((name): Measured[] => JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

function print(measured: readonly Measured[]): void {
  const rows = measured.map(({ what, figure, unit, budget, atLeast }) => ({
    what,
    measured: `${(figure < 10 ? Number(figure.toFixed(1)) : Math.round(figure)).toLocaleString('en')} ${unit}`,
    budget: budget === null ? '' : `${atLeast ? '≥ ' : ''}${budget.toLocaleString('en')} ${unit}`,
    verdict: budget === null ? '' : (atLeast ? figure >= budget : figure <= budget) ? 'kept' : 'MISSED',
  }));
  console.table(rows);
}
