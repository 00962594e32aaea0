import { expect, type Page } from '@playwright/test';
import { pngFile, type TestFile } from './files.ts';
import { ada, enter, expectAllParts, expectSaved, joinAs, menu, openNote, writeNote } from './person.ts';
import { test } from './server.ts';

test.use({ mayBeRefused: true });

/** Chooses files for the open note and waits until they are in S3. */
async function choose(page: Page, files: readonly TestFile[]): Promise<void> {
  const chosen = files.map(({ name, buffer }) => ({ name, mimeType: 'image/png', buffer }));
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles(chosen);
  for (const { name } of files) await expect(page.getByRole('button', { name: `Download ${name}` })).toBeVisible();
}

test('where the bucket is not listed, the sizes of files are asked for one by one', { tag: '@soak' }, async ({
  browser,
  page,
  server,
}) => {
  await joinAs(page, server, ada);
  await writeNote(page, 'A day out');
  await choose(page, [pngFile('sea.png', 64), pngFile('hill.png', 64)]);
  await expectSaved(page);

  // Another device, which has had none of the files.
  const other = await (await browser.newContext()).newPage();
  await enter(other, server, ada);
  await other.goto(`${server.url}/settings/storage`);
  await expect(other.getByText('This is what this device knows')).toBeVisible();
  await other.getByText('The policy line that would allow it').click();
  await expect(other.getByText('"s3:ListBucket"')).toBeVisible();
  await other.getByRole('button', { name: 'Ask for the sizes of 2 files' }).click();
  await expect(other.getByText(/^2 files, \d+ bytes/)).toBeVisible();
  await other.getByRole('button', { name: 'Files of A day out' }).click();
  await other.getByRole('button', { name: 'Remove hill.png' }).click();
  await expect(other.getByText('hill.png')).toHaveCount(1);
});

test('the files of a pinned note are there without a network, though nobody has opened them', async ({
  browser,
  page,
  server,
}) => {
  await joinAs(page, server, ada);
  await writeNote(page, 'A day out');
  await choose(page, [pngFile('sea.png', 64)]);
  await expectSaved(page);
  const other = await (await browser.newContext()).newPage();
  await enter(other, server, ada);
  await expectAllParts(other);
  await openNote(other, 'A day out');
  await menu(other, 'Pin');
  await expectSaved(other);
  await other.goto(`${server.url}/settings/storage`);
  await expect(other.getByText(/^1 file, .*, always kept$/)).toBeVisible();
  await other.getByRole('radio', { name: 'Nothing' }).check();
  await expect(other.getByText('No files are kept')).toBeVisible();
  await expect(other.getByText('0 files', { exact: true }).first()).toBeVisible();
});
