import { expect, type Page } from '@playwright/test';
import { editorOf, expectText, joinAs, menu, openNote, writeNote } from './person.ts';
import { test } from './server.ts';

const sam = { email: 'sam@example.com', password: 'Passw0rd!sam' };

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search notes' });
const titles = (page: Page) => page.getByRole('list', { name: 'Notes' }).getByRole('link').allTextContents();
const expectFound = (page: Page, found: readonly string[]) =>
  expect.poll(() => titles(page).then((all) => all.toSorted())).toEqual([...found].sort());

test('notes are found by what they say and how they stand, and the hits are marked', async ({ page, server }) => {
  await joinAs(page, server, sam);
  await writeNote(page, 'Crème brûlée\n\nEggs, sugar and a torch #kitchen');
  await writeNote(page, 'Shopping\n\n- [ ] eggs\n- [ ] milk\n\nsee [[Crème brûlée]]');
  await writeNote(page, `Logbook\n\n${'A quiet day at sea.\n\n'.repeat(60)}Two eggs left, and no creme at all.`);
  await menu(page, 'Archive');

  await box(page).fill('eggs');
  await expectFound(page, ['Crème brûlée', 'Logbook', 'Shopping']);
  await expect(page.getByText('3 notes found')).toBeVisible();
  expect(page.workers().map((worker) => worker.url())).toContainEqual(expect.stringContaining('/search-worker-'));
  await box(page).fill('creme');
  await expect(page.getByRole('list', { name: 'Notes' }).locator('mark').first()).toHaveText('Crème');
  for (const [query, found] of [
    ['eggs tag:kitchen', ['Crème brûlée']],
    ['has:task', ['Shopping']],
    ['has:link eggs', ['Shopping']],
    ['is:archived', ['Logbook']],
    ['eggs -milk -is:archived', ['Crème brûlée']],
    ['"two eggs"', ['Logbook']],
    ['after:today sugar', ['Crème brûlée']],
    ['before:today', []],
  ] as const) {
    await box(page).fill(query);
    await expectFound(page, found);
  }
  await box(page).fill('is:purple');
  await expect(page.getByText('“is:” does not know “purple”.')).toBeVisible();

  // Operators are offered, and choosing one leaves the box with the focus.
  await box(page).fill('');
  await page.getByRole('button', { name: 'has:', exact: true }).click();
  await page.getByRole('button', { name: 'has:task' }).click();
  await expect(box(page)).toHaveValue('has:task ');
  await expect(box(page)).toBeFocused();
  await expectFound(page, ['Shopping']);

  // From the list into the note, from hit to hit.
  await box(page).fill('quiet -xyz eggs');
  await openNote(page, 'Logbook');
  await expect(page.getByText('Hit 1 of 61')).toBeVisible();
  await page.getByRole('button', { name: 'Previous hit' }).click();
  await expect(page.getByText('Hit 61 of 61')).toBeVisible();
  await expect(page.locator('.hit.chosen')).toHaveText('eggs');
  await expect(page.locator('.hit.chosen')).toBeInViewport();
  await page.getByRole('button', { name: 'Next hit' }).click();
  await expect(page.locator('.hit.chosen')).toHaveText('quiet');
  await expect(page.locator('.hit.chosen')).toBeInViewport();

  // The same where the note is read.
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByText('Hit 1 of 61')).toBeVisible();
  await page.keyboard.press('Shift+F3');
  await expect(page.getByText('Hit 61 of 61')).toBeVisible();
  const marked = () =>
    page.evaluate(() => {
      const [chosen] = CSS.highlights.get('satchel-chosen-hit') ?? [];
      const box = chosen instanceof Range ? chosen.getBoundingClientRect() : null;
      const inSight = box !== null && box.top >= 0 && box.bottom <= window.innerHeight;
      return { others: CSS.highlights.get('satchel-hit')?.size, chosen: chosen?.toString(), inSight };
    });
  await expect.poll(marked).toEqual({ others: 60, chosen: 'eggs', inSight: true });
  await page.keyboard.press('F3');
  await expect.poll(marked).toEqual({ others: 60, chosen: 'quiet', inSight: true });
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(page.locator('.hit.chosen')).toHaveText('quiet');
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(page.locator('.hit')).toHaveCount(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await expect(editorOf(page)).toBeVisible();
  await expectText(page, /^Logbook/);
});
