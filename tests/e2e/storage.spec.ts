import { expect, type Page } from '@playwright/test';
import { awsClient } from './aws-client.ts';
import { pngFile, type TestFile } from './files.ts';
import { ada, expectSaved, joinAs, passTimeToUndo, withClock, writeNote } from './person.ts';
import { test } from './server.ts';

// The bucket lists a person's own files here, which it does not by itself. What is under `private/` is denied.
test.use({ env: { LOCAL_AWS_POLICY: 'satchel-listing' }, mayBeRefused: true });

const day = 24 * 60 * 60_000;

const openStorage = async (page: Page) => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Storage on this device and in your bucket' }).click();
  await expect(page.getByRole('button', { name: 'Look again' })).toBeVisible();
};

/** Chooses files for the open note and waits until they are in S3. */
async function choose(page: Page, files: readonly TestFile[]): Promise<void> {
  const chosen = files.map(({ name, buffer }) => ({ name, mimeType: 'image/png', buffer }));
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles(chosen);
  for (const { name } of files) await expect(page.getByRole('button', { name: `Download ${name}` })).toBeVisible();
}

test('files that no note names are found, and deleted once a person has chosen them', async ({ page, server }) => {
  await withClock(page);
  await joinAs(page, server, ada);
  await writeNote(page, 'A day out');
  await choose(page, [pngFile('sea.png', 64)]);
  await expectSaved(page);
  const aws = await awsClient(page);
  const own = (name: string) => `${aws.identityId}/0mio4k2s7${name}-left.txt`;
  for (const name of ['abcdefghij', 'bcdefghijk']) expect(await aws.s3('PUT', own(name), 'left behind')).toBe(200);
  const keys = async () => (await server.state()).objects.map(({ key }) => key);
  const [sea] = (await keys()).filter((key) => key.includes('sea'));

  await openStorage(page);
  await expect(page.getByText('Less than a day old')).toBeVisible();
  await expect(page.getByText('There are none.')).toBeVisible();

  await server.clock(2 * day);
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('checkbox', { name: 'left.txt' }).first().check();
  await page.getByRole('button', { name: /^Delete 1 file/ }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await keys()).toHaveLength(3);

  await page.getByRole('checkbox', { name: 'Select all 2 files' }).check();
  await page.getByRole('button', { name: /^Delete 2 files/ }).click();
  await passTimeToUndo(page);
  await expect(page.getByText('2 files deleted (22 bytes).')).toBeVisible({ timeout: 60_000 });
  expect(await keys()).toEqual([sea]);
  await expect(page.getByText('There are none.')).toBeVisible();
});
