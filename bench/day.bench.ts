import { type BrowserContext, expect, type Page } from '@playwright/test';
import { editorOf, joinAs, openNote } from '../tests/e2e/person.ts';
import { type Server, test } from '../tests/e2e/server.ts';
import { inputToResults, keyToFrame, percentile, scrollFrames } from './frames.ts';
import { dice, noteText } from './notes.ts';
import { report } from './report.ts';
import { seedDevice } from './seed-notes.ts';
import { slowDown, startUp, watchStartUp } from './start-up.ts';

const person = { email: 'day@example.com', password: 'Passw0rd!bench' };
const throttle = 4;
const random = dice(3);
const paragraphs = Array.from({ length: 400 }, (_, at) => noteText(at, random)).join('\n\n');
const longNote = `A long note\n\n${paragraphs.slice(0, 100_000)}`;
/** In the notes of bench/notes.ts. */
const words = ['garden', 'winter', 'music'];

/** A device with so many notes, and the app kept on it. */
async function deviceWith(count: number, page: Page, context: BrowserContext, server: Server) {
  await joinAs(page, server, person);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
    .toBe('activated');
  await seedDevice(page, count, [longNote]);
  await page.reload();
  await expect(page.getByRole('link', { name: 'A long note' })).toBeVisible();
  return context.newCDPSession(page);
}

/** The first letter, before the texts have been read; then, once they have, each letter of the words. */
async function searching(page: Page) {
  await page.getByRole('searchbox', { name: 'Search notes' }).focus();
  const [cold] = await inputToResults(page, 'b', 15_000);
  const letters = [];
  for (const word of words) {
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('');
    await page.waitForTimeout(1_000);
    await page.getByRole('searchbox', { name: 'Search notes' }).focus();
    letters.push(...(await inputToResults(page, word)));
  }
  return {
    cold: cold?.results ?? Number.NaN,
    results: percentile(
      letters.map(({ results }) => results),
      0.95,
    ),
    letter: percentile(
      letters.map(({ letter }) => letter),
      0.95,
    ),
  };
}

test('10,000 notes on the device: start-up, typing, search', async ({ page, context, server }) => {
  const devTools = await deviceWith(10_000, page, context, server);
  await watchStartUp(page);
  await slowDown(devTools, throttle);
  const starts: Awaited<ReturnType<typeof startUp>>[] = [];
  for (let time = 0; time < 5; time++) starts.push(await startUp(page, server.url));
  const median = (of: (start: (typeof starts)[number]) => number) => percentile(starts.map(of), 0.5);

  const search = await searching(page);
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('');
  await openNote(page, 'A long note');
  await editorOf(page).click();
  await page.waitForTimeout(3_000);
  const sentence = 'The quick brown fox jumps over a lazy dog and goes home. ';
  const slow = percentile(await keyToFrame(page, sentence), 0.95);
  await slowDown(devTools, 1);
  await page.waitForTimeout(2_000);
  const fast = percentile(await keyToFrame(page, sentence), 0.95);

  report('day-10000', [
    {
      what: '10,000 notes: first contentful paint',
      figure: median(({ firstPaint }) => firstPaint),
      unit: 'ms',
      budget: 800,
    },
    { what: '10,000 notes: list usable', figure: median(({ list }) => list), unit: 'ms', budget: 1_200 },
    { what: '10,000 notes: blocked until then', figure: median(({ blocked }) => blocked), unit: 'ms', budget: 200 },
    {
      what: '10,000 notes: requests to AWS before the list',
      figure: Math.max(...starts.map(({ asked }) => asked)),
      unit: 'requests',
      budget: 0,
    },
    { what: '10,000 notes: key to frame in a note of 100 kB, p95', figure: slow, unit: 'ms', budget: 45 },
    { what: '10,000 notes: the same, unthrottled', figure: fast, unit: 'ms', budget: 16 },
    { what: '10,000 notes: search, input to results, p95', figure: search.results, unit: 'ms', budget: 50 },
    {
      what: '10,000 notes: the first search, as soon as the list is there',
      figure: search.cold,
      unit: 'ms',
      budget: null,
    },
  ]);
});

test('100,000 notes on the device: scrolling, search', async ({ page, context, server }) => {
  const devTools = await deviceWith(100_000, page, context, server);
  await expect(page.locator('ul[aria-label="Notes"] > li').first()).toHaveAttribute('aria-setsize', '100000');
  await page.waitForTimeout(5_000);
  await slowDown(devTools, throttle);
  const atOnce = await scrollFrames(page);
  await page.waitForTimeout(2_000);
  const later = await scrollFrames(page);
  const search = await searching(page);
  report('day-100000', [
    // What reading 100,000 notes has left for the garbage collector falls into the first.
    {
      what: '100,000 notes: longest frame of scrolling, just opened',
      figure: Math.max(...atOnce),
      unit: 'ms',
      budget: 50,
    },
    { what: '100,000 notes: longest frame of scrolling, later', figure: Math.max(...later), unit: 'ms', budget: 50 },
    { what: '100,000 notes: search, input to results, p95', figure: search.results, unit: 'ms', budget: 200 },
    { what: '100,000 notes: the first search', figure: search.cold, unit: 'ms', budget: null },
    { what: '100,000 notes: search, the letter itself, p95', figure: search.letter, unit: 'ms', budget: 30 },
  ]);
});
