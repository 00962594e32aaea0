import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { pngFile, randomFile, type TestFile } from './files.ts';
import {
  ada,
  download,
  editorOf,
  expectAllParts,
  expectOnDevice,
  expectSaved,
  expectText,
  joinAs,
  sha256,
  textOf,
  writeNote,
} from './person.ts';
import { createProfile } from './profile.ts';
import { type Server, test } from './server.ts';

const film = () => randomFile('film.bin', 20 * 1024 * 1024);

/** From the disk: through Playwright's own connection so many bytes may take longer than the upload. */
async function choose(page: Page, { name, buffer }: TestFile): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, buffer);
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles(path);
}

/** Drops files on the text, as from the desktop. */
async function drop(page: Page, files: readonly TestFile[]): Promise<void> {
  const dropped = files.map(({ name, buffer }) => ({ name, bytes: buffer.toString('base64') }));
  await editorOf(page).evaluate((box, all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of all) {
      const content = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
      dataTransfer.items.add(new File([content], name, { type: 'image/png' }));
    }
    const { left, top } = box.getBoundingClientRect();
    const at = { clientX: left + 20, clientY: top + 20, bubbles: true, composed: true, cancelable: true, dataTransfer };
    for (const type of ['dragenter', 'dragover', 'drop']) box.dispatchEvent(new DragEvent(type, at));
  }, dropped);
}

const partsSent = async (server: Server) =>
  (await server.requests()).filter(({ operation }) => operation === 'UploadPart').length;

test('photos dropped without a network are in S3 once the browser, closed meanwhile, is open with one', async ({
  server,
}) => {
  const photos = ['sea.png', 'hill.png', 'road.png'].map((name) => pngFile(name, 64));
  const { open, remove } = await createProfile();
  const before = await open();
  await joinAs(before.page, server, ada);
  await writeNote(before.page, 'A day out');
  await expectAllParts(before.page);
  await before.context.setOffline(true);
  await drop(before.page, photos);
  await expect(before.page.getByText('Safe on this device, waiting to be sent')).toHaveCount(3);
  await expectOnDevice(before.page);
  expect((await server.state()).objects).toEqual([]);
  await before.context.close();
  expect(before.wrong).toEqual([]);

  const { context, page, wrong } = await open();
  await page.goto(server.url);
  await page.getByRole('list', { name: 'Notes' }).getByRole('link').first().click();
  await expect(page.getByRole('button', { name: /^Download (sea|hill|road)\.png$/ })).toHaveCount(3);
  await expectSaved(page);
  const { objects, uploads, notes } = await server.state();
  expect(objects.map(({ size }) => size).sort()).toEqual(photos.map(({ buffer }) => buffer.length).sort());
  expect(uploads).toEqual([]);
  const text = Object.values(notes).flat()[0]?.content ?? '';
  const named = [...text.matchAll(/\(attachment:~\/([^)]*)\)/g)].map(([, key]) => key);
  expect(named.sort()).toEqual(objects.map(({ key }) => key.slice(key.indexOf('/') + 1)).sort());
  expect(wrong).toEqual([]);
  await context.close();
  await remove();
});

test('a large file goes on where it was when the network comes back', async ({ page, context, server }) => {
  const file = film();
  await joinAs(page, server, ada);
  await writeNote(page, 'The film');
  await server.fault({ service: 's3', operation: 'UploadPart', effect: 'delay', delayMs: 5_000, times: 3 });
  await choose(page, file);
  await expect.poll(() => partsSent(server)).toBeGreaterThanOrEqual(2);
  await context.setOffline(true);
  await expect(page.getByText('Safe on this device, waiting to be sent')).toBeVisible();
  await context.setOffline(false);
  expect((await download(page, file.name)).sha256).toBe(sha256(file.buffer));
  expect(await partsSent(server)).toBeLessThanOrEqual(3 + 2);
  expect((await server.state()).uploads).toEqual([]);
});

test('a large file that is cancelled on its way comes back by Undo, and leaves nothing without it, in the note or in S3', async ({
  page,
  server,
}) => {
  await joinAs(page, server, ada);
  await writeNote(page, 'The film');
  await server.fault({ service: 's3', operation: 'UploadPart', effect: 'delay', delayMs: 1_500, times: 12 });
  await choose(page, film());
  await expect.poll(async () => (await server.state()).uploads).toHaveLength(1);
  await page.getByRole('button', { name: 'Cancel film.bin' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('progressbar', { name: 'Uploading film.bin' })).toBeVisible();
  await expectText(page, /film\.bin/);
  await page.getByRole('button', { name: 'Cancel film.bin' }).click();
  await expect
    .poll(
      async () => {
        const { objects, uploads } = await server.state();
        return [...objects, ...uploads];
      },
      { timeout: 20_000 },
    )
    .toEqual([]);
  await expect.poll(() => textOf(page)).not.toContain('film.bin');
});
