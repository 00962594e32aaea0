import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { randomFile, type TestFile } from './files.ts';
import {
  ada,
  download,
  enter,
  expectAllParts,
  expectSaved,
  expectText,
  joinAs,
  openNote,
  sha256,
  writeNote,
} from './person.ts';
import { type Server, test } from './server.ts';

const mebibyte = 1024 * 1024;
/** Of three parts, the last one smaller. */
const film = () => randomFile('film.bin', 20 * mebibyte);

/** From the disk: through Playwright's own connection so many bytes may take longer than the upload. */
async function choose(page: Page, { name, buffer }: TestFile): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, buffer);
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles(path);
}

const requestsOf = async (server: Server, operation: string) =>
  (await server.requests()).filter((request) => request.operation === operation);

const partsSent = async (server: Server) => (await requestsOf(server, 'UploadPart')).length;

/** The parts are slow to be answered, so that something can happen between two. */
const slowly = (server: Server) =>
  server.fault({ service: 's3', operation: 'UploadPart', effect: 'delay', delayMs: 1_000, times: 3 });

/** S3 has the file, whole, and nothing half done. */
async function expectArrived(page: Page, server: Server, file: TestFile): Promise<void> {
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expectSaved(page);
  expect((await download(page, file.name)).sha256).toBe(sha256(file.buffer));
  const { objects, uploads } = await server.state();
  expect(objects.map(({ size }) => size)).toEqual([file.buffer.length]);
  expect(uploads).toEqual([]);
}

test.beforeEach(async ({ page, server }) => {
  await joinAs(page, server, ada);
  await writeNote(page, 'The film');
  await expectAllParts(page);
});

test('a tab that is killed in mid-upload has lost two parts at most, and another device gets the file whole', async ({
  browser,
  context,
  page,
  server,
}) => {
  const file = film();
  await slowly(server);
  await choose(page, file);
  await expect.poll(() => partsSent(server)).toBeGreaterThanOrEqual(1);
  const devTools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void devTools.send('Page.crash').catch(() => {});
  await crashed;
  const again = await context.newPage();
  await again.goto(server.url);
  await openNote(again, 'The film');
  await expectArrived(again, server, file);
  expect(await partsSent(server)).toBeLessThanOrEqual(3 + 2);
  const device = await browser.newContext();
  const other = await device.newPage();
  await enter(other, server, ada);
  await openNote(other, 'The film');
  expect((await download(other, file.name)).sha256).toBe(sha256(file.buffer));
});

test('credentials that AWS calls expired at part 2 are refreshed once, and that part alone goes again', async ({
  page,
  server,
}) => {
  const file = film();
  const before = (await requestsOf(server, 'GetCredentialsForIdentity')).length;
  await server.fault({ service: 's3', operation: 'UploadPart', effect: 'delay', delayMs: 10 });
  await server.fault({ service: 's3', operation: 'UploadPart', effect: 'expired-credentials' });
  await choose(page, file);
  await expectArrived(page, server, file);
  expect((await requestsOf(server, 'GetCredentialsForIdentity')).length - before).toBe(1);
  expect(await partsSent(server)).toBe(3 + 1);
});

test.describe('where S3 says that the clock is wrong', () => {
  test.use({ mayBeRefused: true });

  test('an hour that passes between two parts, with tokens and credentials, is noticed by nobody', {
    tag: '@soak',
  }, async ({ page, server }) => {
    const file = film();
    await slowly(server);
    await choose(page, file);
    await expect.poll(() => partsSent(server)).toBeGreaterThanOrEqual(1);
    await server.clock(61 * 60_000);
    await expectArrived(page, server, file);
    const taken = (await requestsOf(server, 'UploadPart')).filter(({ status }) => status === 200);
    expect(taken.length).toBeLessThanOrEqual(3 + 2);
  });
});

test('answers that get lost, broken or replaced on their way cost a repetition, and no byte of the file', {
  tag: '@soak',
}, async ({ page, server }) => {
  const file = film();
  for (const [operation, effect] of [
    ['UploadPart', 'drop-response'],
    ['UploadPart', 'html'],
    ['CompleteMultipartUpload', 'drop-response'],
  ] as const) {
    await server.fault({ service: 's3', operation, effect });
  }
  await choose(page, file);
  await expectArrived(page, server, file);
  expect(await partsSent(server)).toBeLessThanOrEqual(3 + 3);
});

test('when the tab that sends is closed in mid-upload, the other one goes on', async ({ context, page, server }) => {
  const file = film();
  const other = await context.newPage();
  await other.goto(page.url());
  await expectAllParts(other);
  await slowly(server);
  await choose(page, file);
  await expect(other.getByRole('progressbar', { name: 'Uploading film.bin' })).toBeVisible();
  await expect.poll(() => partsSent(server)).toBeGreaterThanOrEqual(1);
  await page.close();
  await expectArrived(other, server, file);
  await expectText(other, /film\.bin/);
  expect(await partsSent(server)).toBeLessThanOrEqual(3 + 2);
});
