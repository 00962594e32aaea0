import { expect } from '@playwright/test';
import { pngFile, randomFile } from './files.ts';
import {
  ada,
  attach,
  download,
  enter,
  expectSaved,
  expectText,
  menu,
  openNote,
  openNotebook,
  sha256,
  signOut,
  signUp,
  writeNote,
} from './person.ts';
import { test } from './server.ts';

test('the main job in ten steps', async ({ browser, page, server }) => {
  const photo = pngFile('photo.png');
  // It goes in parts.
  const film = randomFile('film.bin', 9_000_000);

  await test.step('1: signs up', () => signUp(page, server, ada));
  await test.step('2: writes a note', () => writeNote(page, 'Shopping\n\nmilk, bread'));
  await test.step('3: attaches an image and a large file', async () => {
    await attach(page, [photo, film]);
    await expect(page.getByRole('img', { name: photo.name })).toBeVisible();
    await expectSaved(page);
  });
  await test.step('4: finds it after a reload', async () => {
    await page.reload();
    await expectText(page, /milk, bread/);
  });
  await test.step('5: downloads the same bytes under the same name', async () => {
    for (const { name, buffer } of [photo, film]) {
      expect(await download(page, name)).toEqual({ name, sha256: sha256(buffer) });
    }
  });
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await test.step('6: signs in on a second browser and finds the note', async () => {
    await enter(other, server, ada);
    await openNote(other, 'Shopping');
    await expect(other.getByRole('img', { name: photo.name })).toBeVisible();
  });
  await test.step('7: edits there', async () => {
    await other.getByRole('textbox', { name: 'Note' }).press('ControlOrMeta+End');
    await other.getByRole('textbox', { name: 'Note' }).pressSequentially(', eggs');
    await expectSaved(other);
  });
  await test.step('8: sees it on the first', async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expectText(page, /eggs/);
  });
  await test.step('9: deletes it for ever, with its objects', async () => {
    await menu(page, 'Move to trash');
    await openNotebook(page, 'Trash');
    await openNote(page, 'Shopping');
    await menu(page, 'Delete for ever');
    await expect(async () => {
      const { notes, objects } = await server.state();
      expect({ notes: Object.values(notes).flat(), objects }).toEqual({ notes: [], objects: [] });
    }).toPass({ timeout: 40_000 });
  });
  await test.step('10: signs out', () => signOut(page));
  await elsewhere.close();
});
