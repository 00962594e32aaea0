import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { joinAs } from '../tests/e2e/person.ts';
import { type Server, test } from '../tests/e2e/server.ts';
import { framesDuring, scrollFrames } from './frames.ts';
import { report } from './report.ts';
import { seedDevice } from './seed-notes.ts';
import { pictureLink, pictureName, seedPictures } from './seed-pictures.ts';
import { slowDown } from './start-up.ts';

const person = { email: 'pictures@example.com', password: 'Passw0rd!bench' };
const throttle = 4;
const count = 1_000;
/** Another program may take the processor for a moment: the best of so many runs counts. */
const runs = 3;
const small = { width: 1_200, height: 900 };
const large = { width: 4_000, height: 3_000 };

/** A device with so many notes, of which the newest have a picture each. Where there are too many bytes for the device, it would let go of some. */
async function deviceWith(notes: number, page: Page, server: Server, size: typeof small, pictures = count) {
  await joinAs(page, server, person);
  await seedPictures(page, pictures, { size, different: 8 });
  const texts = Array.from({ length: pictures }, (_, at) => `Trip ${at}\n\nA day by the sea.\n\n${pictureLink(at)}`);
  await seedDevice(page, notes, texts);
  await page.reload();
  await expect(page.locator('ul[aria-label="Notes"] > li').first()).toHaveAttribute('aria-setsize', String(notes));
  await page.waitForTimeout(5_000);
}

const toPictures = async (page: Page, pictures = count) => {
  await page.getByRole('navigation', { name: 'Notebooks' }).getByRole('link', { name: 'Pictures' }).click();
  await expect(page.getByText(`${pictures.toLocaleString('en')} pictures`)).toBeVisible();
};

async function bestWorst(measure: () => Promise<readonly number[]>): Promise<number> {
  const worst: number[] = [];
  for (let run = 0; run < runs; run++) worst.push(Math.max(...(await measure())));
  return Math.min(...worst);
}

/** Shows the next picture so many times, each once the one before is there. */
async function flip(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('dialog section img')?.complete);
    await page.waitForTimeout(120);
  }
}

test('1,000 pictures: scrolling list and grid, flipping through the gallery', async ({ page, context, server }) => {
  const devTools = await context.newCDPSession(page);
  await deviceWith(count, page, server, small);
  const figures: Record<string, number> = {};
  for (const rate of [throttle, 1]) {
    const how = rate === 1 ? ', unthrottled' : '';
    await page.goto(server.url);
    await page.waitForTimeout(5_000);
    await slowDown(devTools, rate);
    figures[`list, worst frame of scrolling${how}`] = await bestWorst(() => scrollFrames(page));
    await toPictures(page);
    await page.waitForTimeout(2_000);
    figures[`grid, worst frame of scrolling${how}`] = await bestWorst(() => scrollFrames(page, 'Pictures'));
    await page.evaluate(() => document.querySelector('ul[aria-label="Pictures"]')?.parentElement?.scrollTo(0, 0));
    await page.getByRole('button', { name: `${pictureName(0)}, in Trip 0` }).click();
    await page.waitForTimeout(2_000);
    figures[`gallery, worst frame of flipping${how}`] = await bestWorst(() => framesDuring(page, () => flip(page, 30)));
    await slowDown(devTools, 1);
  }
  report(
    'pictures-1000',
    Object.entries(figures).map(([what, figure]) => ({
      what: `1,000 pictures: ${what}`,
      figure,
      unit: 'ms' as const,
      budget: 50,
    })),
  );
});

/** Bytes that all pages of the browser hold; what nobody needs any more has been let go of. */
async function memory(browser: Browser, page: Page): Promise<{ readonly heap: number; readonly all: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const resident = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1_024);
  return { heap: usedSize, all: resident.reduce((sum, bytes) => sum + bytes, 0) };
}

test('200 photos of 12 megapixels, one after the other: memory', async ({ page, browser, server }) => {
  const photos = 210;
  await deviceWith(photos, page, server, large, photos);
  await toPictures(page, photos);
  await page.getByRole('button', { name: `${pictureName(0)}, in Trip 0` }).click();
  await flip(page, 20);
  const before = await memory(browser, page);
  await flip(page, 180);
  const after = await memory(browser, page);
  const megapixels = large.width * large.height * 4;
  report('pictures-memory', [
    { what: 'Gallery: heap that 180 more photos leave', figure: after.heap - before.heap, unit: 'bytes', budget: 5e6 },
    {
      what: 'Gallery: memory of the page that they leave, at most three of them unpacked',
      figure: after.all - before.all,
      unit: 'bytes',
      budget: 3 * megapixels,
    },
  ]);
});

test('10,000 notes: the page of pictures is opened', async ({ page, context, server }) => {
  const devTools = await context.newCDPSession(page);
  await deviceWith(10_000, page, server, small);
  const figures: number[] = [];
  for (const rate of [1, throttle]) {
    await page.goto(server.url);
    await page.waitForTimeout(5_000);
    await slowDown(devTools, rate);
    await page.evaluate(() => {
      const seen = { longest: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
      }).observe({ type: 'longtask' });
    });
    await toPictures(page);
    await page.waitForTimeout(2_000);
    figures.push(await page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest));
    await slowDown(devTools, 1);
  }
  const [fast = Number.NaN, slow = Number.NaN] = figures;
  report('pictures-10000', [
    { what: '10,000 notes: longest task of opening all pictures, unthrottled', figure: fast, unit: 'ms', budget: 50 },
    { what: '10,000 notes: the same, throttled', figure: slow, unit: 'ms', budget: 200 },
  ]);
});
