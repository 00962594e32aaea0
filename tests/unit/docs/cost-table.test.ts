import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/deploying.md', root), 'utf8');

const MILLION = 1_000_000;

/** What a person does in a month, as the page says above the table. */
const REQUESTS = 2_500;
const WRITES = 300;
const NOTES_GB = 0.002;
const FILES_GB = 0.5;

interface Part {
  readonly perUser: number;
  /** US dollars for one. */
  readonly price: number;
  /** For the whole account, each month. */
  readonly free?: number;
}

/** How each row begins, what its price column says, and what that comes to. */
const rows: readonly (readonly [string, string, ...Part[]])[] = [
  ['Cognito', '$0.0055 a user, 10,000 free', { perUser: 1, price: 0.0055, free: 10_000 }],
  ['REST API', '$3.50 a million', { perUser: 2 * REQUESTS, price: 3.5 / MILLION }],
  ['Lambda, requests', '$0.20 a million, 1 M free', { perUser: REQUESTS, price: 0.2 / MILLION, free: MILLION }],
  [
    'Lambda, time',
    '$13.33 a million GB-s, 400,000 free',
    { perUser: REQUESTS * 0.05 * 0.5, price: 13.33 / MILLION, free: 400_000 },
  ],
  ['DynamoDB, reads', '$0.125 a million', { perUser: REQUESTS - WRITES + 2 * WRITES, price: 0.125 / MILLION }],
  ['DynamoDB, writes', '$0.625 a million', { perUser: 10 * WRITES, price: 0.625 / MILLION }],
  ['DynamoDB, storage', '$0.25 a GB, 25 GB free', { perUser: 2 * NOTES_GB, price: 0.25, free: 25 }],
  ['… point-in-time recovery', '$0.20 a GB', { perUser: NOTES_GB, price: 0.2 }],
  ['S3, storage', '$0.023 a GB', { perUser: FILES_GB, price: 0.023 }],
  [
    'S3, 100 PUT, 500 GET',
    '$5 and $0.40 a million',
    { perUser: 100, price: 5 / MILLION },
    { perUser: 500, price: 0.4 / MILLION },
  ],
  ['files to the browsers, 0.2 GB', '$0.09 a GB, 100 GB free', { perUser: 0.2, price: 0.09, free: 100 }],
  [
    'CloudFront, 300 requests',
    '10 M requests, 1 TB, 2 M function calls free',
    { perUser: 300, price: 0.1 / MILLION, free: 2 * MILLION },
  ],
  [
    'CloudWatch, 0.3 kB of log a request',
    '$0.50 a GB, 5 GB free',
    { perUser: (REQUESTS * 0.3) / MILLION, price: 0.5, free: 5 },
  ],
];

/** In cents; half of one is rounded up, as on paper. */
const rounded = (dollars: number) => (dollars + 1e-9).toFixed(2);

const costs = (parts: readonly Part[], users: number) =>
  parts.reduce((sum, { perUser, price, free = 0 }) => sum + Math.max(0, perUser * users - free) * price, 0);

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('**', ''));
const table = page.slice(page.indexOf('| | price | 1 user')).split('\n\n', 1).join().split('\n').slice(2).map(cells);
const figures = table.slice(0, -1);
const together = table.at(-1) ?? [];

const numbers = (text: string) => [...text.replaceAll(',', '').matchAll(/[\d.]+/g)].map(([digits]) => Number(digits));

/** `40`, `(40 − 25)`, `13.33 / M`; `28 M` beside a price a million counts as 28. */
function factor(text: string): number {
  const [first = Number.NaN, second] = numbers(text);
  if (text.includes('−')) return first - (second ?? Number.NaN);
  return text.includes('/ M') ? first / MILLION : first;
}

/** `1,900 × 0.09` or `5.00 + 2.00`. */
const calculated = (text: string) =>
  text
    .split(' + ')
    .map((product) =>
      product
        .split(' × ')
        .map(factor)
        .reduce((a, b) => a * b, 1),
    )
    .reduce((a, b) => a + b, 0);

/** The figure that a cell comes to, behind its arithmetic. */
const figure = (cell = '') => Number(cell.split(' = ').at(-1));

it('what a deployment costs is what the published prices come to, row by row', () => {
  expect(figures.map(([what = '', price]) => [rows.find(([begin]) => what.startsWith(begin))?.[0], price])).toEqual(
    rows.map(([begin, price]) => [begin, price]),
  );
  for (const [index, [begin, , ...parts]] of rows.entries()) {
    const shown = figures[index]?.slice(2).map((cell) => figure(cell).toFixed(2));
    expect([begin, shown]).toEqual([begin, [1, 100, 10_000].map((users) => rounded(costs(parts, users)))]);
  }
});

it('the arithmetic that stands in the table comes to the figures behind it', () => {
  const arithmetic = figures.flat().filter((cell) => cell.includes(' = ') && /^[(\d]/.test(cell));
  expect(arithmetic).toHaveLength(12);
  for (const cell of arithmetic) {
    const [left = ''] = cell.split(' = ');
    expect([cell, rounded(calculated(left))]).toEqual([cell, figure(cell).toFixed(2)]);
  }
});

it('the last row adds up what stands above it, and the README says the same', () => {
  const sums = [2, 3, 4].map((column) => figures.reduce((sum, row) => sum + figure(row[column]), 0).toFixed(2));
  expect(together.slice(2)).toEqual(sums);
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  expect(readme).toContain(`about ${Number(sums[0]) * 100} cents a month for one person`);
});
