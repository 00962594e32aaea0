import { expect, type Page } from '@playwright/test';
import { pngFile } from './files.ts';
import { ada, enter, expectAllParts, joinAs, lookAt, openNote, openNotebook, writeNote } from './person.ts';
import { test } from './server.ts';

const onItsWay = 'On its way from another device, or gone.';
const whenOnline = 'Not on this device yet; it is shown when you are online.';

const pictures = (page: Page) => ({
  inText: page.locator('.cm-content .picture img'),
  inList: page.getByRole('list', { name: 'Attachments' }).getByRole('img', { name: /\.png$/ }),
});

const status = (page: Page) => page.getByRole('status', { name: 'Save status' });

test('a picture that one device still sends has a sign on the other, and comes there by itself', async ({
  browser,
  page,
  server,
}) => {
  await joinAs(page, server, ada);
  await writeNote(page, 'By the sea');
  await server.fault({ service: 's3', operation: 'PutObject', effect: 'error', status: 503, times: 1_000 });
  const { name, buffer } = pngFile('sea.png', 200);
  await page
    .locator('input[type=file][aria-label="Attach files"]')
    .setInputFiles({ name, mimeType: 'image/png', buffer });
  await expect(status(page)).toHaveText('Saved, 1 file on its way');

  const context = await browser.newContext();
  const other = await context.newPage();
  await enter(other, server, ada);
  await openNote(other, 'By the sea');
  await expect(other.getByText(onItsWay)).toHaveCount(2);
  await server.clearFaults();
  await lookAt(page);
  await expect(pictures(page).inList).toBeVisible();
  await expect(status(page)).toHaveText(/^Saved(?!,)/);
  await expect(async () => {
    await lookAt(other);
    await expect(pictures(other).inText).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(pictures(other).inList).toBeVisible();
  await expect(other.getByText(onItsWay)).toHaveCount(0);
  const asked = (await server.requests()).filter((one) => one.service === 's3' && one.status === 403);
  expect(asked.length).toBeLessThan(12);
  await context.close();
});

test('a picture that this device has never read says so without a network, and comes with it', {
  tag: '@soak',
}, async ({ browser, page, server }) => {
  await joinAs(page, server, ada);
  await writeNote(page, 'By the sea');
  const { name, buffer } = pngFile('sea.png', 200);
  await page
    .locator('input[type=file][aria-label="Attach files"]')
    .setInputFiles({ name, mimeType: 'image/png', buffer });
  await expect(pictures(page).inList).toBeVisible();

  const context = await browser.newContext();
  // It gets the note, and nothing of its picture before the network is gone.
  await context.route(/\.png/, (route) => route.abort());
  const other = await context.newPage();
  await enter(other, server, ada);
  await expect(other.getByRole('list', { name: 'Notes' }).getByRole('link', { name: 'By the sea' })).toBeVisible();
  await expectAllParts(other);
  await openNotebook(other, 'All notes');
  await context.setOffline(true);
  await context.unroute(/\.png/);
  await openNote(other, 'By the sea');
  await expect(other.getByText(whenOnline)).toHaveCount(2);
  await context.setOffline(false);
  await expect(pictures(other).inText).toBeVisible();
  await expect(pictures(other).inList).toBeVisible();
  await expect(other.getByText(whenOnline)).toHaveCount(0);
  await context.close();
});
