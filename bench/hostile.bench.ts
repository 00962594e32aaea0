import type { Page } from '@playwright/test';
import { joinAs } from '../tests/e2e/person.ts';
import { test } from '../tests/e2e/server.ts';
import { hostileNotes } from './hostile-notes.ts';
import { report } from './report.ts';
import { seedDevice } from './seed-notes.ts';

const person = { email: 'hostile@example.com', password: 'Passw0rd!bench' };
// A picture that is not there answers as one that is not ours.
test.use({ mayBeRefused: true });

/** ms that a page may keep a person waiting, whatever the note. */
const budget = 200;
/** ms without a long task, after which a step has ended. */
const quiet = 2_500;

/** The longest task of the page's thread from the step's beginning until nothing goes on any more; ms. */
async function longestTask(page: Page, step: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const seen = { longest: 0, last: performance.now() };
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
      seen.last = performance.now();
    });
    observer.observe({ type: 'longtask' });
    Object.assign(window, { tasks: seen, stopLooking: () => observer.disconnect() });
  });
  await step();
  await page.evaluate(() => {
    (window as unknown as { tasks: { last: number } }).tasks.last = performance.now();
  });
  await page.waitForFunction(
    (pause) => performance.now() - (window as unknown as { tasks: { last: number } }).tasks.last > pause,
    quiet,
  );
  return page.evaluate(() => {
    const page = window as unknown as { tasks: { longest: number }; stopLooking(): void };
    page.stopLooking();
    return page.tasks.longest;
  });
}

/** Without the locators of Playwright, which look through the whole page and so would be measured with it. */
const press = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const element = document.querySelector<HTMLElement>(wanted);
    if (element === null) throw new Error(`There is no ${wanted}.`);
    element.click();
  }, selector);
const focusEditor = (page: Page) =>
  page.waitForFunction(() => {
    const box = document.querySelector('[data-styled]')?.shadowRoot?.querySelector<HTMLElement>('.cm-content');
    box?.focus();
    return box !== undefined && box !== null;
  });

for (const { what, text } of hostileNotes) {
  test(what, async ({ page, server }) => {
    await joinAs(page, server, person);
    await seedDevice(page, 50, [text]);
    await page.reload();
    await page.waitForSelector('ul[aria-label="Notes"] a');
    await page.waitForTimeout(3_000);

    const opened = await longestTask(page, async () => {
      await press(page, 'ul[aria-label="Notes"] a');
      await focusEditor(page);
    });
    const edited = await longestTask(page, async () => {
      await page.keyboard.press('q');
    });
    const read = await longestTask(page, async () => {
      await press(page, 'button[aria-label="Read"]');
      await page.waitForSelector('[data-read-view] p, [data-read-view] pre');
    });
    const back = await longestTask(page, async () => {
      await press(page, 'button[aria-label="Write"]');
      await focusEditor(page);
    });
    const searched = await longestTask(page, async () => {
      await page.evaluate(() => document.querySelector<HTMLElement>('input[type="search"]')?.focus());
      await page.keyboard.type('ag', { delay: 100 });
    });

    report(`hostile-${what.replaceAll(/\W+/g, '-')}`, [
      { what: `${what}: open`, figure: opened, unit: 'ms', budget },
      { what: `${what}: edit`, figure: edited, unit: 'ms', budget },
      { what: `${what}: read`, figure: read, unit: 'ms', budget },
      { what: `${what}: back to the text`, figure: back, unit: 'ms', budget },
      { what: `${what}: search`, figure: searched, unit: 'ms', budget },
    ]);
  });
}
