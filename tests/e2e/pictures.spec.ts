import { expect } from '@playwright/test';
import { pngFile } from './files.ts';
import { attach, editorOf, expectSaved, joinAs, writeNote } from './person.ts';
import { test } from './server.ts';

const walter = { email: 'walter@example.com', password: 'Passw0rd!walter' };
const vera = { email: 'vera@example.com', password: 'Passw0rd!vera' };

test('a picture opens large from the text and from the note as it reads, and the focus comes back', async ({
  page,
  server,
}) => {
  await joinAs(page, server, vera);
  await writeNote(page, 'Harbour');
  await expect(page.locator('[data-styled]')).toBeVisible();
  await attach(page, [pngFile('boat.png', 200), pngFile('quay.png', 200)]);
  await expectSaved(page);
  const editor = editorOf(page);
  const gallery = (name: string) => page.getByRole('dialog', { name });
  const closed = () => expect(page.getByRole('dialog')).toHaveCount(0);
  const picture = page.locator('.picture').nth(1);
  await expect(picture.locator('img')).toBeVisible();

  await test.step('a click puts the caret there, as everywhere in the text', async () => {
    await picture.locator('img').click();
    await expect(editor).toBeFocused();
    await closed();
  });
  await test.step('a double click', async () => {
    await picture.locator('img').dblclick();
    await expect(gallery('quay.png').getByRole('status')).toHaveText('2 of 2');
    await page.keyboard.press('Escape');
    await closed();
    await expect(editor).toBeFocused();
  });
  await test.step('its button', async () => {
    await editor.press('ControlOrMeta+End');
    await picture.hover();
    await picture.getByRole('button', { name: 'Show quay.png large' }).click();
    await expect(gallery('quay.png')).toBeVisible();
    await gallery('quay.png').getByRole('button', { name: 'Close' }).click();
    await closed();
    await expect(editor).toBeFocused();
  });
  await test.step('a key where the text names it, and one goes on writing there', async () => {
    await page.locator('.cm-line', { hasText: 'boat.png' }).click({ position: { x: 20, y: 10 } });
    await page.keyboard.press('Home');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(gallery('boat.png')).toBeVisible();
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.type('Here: ');
    await expect(page.locator('.cm-line', { hasText: 'Here: ![boat.png]' })).toBeVisible();
  });
  await test.step('from the note as it reads', async () => {
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    const view = page.getByRole('article').locator('[data-read-view]');
    // What was typed last may come a moment later, and its paragraph with it.
    await expect(view).toContainText('Here:');
    const shown = view.getByRole('button', { name: 'Show boat.png large' });
    await expect(shown.getByRole('img')).toBeVisible();
    await shown.press('Enter');
    await expect(gallery('boat.png')).toBeVisible();
    await page.keyboard.press('Escape');
    await closed();
    await expect(shown).toBeFocused();
  });
});

test('all pictures of all notes are on one page, which a link leads to', async ({ page, server }) => {
  await joinAs(page, server, walter);
  const many = (title: string) => Array.from({ length: 12 }, (_, at) => pngFile(`${title}-${at}.png`));
  for (const title of ['Harbour', 'Garden']) {
    await writeNote(page, title);
    await attach(page, many(title));
  }
  await expectSaved(page);
  await page.goto(`${server.url}/pictures`);
  const grid = page.getByRole('list', { name: 'Pictures' });
  await expect(grid.locator('img')).toHaveCount(24);
  const boxOf = async (name: string) => (await grid.getByRole('button', { name }).boundingBox()) ?? { x: -1, y: -1 };
  const inFirstRow = async () => {
    const { y } = await boxOf('Garden-0.png, in Garden');
    const tops = await Promise.all(many('Garden').map(async ({ name }) => (await boxOf(`${name}, in Garden`)).y));
    return tops.filter((top) => top === y).length;
  };
  await expect.poll(inFirstRow).toBe(7);

  await page.setViewportSize({ width: 390, height: 400 });
  await expect.poll(inFirstRow).toBe(3);
  await grid.getByRole('button', { name: 'Garden-1.png, in Garden' }).focus();
  await page.keyboard.press('End');
  const last = grid.getByRole('button', { name: 'Harbour-11.png, in Harbour' });
  await expect(last).toBeFocused();
  // The grid's sides are fractions of a pixel: the browser has told 0.9999998.
  await expect(last).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const gallery = page.getByRole('dialog', { name: 'Harbour-8.png' });
  await expect(gallery.getByRole('region').getByRole('img')).toBeVisible();
  await gallery.getByRole('link', { name: 'Open note Harbour' }).click();
  await expect(page.getByRole('article', { name: 'Harbour', exact: true })).toBeVisible();
});
