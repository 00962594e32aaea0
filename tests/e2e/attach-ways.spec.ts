import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launch } from '../../playwright.config.ts';
import { pngFile, withCameraFacts } from './files.ts';
import { download, editorOf, expectSaved, joinAs, sha256, textOf, writeNote } from './person.ts';
import { test } from './server.ts';

const una = { email: 'una@example.com', password: 'Passw0rd!una' };

test.use({
  launchOptions: {
    ...launch.launchOptions,
    args: [...launch.launchOptions.args, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  },
});

interface Given {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Drops files on the text, right before the word, as a file manager would; or pastes them. */
const give = (page: Page, files: readonly Given[], before: string | null): Promise<void> =>
  editorOf(page).evaluate(
    (box, { files, before }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of files)
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
      const how = { bubbles: true, composed: true, cancelable: true };
      if (before === null) return void box.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData: data }));
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const at = text.textContent?.indexOf(before) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const { left, top, height } = range.getBoundingClientRect();
        const point = { clientX: left, clientY: top + height / 2 };
        box.dispatchEvent(new DragEvent('dragover', { ...how, ...point, dataTransfer: data }));
        const mark =
          box.getRootNode() instanceof ShadowRoot ? box.closest('.cm-editor')?.querySelector('.dropPlace') : null;
        const shown = mark?.getBoundingClientRect();
        if (Math.abs((shown?.left ?? 0) - left) > 2 || shown?.height === 0) throw new Error('the place is not shown');
        return void box.dispatchEvent(new DragEvent('drop', { ...how, ...point, dataTransfer: data }));
      }
      throw new Error(`no ${before} in the text`);
    },
    { files, before },
  );

const given = (name: string, content: Buffer | string, type = ''): Given => ({
  name,
  type,
  base64: Buffer.from(content).toString('base64'),
});

const arrived = (page: Page, name: string) =>
  expect(page.getByRole('button', { name: `Download ${name}`, exact: true })).toBeVisible();

/** What the note says, with links by their names. */
const named = async (page: Page) => (await textOf(page)).replace(/\(attachment:[^)]*\)/g, '');

test('files come into a note by all ways that a browser has', async ({ page, server }) => {
  await joinAs(page, server, una);
  await writeNote(page, 'Plan\n\nSow peas and water them.');
  await expect(page.locator('[data-styled]')).toBeVisible();
  const editor = editorOf(page);

  // Dropped between two words. The text box itself would read it as text.
  await give(page, [given('peas.txt', 'not for the note', 'text/plain')], 'peas');
  await arrived(page, 'peas.txt');
  await expect.poll(() => named(page)).toBe('Plan\n\nSow [peas.txt] peas and water them.');

  // A picture pasted where the caret is, which then stands behind it.
  await page.locator('.cm-line', { hasText: 'Plan' }).click();
  await editor.press('End');
  await editor.pressSequentially('\n\nShot: ');
  await give(page, [given('shot.png', pngFile('shot.png').buffer, 'image/png')], null);
  await arrived(page, 'shot.png');
  await editor.pressSequentially('of the bed');
  await expect
    .poll(() => named(page))
    .toBe('Plan\n\nShot: ![shot.png] of the bed\n\nSow [peas.txt] peas and water them.');

  // Names in any script, of 255 bytes, twice the same, and none.
  const long = `${'ü'.repeat(125)}x.txt`;
  const names = ['خطة الحديقة.txt', '🌱 peas.txt', long, 'twice.txt', 'twice.txt', ''];
  await give(
    page,
    names.map((name, at) => given(name, `content ${at}`)),
    'water',
  );
  await expect(page.getByRole('button', { name: 'Download twice.txt' })).toHaveCount(2);
  for (const [at, name] of names.entries()) {
    if (name === 'twice.txt') continue;
    await arrived(page, name || 'File');
    const content = Buffer.from(`content ${at}`);
    expect(await download(page, name || 'File')).toEqual({ name: name || 'File', sha256: sha256(content) });
  }

  // A folder.
  const folder = await mkdtemp(join(tmpdir(), 'satchel-folder-'));
  await mkdir(join(folder, 'Trip/day 1'), { recursive: true });
  await writeFile(join(folder, 'Trip/day 1/sea.txt'), 'sea');
  await writeFile(join(folder, 'Trip/.hidden'), 'nothing');
  await page.getByLabel('A folder…').setInputFiles(join(folder, 'Trip'));
  await arrived(page, 'Trip/day 1/sea.txt');
  expect(await download(page, 'Trip/day 1/sea.txt')).toEqual({ name: 'sea.txt', sha256: sha256(Buffer.from('sea')) });
  await rm(folder, { recursive: true });

  // What the microphone hears.
  await page.getByRole('button', { name: 'Folder, photo or recording' }).click();
  await page.getByRole('menuitem', { name: 'Record audio…' }).click();
  await expect(page.getByRole('timer')).toHaveText('0:01');
  await page.getByRole('button', { name: 'Stop and attach' }).click();
  await expect(page.getByRole('button', { name: /^Download Recording .*\.webm$/ })).toBeVisible();
  const { objects } = await server.state();
  expect(objects).toHaveLength(10);
  expect(objects.every(({ size }) => size > 0)).toBe(true);
});

