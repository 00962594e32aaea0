import { expect, type Page } from '@playwright/test';
import { awsClient } from './aws-client.ts';
import { hostileFiles, hostileObjects } from './hostile-files.ts';
import { longestTask } from './longest-task.ts';
import { download, enter, joinAs, openNote, sha256, writeNote } from './person.ts';
import { test, watchPage } from './server.ts';

const eve = { email: 'eve@example.com', password: 'Passw0rd!eve' };

/** What a file that runs, or is followed, would bring about. */
function watchFor(page: Page): { readonly done: () => Promise<readonly string[]> } {
  const seen: string[] = [];
  watchPage(page, seen);
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || new URL(frame.url()).hostname !== '127.0.0.1')
      seen.push(`went to ${frame.url()}`);
  });
  page.on('popup', (popup) => seen.push(`opened ${popup.url()}`));
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) seen.push(`asked for ${request.url()}`);
  });
  return {
    done: async () => [...seen, ...((await page.evaluate(() => 'hacked' in window)) ? ['a script ran'] : [])],
  };
}

/** As a file may be called on any disk. */
const safeName = (name: string) => name.slice(name.lastIndexOf('/') + 1).replaceAll('"', '_');

test('files that mean harm run nowhere, stop nothing, and are downloaded byte for byte under safe names', async ({
  page,
  server,
  browser,
}) => {
  test.slow();
  const files = hostileFiles();
  const objects = hostileObjects();
  const there = watchFor(page);
  await joinAs(page, server, eve);
  const somebody = await awsClient(page);
  for (const { name, buffer, headers } of objects) {
    const put = somebody.signedPut(`${somebody.identityId}/${name}`);
    const init = { method: 'PUT', headers: { ...put.headers, ...headers }, body: new Uint8Array(buffer) };
    expect((await fetch(put.url, init)).status).toBe(200);
  }
  await writeNote(page, ['Harm', ...objects.map(({ name }) => `![${name}](attachment:~/${name})`)].join('\n\n'));
  for (const { name, buffer } of files) {
    const mimeType = name.endsWith('.png') ? 'image/png' : 'application/octet-stream';
    await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles({ name, mimeType, buffer });
    await expect(page.getByRole('button', { name: `Download ${name}` })).toBeVisible();
  }
  expect((await server.state()).objects).toHaveLength(files.length + objects.length);

  const second = await (await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })).newPage();
  const here = watchFor(second);
  await enter(second, server, eve);
  const tasks = await longestTask(second);
  // In the list's row, in the text, on the cards.
  await expect(second.getByRole('list', { name: 'Notes' }).locator('img')).toHaveCount(1);
  await openNote(second, 'Harm');
  await expect(second.getByText('Too large to be shown')).toHaveCount(1);
  await expect(second.getByRole('img', { name: 'picture.png' }).first()).toBeVisible();
  // As it reads.
  await second.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(second.locator('[data-read-view] img')).not.toHaveCount(0);
  // One by one, as large as the window.
  const cards = second.getByRole('list', { name: 'Attachments' });
  await cards.getByRole('button', { name: 'Show picture.png large' }).click();
  const gallery = second.getByRole('dialog');
  await second.keyboard.press('Home');
  const told: string[] = [];
  for (let at = 0; at < 20; at += 1) {
    const name = (await gallery.getByRole('heading').textContent()) ?? '';
    if (told.some((line) => line.startsWith(name))) break;
    const note = gallery.getByText(/no picture|too large to be shown/);
    await expect(note.or(gallery.locator('img'))).toBeVisible();
    told.push(`${name}: ${(await note.count()) === 0 ? 'shown' : await note.textContent()}`);
    await second.keyboard.press('ArrowRight');
  }
  await second.keyboard.press('Escape');
  expect(told.filter((line) => line.endsWith(': shown')).map((line) => line.split(':')[0])).toEqual([
    'picture.png',
    'polyglot.gif',
    '../../"evil" \'name\'.png',
  ]);
  const { cpuMs, heapBytes } = await tasks.end();
  // Far more than the bench measures, and far less than a page that stands still.
  expect(cpuMs).toBeLessThan(1_000);
  expect(heapBytes).toBeLessThan(150_000_000);

  for (const { name, buffer } of [...files, ...objects])
    expect(await download(second, name)).toEqual({ name: safeName(name), sha256: sha256(buffer) });
  expect(await there.done()).toEqual([]);
  expect(await here.done()).toEqual([]);
});
