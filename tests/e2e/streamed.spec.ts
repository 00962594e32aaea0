import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { randomFile } from './files.ts';
import { ada, download, expectAllParts, expectSaved, joinAs, openNote, sha256, writeNote } from './person.ts';
import { type Server, test } from './server.ts';

const megabyte = 1024 * 1024;
const keepOpen = 'Keep this tab open until it has arrived.';

/** A film of 20 MB on the disk, in a browser that has room for half of it. It goes in three parts, of which S3 takes two at most for now. */
async function beginFilm(page: Page, server: Server) {
  const { name, buffer } = randomFile('film.bin', 20 * megabyte);
  const folder = await mkdtemp(join(tmpdir(), 'satchel-film-'));
  const path = join(folder, name);
  await writeFile(path, buffer);
  const browser = await page.context().newCDPSession(page);
  // First: how much room there is Chromium remembers for 30 s.
  await browser.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 10 * megabyte });
  await joinAs(page, server, ada);
  await writeNote(page, 'The film');
  await expectAllParts(page);
  const part = { service: 's3', operation: 'UploadPart' } as const;
  await server.fault({ ...part, effect: 'delay', delayMs: 0, times: 2 });
  await server.fault({ ...part, effect: 'error', status: 503, times: 1_000 });
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles(path);
  await expect(page.getByText(keepOpen)).toBeVisible();
  await expect.poll(() => partsSent(server, 503)).toBeGreaterThan(0);
  expect(await partsSent(server, 200)).toBeGreaterThan(0);
  return { folder, path, buffer, remove: () => rm(folder, { recursive: true }) };
}

const partsSent = async (server: Server, status: number) =>
  (await server.requests()).filter((one) => one.operation === 'UploadPart' && one.status === status).length;

const choose = (page: Page, path: string) =>
  page.locator('input[type=file][aria-label="Choose film.bin again"]').setInputFiles(path);

test('a file for which the device has no room goes from where it is, and on from another tab when its own is closed', async ({
  page,
  context,
  server,
}) => {
  const film = await beginFilm(page, server);
  const other = await context.newPage();
  await other.goto(server.url);
  await expectAllParts(other);
  await openNote(other, 'The film');
  // It has the file, though it has never sent anything.
  await expect(other.getByText(keepOpen)).toBeVisible();
  await page.close();
  await server.clearFaults();
  expect((await download(other, 'film.bin')).sha256).toBe(sha256(film.buffer));
  expect(await partsSent(server, 200)).toBeLessThanOrEqual(3 + 2);
  expect((await server.state()).uploads).toEqual([]);
  await film.remove();
});

test('once its tab has gone the file is asked for again, another is not taken, and the same one goes on with what S3 has', {
  tag: '@soak',
}, async ({ page, server }) => {
  const film = await beginFilm(page, server);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expectAllParts(page);
  await server.clearFaults();
  await expect(page.getByText('The tab that this file was sent from is gone.')).toBeVisible();

  const other = join(film.folder, 'other.bin');
  await writeFile(other, Buffer.concat([film.buffer.subarray(1), film.buffer.subarray(0, 1)]));
  await choose(page, other);
  await expect(page.getByText('what has been sent already is not in it')).toBeVisible();
  await choose(page, film.path);
  expect((await download(page, 'film.bin')).sha256).toBe(sha256(film.buffer));
  expect(await partsSent(server, 200)).toBeLessThanOrEqual(3 + 2);
  await expectSaved(page);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await film.remove();
});
