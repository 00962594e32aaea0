import { expect, type Page } from '@playwright/test';
import { awsClient } from '../tests/e2e/aws-client.ts';
import { joinAs, lookAt, signIn } from '../tests/e2e/person.ts';
import { test } from '../tests/e2e/server.ts';
import { dice, noteText } from './notes.ts';
import { report } from './report.ts';

const count = Number(process.env.BENCH_NOTES ?? 10_000);
const person = { email: 'bench@example.com', password: 'Passw0rd!bench' };
const atOnce = 8;

/** How many notes "All notes" counts in the sidebar. */
const countShown = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Notebooks' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'All notes' }) });

test(`${count} notes: first sync, next sync`, async ({ browser, page, server }) => {
  await joinAs(page, server, person);
  const aws = await awsClient(page);
  const random = dice(1);
  const waiting = Array.from({ length: count }, (_, at) => noteText(at, random)).values();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const content of waiting) {
        const { status, text } = await aws.notes('POST', '/notes', JSON.stringify({ content, attachment: null }));
        expect(status, text).toBe(200);
      }
    }),
  );
  console.log(`${count} notes put on the embedded AWS in ${Math.round((performance.now() - begun) / 1000)} s`);
  await page.close();

  const device = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await device.newPage();
  const answers: { readonly bytes: number; readonly notes: number; readonly more: boolean }[] = [];
  tab.on('response', async (response) => {
    if (!response.url().includes('/notes?') || response.status() !== 200) return;
    const body = await response.body();
    const { notes, more } = JSON.parse(body.toString());
    answers.push({ bytes: body.length, notes: notes.length, more });
  });
  await signIn(tab, server, person);
  const signedIn = performance.now();
  await expect(countShown(tab)).toContainText(count.toLocaleString('en'));
  const firstSync = performance.now() - signedIn;
  const firstAnswers = answers.splice(0);

  // Past the time for which the cursor steps back, so that the next pull shows what has changed since and nothing else.
  await server.clock(10 * 60_000);
  await lookAt(tab);
  await expect.poll(() => answers.at(-1)?.more).toBe(false);
  answers.splice(0);
  const [one] = Object.values((await server.state()).notes).flat();
  const changed = { content: `Changed elsewhere\n\n${one?.content}`, attachment: null };
  expect((await aws.notes('PUT', `/notes/${one?.noteId}`, JSON.stringify(changed))).status).toBe(200);
  const looked = performance.now();
  await lookAt(tab);
  await expect(tab.getByRole('link', { name: 'Changed elsewhere' })).toBeVisible();
  const nextSync = performance.now() - looked;
  await expect.poll(() => answers.at(-1)?.more).toBe(false);
  const next = answers.reduce((sum, { notes, bytes }) => ({ notes: sum.notes + notes, bytes: sum.bytes + bytes }), {
    notes: 0,
    bytes: 0,
  });

  report(`sync-${count}`, [
    { what: 'first sync: sign-in to all notes in the list', figure: firstSync, unit: 'ms', budget: null },
    { what: 'first sync: requests', figure: firstAnswers.length, unit: 'requests', budget: null },
    {
      what: 'first sync: bytes',
      figure: firstAnswers.reduce((sum, { bytes }) => sum + bytes, 0),
      unit: 'bytes',
      budget: null,
    },
    { what: 'next sync: a change elsewhere is in the list', figure: nextSync, unit: 'ms', budget: null },
    { what: 'next sync: notes fetched', figure: next.notes, unit: 'notes', budget: 1 },
    { what: 'next sync: bytes', figure: next.bytes, unit: 'bytes', budget: null },
  ]);
  await device.close();
});
