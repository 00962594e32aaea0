import { expect } from '@playwright/test';
import { pngFile, randomFile } from './files.ts';
import {
  ada,
  attach,
  download,
  expectLibrary,
  expectSaved,
  expectText,
  menu,
  openNote,
  openNotebook,
  sha256,
  signIn,
  signOut,
  signUp,
  writeNote,
} from './person.ts';
import { test, watchPage } from './server.ts';

test('a person signs up, writes, attaches, comes back, goes on elsewhere, deletes for ever and leaves no trace', async ({
  browser,
  page,
  server,
}) => {
  const photo = pngFile('Ünïcode photo 1.png');
  const large = randomFile('large.bin', 12 * 1024 * 1024);

  await test.step('signs up with the code from the inbox', () => signUp(page, server, ada));

  await test.step('writes a note with two attachments, one of them 12 MB', async () => {
    await writeNote(page, 'Plan for the garden\n\nTomatoes in the #south bed.');
    await attach(page, [photo, large]);
    await expectSaved(page);
    await expect(page.getByRole('img', { name: photo.name })).toBeVisible();
    const { objects } = await server.state();
    expect(objects.map((object) => object.size).sort((a, b) => a - b)).toEqual([
      photo.buffer.length,
      large.buffer.length,
    ]);
  });

  await test.step('finds all of it after a reload', async () => {
    await page.reload();
    await expectText(page, /Tomatoes in the #south bed/);
    expect(await download(page, large.name)).toEqual({ name: large.name, sha256: sha256(large.buffer) });
    expect(await download(page, photo.name)).toEqual({ name: photo.name, sha256: sha256(photo.buffer) });
  });

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const wrongElsewhere: string[] = [];
  watchPage(other, wrongElsewhere);

  await test.step('finds the same in a second browser, byte for byte', async () => {
    await signIn(other, server, ada);
    await openNote(other, 'Plan for the garden');
    await expectText(other, /Tomatoes in the #south bed/);
    await expect(other.getByRole('img', { name: photo.name })).toBeVisible();
    expect((await download(other, large.name)).sha256).toBe(sha256(large.buffer));
    expect((await download(other, photo.name)).sha256).toBe(sha256(photo.buffer));
  });

  await test.step('edits there, and the first browser shows it', async () => {
    const editor = other.getByRole('textbox', { name: 'Note' });
    await editor.press('ControlOrMeta+End');
    await editor.pressSequentially('\nBeans along the fence.');
    await expectSaved(other);
    await page.bringToFront();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expectText(page, /Beans along the fence/);
  });

  await test.step('moves it to the trash and deletes it for ever; its objects go from S3', async () => {
    await menu(page, 'Move to trash');
    await openNotebook(page, 'Trash');
    await openNote(page, 'Plan for the garden');
    await menu(page, 'Delete for ever');
    await expect(
      page.getByRole('list', { name: 'Notes' }).getByRole('link', { name: 'Plan for the garden' }),
    ).toHaveCount(0);
    await expect(async () => {
      const { notes, objects } = await server.state();
      expect(Object.values(notes).flat()).toEqual([]);
      expect(objects).toEqual([]);
    }).toPass({ timeout: 40_000 });
  });

  await test.step('signs out, and nothing is left on the device', async () => {
    await openNotebook(page, 'All notes');
    await expectLibrary(page);
    await writeNote(page, 'Something secret');
    await signOut(page);
    await expect(async () => {
      const left = await page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map((database) => database.name),
        localStorage: Object.keys(localStorage).filter((key) => !key.startsWith('satchel.appearance')),
        sessionStorage: Object.keys(sessionStorage),
        // The app's own files are nobody's secret.
        caches: (await caches.keys()).filter((name) => !name.startsWith('satchel-app-')),
        cookies: document.cookie,
      }));
      expect(left).toEqual({ databases: [], localStorage: [], sessionStorage: [], caches: [], cookies: '' });
    }).toPass();
    await page.goBack();
    await expect(page.getByText('Something secret')).toHaveCount(0);
  });

  expect(wrongElsewhere).toEqual([]);
  await elsewhere.close();
});
