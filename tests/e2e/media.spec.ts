import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { randomFile, wavFile } from './files.ts';
import { attach, enter, joinAs, openNote, sha256, writeNote } from './person.ts';
import { test } from './server.ts';

const mel = { email: 'mel@example.com', password: 'Passw0rd!mel' };

/** What the player is about, as soon as it knows. */
const player = (page: Page) => page.getByRole('list', { name: 'Attachments' }).locator('audio');

test('a recording plays and seeks: a small one from the device, a large one in ranges', async ({
  page,
  server,
  browser,
}) => {
  test.slow();
  await joinAs(page, server, mel);
  await writeNote(page, 'Tunes');
  await attach(page, [wavFile('short.wav', 3), wavFile('long.wav', 250)]);
  await page.getByRole('button', { name: 'Play short.wav' }).click();
  await expect.poll(() => player(page).evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(3, 1);
  await player(page).evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 2;
  });
  await expect.poll(() => player(page).evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(2);
  expect(await player(page).getAttribute('src')).toMatch(/^blob:/);
  await page.getByRole('button', { name: 'Stop short.wav' }).click();
  await expect(player(page)).toHaveCount(0);

  // Another device has nothing of it.
  const other = await (await browser.newContext({ baseURL: server.url })).newPage();
  await enter(other, server, mel);
  const ranges: string[] = [];
  other.on('response', (response) => {
    if (response.request().resourceType() === 'media') ranges.push(`${response.status()}`);
  });
  await openNote(other, 'Tunes');
  await expect(other.getByRole('button', { name: 'Play long.wav' })).toBeVisible();
  expect(ranges).toEqual([]);
  await other.getByRole('button', { name: 'Play long.wav' }).click();
  await expect.poll(() => player(other).evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(250, 0);
  expect(await player(other).getAttribute('src')).toMatch(/^http/);
  await player(other).evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 200;
  });
  await expect.poll(() => player(other).evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(200);
  expect(new Set(ranges)).toEqual(new Set(['206']));
  await other.getByRole('button', { name: 'Stop long.wav' }).click();
  expect(await other.content()).not.toContain('X-Amz-Signature');
});

test('all files of a note come in one zip file, byte for byte, and straight to the disk where the browser asks where', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    // The browser's own dialog cannot be answered by a test: a file of the page's own disk stands for the chosen one.
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    });
  });
  await joinAs(page, server, { email: 'zoe@example.com', password: 'Passw0rd!zoe' });
  await writeNote(page, 'Papers');
  const files = [randomFile('scan.bin', 10_000_000), randomFile('plan.pdf', 20_000)];
  await attach(page, files);
  await page.getByRole('button', { name: 'Download all (2 files, 9.6 MB)' }).click();
  await expect(page.getByText('2 files downloaded.')).toBeVisible();
  const onDisk = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const bytes = new Uint8Array(await (await (await folder.getFileHandle('Papers.zip')).getFile()).arrayBuffer());
    return Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
      btoa(String.fromCharCode(...bytes.subarray(at * 65_536, (at + 1) * 65_536))),
    );
  });
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }) && undefined);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    // By key: the toast may lie over it.
    page.getByRole('button', { name: /^Download all/ }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('Papers.zip');
  const zips = [
    Buffer.concat(onDisk.map((piece) => Buffer.from(piece, 'base64'))),
    await readFile(await download.path()),
  ];
  for (const zip of zips) {
    const inside = unzipSync(zip);
    expect(Object.keys(inside)).toEqual(files.map(({ name }) => name));
    for (const { name, buffer } of files) expect(sha256(Buffer.from(inside[name] ?? []))).toBe(sha256(buffer));
  }
});
