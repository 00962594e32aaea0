import { expect, type Page } from '@playwright/test';
import { deploy, filesOf } from './deploy.ts';
import { randomFile } from './files.ts';
import {
  attach,
  editorOf,
  expectAllParts,
  expectOnDevice,
  expectSaved,
  expectText,
  joinAs,
  lookAt,
  openNote,
  writeNote,
} from './person.ts';
import { createProfile } from './profile.ts';
import { type Server, test } from './server.ts';

test.use({ ownBundle: true, serviceWorkers: 'allow' });

const oscar = { email: 'oscar@example.com', password: 'Passw0rd!oscar' };

/** What the service worker keeps: in the cache itself, since its state says nothing of that. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('satchel-app-'));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .sort();
  });

const expectKept = async (page: Page, server: Server) => {
  // What shows PDF files is large, and kept from the first that is opened.
  const files = (await filesOf(server.bundle)).filter((file) => !/^\/assets\/pdf[-/]/.test(file));
  expect(files.length).toBeGreaterThan(30);
  await expect.poll(() => kept(page)).toEqual(files);
};

const startScript = (page: Page) => page.locator('script[type=module]').first().getAttribute('src');

const textsOnAws = async (server: Server) =>
  Object.values((await server.state()).notes)
    .flat()
    .map(({ content }) => content)
    .sort();

test('opened from cold without a network, the app has the notes, finds, writes, and saves once there is one', async ({
  server,
}) => {
  const { open, remove } = await createProfile();
  const before = await open();
  await joinAs(before.page, server, oscar);
  await writeNote(before.page, 'Beans\n\nSow them in spring.');
  await writeNote(before.page, 'Letter to the bank');
  await attach(before.page, [randomFile('statement.bin', 300_000)]);
  await expectSaved(before.page);
  await expectKept(before.page, server);
  expect(before.wrong).toEqual([]);
  await before.context.close();
  await server.stop();

  const { context, page } = await open();
  await page.goto(server.url);
  const list = page.getByRole('list', { name: 'Notes' });
  await expect(list.getByRole('link', { name: 'Letter to the bank' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('spring');
  await expect(list.getByRole('link', { name: 'Letter to the bank' })).toHaveCount(0);
  await openNote(page, 'Beans');
  await editorOf(page).press('ControlOrMeta+End');
  await editorOf(page).pressSequentially(' Water them.');
  await expectOnDevice(page);
  await page.goto(`${server.url}/notes/new`);
  await editorOf(page).pressSequentially('From the train');
  await expectOnDevice(page);
  await page.goto(`${server.url}/settings`);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();

  await server.start();
  await page.goto(server.url);
  await lookAt(page);
  await expect
    .poll(async () => (await textsOnAws(server)).map((text) => text?.split('\n').slice(0, 3).join('\n')), {
      timeout: 60_000,
    })
    .toEqual([
      'Beans\n\nSow them in spring. Water them.',
      'From the train',
      expect.stringMatching(/^Letter to the bank/),
    ]);
  await context.close();
  await remove();
});

test('a new version is offered and taken, with what was typed; another app shares into a new note', async ({
  context,
  page,
  server,
}) => {
  await joinAs(page, server, oscar);
  await expectKept(page, server);
  await writeNote(page, 'Before');
  const other = await context.newPage();
  await other.goto(server.url);
  await other.getByRole('searchbox', { name: 'Search notes' }).click();
  const first = await startScript(page);

  await deploy(server.bundle);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByText('A new version is ready')).toBeVisible();
  await expect(other.getByText('A new version is ready')).toBeVisible();
  expect(await startScript(page)).toBe(first);
  await server.fault({ service: 'notes', effect: 'drop-request', times: 1_000 });
  await editorOf(page).press('ControlOrMeta+End');
  await editorOf(page).pressSequentially(' and after');
  const opened = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Reload' }).click();
  await opened;
  await expectText(page, 'Before and after');
  expect(await startScript(page)).not.toBe(first);
  await expect(page.getByText('A new version is ready')).toHaveCount(0);
  // The other tab goes on with its own version, whose files are no longer on the server.
  expect(await startScript(other)).toBe(first);
  await other.goto(`${server.url}/settings`);
  await expect(other.getByRole('heading', { name: 'Settings' })).toBeVisible();
  expect(await startScript(other)).not.toBe(first);
  await server.clearFaults();
  await lookAt(page);
  await expectSaved(page);

  await other.goto(`${server.url}/notes/new?${new URLSearchParams({ title: 'A page', url: 'https://example.org/' })}`);
  await expect(other.getByRole('textbox', { name: 'Note' })).toHaveValue('A page\n\nhttps://example.org/');
  expect(other.url()).not.toContain('example.org');
  await other.reload();
  await expect(other.getByRole('textbox', { name: 'Note' })).toHaveValue('A page\n\nhttps://example.org/');
  expect(await textsOnAws(server)).toEqual(['Before and after']);
  await other.getByRole('button', { name: 'Keep this note' }).click();
  await expectText(other, 'A page\n\nhttps://example.org/');
  await expectSaved(other);
  expect(await textsOnAws(server)).toEqual(['A page\n\nhttps://example.org/', 'Before and after']);
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block', mayMissParts: true });

  test('a part that a deploy has taken away makes the page reload once, with what was typed', async ({
    page,
    server,
  }) => {
    await page.route('**/settings-pages-*.js', (route) => route.abort());
    const watching = page.waitForEvent('console', (message) =>
      message.text().startsWith('Service Worker registration'),
    );
    await joinAs(page, server, oscar);
    await writeNote(page, 'Before');
    const first = await startScript(page);
    await watching;
    // All other parts are there.
    await expectAllParts(page);
    await deploy(server.bundle);
    await page.unroute('**/settings-pages-*.js');
    await editorOf(page).press('ControlOrMeta+End');
    await editorOf(page).pressSequentially(' and after');
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    expect(await startScript(page)).not.toBe(first);
    await page.getByRole('link', { name: 'Back to notes' }).click();
    await openNote(page, 'Before and after');
    await expectSaved(page);
    expect(await textsOnAws(server)).toEqual(['Before and after']);
  });
});