test('photos are made smaller, the right way up and without the place where they were taken', async ({
  page,
  server,
}) => {
  await joinAs(page, server, una);
  await page.goto(`${server.url}/settings`);
  await page.getByRole('switch', { name: 'Make photos smaller' }).check();
  await page.goto(server.url);
  await writeNote(page, 'Plan');
  // Red on the left, blue on the right; the camera was turned, so that red belongs to the top.
  const flat = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3_000, 1_500);
    const context = canvas.getContext('2d');
    for (const [at, colour] of ['red', 'blue'].entries()) {
      if (context !== null) context.fillStyle = colour;
      context?.fillRect(at * 1_500, 0, 1_500, 1_500);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  const photo = withCameraFacts(Buffer.from(flat, 'base64'), { orientation: 6, place: 'N 53 33 0' });
  const files = { name: 'sea.jpg', mimeType: 'image/jpeg', buffer: photo };
  await page.getByLabel('Attach files', { exact: true }).and(page.locator('input')).setInputFiles(files);
  await arrived(page, 'sea.jpg');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download sea.jpg' }).click(),
  ]);
  const small = await readFile(await saved.path());
  expect(photo.includes('N 53 33 0') && photo.includes('Exif')).toBe(true);
  expect(small.includes('N 53 33 0') || small.includes('Exif')).toBe(false);
  const seen = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const [red = 0, , blue = 0] = context?.getImageData(500, 100, 1, 1).data ?? [];
    return { width: bitmap.width, height: bitmap.height, top: red > blue ? 'red' : 'blue' };
  }, small.toString('base64'));
  expect(seen).toEqual({ width: 1_024, height: 2_048, top: 'red' });

  // In full size on request.
  await page.getByLabel('Photos in full size…').setInputFiles({ ...files, name: 'whole.jpg' });
  await arrived(page, 'whole.jpg');
  expect((await download(page, 'whole.jpg')).sha256).toBe(sha256(photo));
});

test('pictures and words keep the order in which they were done, and each is a step that can be undone', {
  tag: '@soak',
}, async ({ page, server }) => {
  await joinAs(page, server, una);
  await writeNote(page, 'Shots');
  await expect(page.locator('[data-styled]')).toBeVisible();
  const editor = editorOf(page);
  const paste = async (...names: readonly string[]) => {
    await give(
      page,
      names.map((name) => given(name, pngFile(name).buffer, 'image/png')),
      null,
    );
    for (const name of names) await arrived(page, name);
  };
  await editor.press('ControlOrMeta+End');
  await editor.press('Enter');
  await paste('a.png', 'b.png');
  await editor.pressSequentially('one ');
  await paste('c.png');
  await editor.pressSequentially('two');
  const all = 'Shots\n\n![a.png]\n![b.png]\none ![c.png] two';
  await expect.poll(() => named(page)).toBe(all);

  await editor.press('ControlOrMeta+a');
  await paste('d.png');
  await expect.poll(() => named(page)).toBe('![d.png]\n');
  await editor.press('ControlOrMeta+z');
  await expect.poll(() => named(page)).toBe(all);
  await editor.press('ControlOrMeta+Shift+z');
  await expect.poll(() => named(page)).toBe('![d.png]\n');
  await expectSaved(page);
});
