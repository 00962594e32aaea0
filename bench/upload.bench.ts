import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { type AwsClient, awsClient } from '../tests/e2e/aws-client.ts';
import { expectAllParts, expectSaved, joinAs, writeNote } from '../tests/e2e/person.ts';
import { test } from '../tests/e2e/server.ts';
import { report } from './report.ts';

type SignedPut = ReturnType<AwsClient['signedPut']>;

const mebibyte = 1024 * 1024;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
/** Of a bare `fetch`'s throughput, so much is left on a line to what takes seconds there; of anything else there is no verdict (decision 28). */
const least = 90;

const loads: readonly {
  readonly what: string;
  readonly files: number;
  readonly bytes: number;
  readonly isJudged: boolean;
}[] = [
  { what: 'one file of 100 MB', files: 1, bytes: 100 * mebibyte, isJudged: true },
  { what: '20 files of 1 MB', files: 20, bytes: mebibyte, isJudged: true },
  { what: 'one file of 4 MB', files: 1, bytes: 4 * mebibyte, isJudged: false },
];
/** The queue has so many files of this size on their way at one time, and so has the bare `fetch`. */
const together = 4;

/** The loopback has no line: what it measures is the work of one computer, which is browser and S3 at once. */
const lines: readonly {
  readonly what: string;
  readonly id: string;
  readonly latency: number;
  readonly bitsPerSecond: number | null;
}[] = [
  { what: 'loopback', id: 'loopback', latency: 0, bitsPerSecond: null },
  { what: '100 Mbit/s, 20 ms', id: 'line', latency: 20, bitsPerSecond: 100_000_000 },
];
type Line = (typeof lines)[number];

/** How the browser's network is, offline or as good as `line`. */
async function network(cdp: CDPSession, line: Line | null): Promise<void> {
  const throughput = typeof line?.bitsPerSecond === 'number' ? line.bitsPerSecond / 8 : -1;
  await cdp.send('Network.emulateNetworkConditions', {
    offline: line === null,
    latency: line?.latency ?? 0,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

/** Sends the files that a person has chosen, and nothing else; ms. */
async function bare(page: Page, paths: readonly string[], requests: readonly SignedPut[]): Promise<number> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'bare';
    document.body.append(input);
  });
  await page.locator('#bare').setInputFiles([...paths]);
  return page.evaluate(
    async ({ requests, together }) => {
      const input = document.querySelector<HTMLInputElement>('#bare');
      const waiting = [...(input?.files ?? [])].map((body, index) => ({ body, ...requests[index] })).values();
      const begun = performance.now();
      await Promise.all(
        Array.from({ length: together }, async () => {
          for (const { url = '', headers = {}, body } of waiting) {
            const answer = await fetch(url, { method: 'PUT', headers, body, cache: 'no-store' });
            if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
          }
        }),
      );
      const took = performance.now() - begun;
      input?.remove();
      return took;
    },
    { requests, together },
  );
}

/** From the moment in which the network comes back to files that wait in the note, until S3 has the last of them; ms. */
async function queued(page: Page, cdp: CDPSession, line: Line, paths: readonly string[]): Promise<number> {
  await network(cdp, null);
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles([...paths]);
  await expect(page.getByText('Safe on this device, waiting to be sent')).toHaveCount(paths.length);
  // Whoever looks at the page again and again meanwhile would be measured, too.
  const sent = page.evaluate((files) => {
    performance.setResourceTimingBufferSize(5_000);
    return new Promise<number>((resolve) => {
      let online = Number.NaN;
      window.addEventListener('online', () => (online = performance.now()), { once: true });
      const whole = new Set<string>();
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { pathname, searchParams } = new URL(entry.name);
          // An upload in parts ends with the request that has no number of a part.
          const ends = !searchParams.has('partNumber') && !searchParams.has('uploads');
          if (!pathname.startsWith('/s3/') || !ends) continue;
          whole.add(pathname);
          if (whole.size < files) continue;
          observer.disconnect();
          resolve(entry.startTime + entry.duration - online);
        }
      });
      observer.observe({ type: 'resource' });
    });
  }, paths.length);
  await network(cdp, line);
  const took = await sent;
  await expect(page.getByText('Safe on this device, waiting to be sent')).toHaveCount(0);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expectSaved(page);
  return took;
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

for (const line of lines) {
  for (const { what, files, bytes, isJudged } of loads) {
    test(`what the queue makes of the line: ${what}, ${line.what}`, async ({ page, server }) => {
      await joinAs(page, server, { email: 'bench@example.com', password: 'Passw0rd!bench' });
      await writeNote(page, 'Uploads');
      await expectAllParts(page);
      const aws = await awsClient(page);
      const cdp = await page.context().newCDPSession(page);
      await network(cdp, line);
      const folder = await mkdtemp(join(tmpdir(), 'satchel-bench-'));
      const took: { bare: number; checked: number; queued: number }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const paths = Array.from({ length: files }, (_, index) => join(folder, `${round}-${index}.bin`));
        const contents = paths.map(() => randomBytes(bytes));
        for (const [index, path] of paths.entries()) await writeFile(path, contents[index] ?? '');
        const put = (name: string, isChecked: boolean) =>
          contents.map((content, index) =>
            aws.signedPut(
              `${aws.identityId}/${name}-${round}-${index}.bin`,
              ...(isChecked ? [createHash('sha256').update(content).digest('base64')] : []),
            ),
          );
        const one = { bare: 0, checked: 0, queued: 0 };
        const ways = [
          async () => {
            one.bare = await bare(page, paths, put('bare', false));
          },
          async () => {
            one.checked = await bare(page, paths, put('checked', true));
          },
          async () => {
            one.queued = await queued(page, cdp, line, paths);
          },
        ];
        // By turns, so that none always comes after another.
        for (let at = 0; at < ways.length; at += 1) await ways[(round + at) % ways.length]?.();
        took.push(one);
        for (const path of paths) await rm(path);
      }
      await rm(folder, { recursive: true });
      const rounded = took.map((one) => Object.values(one).map(Math.round).join('/'));
      console.log(`${what}, ${line.what}: bare/with SHA-256/queue`, rounded.join(' '));
      const middle = (way: 'bare' | 'checked' | 'queued') => median(took.map((one) => one[way]));
      const name = `${what}, ${line.what}`;
      report(`upload-${line.id}-${files}-${bytes / mebibyte}`, [
        { what: `${name}: bare fetch PUT, median of ${rounds}`, figure: middle('bare'), unit: 'ms', budget: null },
        {
          what: `${name}: bare fetch PUT whose SHA-256 S3 checks`,
          figure: middle('checked'),
          unit: 'ms',
          budget: null,
        },
        { what: `${name}: through the queue`, figure: middle('queued'), unit: 'ms', budget: null },
        {
          what: `${name}: throughput of a bare fetch PUT`,
          figure: (100 * middle('bare')) / middle('queued'),
          unit: '%',
          budget: isJudged && line.bitsPerSecond !== null ? least : null,
          atLeast: true,
        },
        {
          what: `${name}: throughput of one whose SHA-256 S3 checks`,
          figure: (100 * middle('checked')) / middle('queued'),
          unit: '%',
          budget: null,
        },
      ]);
    });
  }
}
