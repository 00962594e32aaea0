import { expect, type Page } from '@playwright/test';
import { wavFile } from './files.ts';
import { attach, joinAs, openNote, signIn, writeNote } from './person.ts';
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
  await signIn(other, server, mel);
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
