import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type AwsClient, awsClient } from '../tests/e2e/aws-client.ts';
import { expectAllParts, expectSaved, joinAs, writeNote } from '../tests/e2e/person.ts';
import { test } from '../tests/e2e/server.ts';
import { report } from './report.ts';

const mebibyte = 1024 * 1024;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
/** Of what a bare `fetch` takes, this much may be lost on the way through the queue. */
const least = 90;
/** Files that the queue sends at one time, and so does the bare `fetch`. */
const together = 2;

const loads: readonly { readonly what: string; readonly files: number; readonly bytes: number }[] = [
  { what: 'one file of 100 MB', files: 1, bytes: 100 * mebibyte },
  { what: '20 files of 1 MB', files: 20, bytes: mebibyte },
  { what: 'one file of 4 MB', files: 1, bytes: 4 * mebibyte },
];

/** Sends the files that a person has chosen, and nothing else; ms. */
async function bare(page: Page, aws: AwsClient, paths: readonly string[], round: number): Promise<number> {
  const requests = paths.map((_, index) => aws.signedPut(`${aws.identityId}/bare-${round}-${index}.bin`));
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
async function queued(page: Page, paths: readonly string[], origin: string): Promise<number> {
  await page.context().setOffline(true);
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles([...paths]);
  await expect(page.getByText('Safe on this device, waiting to be sent')).toHaveCount(paths.length);
  await page.evaluate(() => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(5_000);
    window.addEventListener('online', () => performance.mark('online'), { once: true });
  });
  await page.context().setOffline(false);
  await expect(page.getByText('Safe on this device, waiting to be sent')).toHaveCount(0);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expectSaved(page);
  return page.evaluate((s3) => {
    const sent = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(s3));
    const ends = sent.map((entry) => entry.startTime + entry.duration);
    return Math.max(...ends) - (performance.getEntriesByName('online').at(-1)?.startTime ?? Number.NaN);
  }, `${origin}/s3/`);
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

test('what the queue makes of the line', async ({ page, server }) => {
  await joinAs(page, server, { email: 'bench@example.com', password: 'Passw0rd!bench' });
  await writeNote(page, 'Uploads');
  await expectAllParts(page);
  const aws = await awsClient(page);
  const folder = await mkdtemp(join(tmpdir(), 'satchel-bench-'));
  for (const { what, files, bytes } of loads) {
    const took: { bare: number; queued: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const paths = Array.from({ length: files }, (_, index) =>
        join(folder, `${files}-${bytes}-${round}-${index}.bin`),
      );
      for (const path of paths) await writeFile(path, randomBytes(bytes));
      // By turns, so that neither always comes after the other.
      const first = round % 2 === 0 ? await bare(page, aws, paths, round) : null;
      const through = await queued(page, paths, aws.origin);
      took.push({ bare: first ?? (await bare(page, aws, paths, round)), queued: through });
      for (const path of paths) await rm(path);
    }
    console.log(what, took.map((one) => `${Math.round(one.bare)}/${Math.round(one.queued)}`).join(' '));
    const [direct, through] = [median(took.map((one) => one.bare)), median(took.map((one) => one.queued))];
    report(`upload-${files}-${bytes / mebibyte}`, [
      { what: `${what}: bare fetch PUT, median of ${rounds}`, figure: direct, unit: 'ms', budget: null },
      { what: `${what}: through the queue, median of ${rounds}`, figure: through, unit: 'ms', budget: null },
      {
        what: `${what}: throughput of a bare fetch PUT`,
        figure: (100 * direct) / through,
        unit: '%',
        budget: least,
        atLeast: true,
      },
    ]);
  }
  await rm(folder, { recursive: true });
});
