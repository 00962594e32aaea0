import { expect } from '@playwright/test';
import {
  editorOf,
  expectAllParts,
  expectLibrary,
  expectSaved,
  expectText,
  joinAs,
  menu,
  openNote,
  type Person,
  signUp,
  writeNote,
} from './person.ts';
import { test } from './server.ts';

const erin: Person = { email: 'erin@example.com', password: 'Passw0rd!erin' };

test('a cold sign-in reaches the first signed answer in five exchanges', async ({ browser, page, server }) => {
  await signUp(page, server, erin);
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(`${server.url}/login`);
  await other.getByLabel('Email').fill(erin.email);
  await other.getByLabel('Password', { exact: true }).fill(erin.password);
  const before = (await server.requests()).length;
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectLibrary(other);
  let exchanges: string[] = [];
  await expect(async () => {
    const operations = (await server.requests())
      .slice(before)
      .map(({ service, operation }) => `${service} ${operation}`);
    const first = operations.findIndex((operation) => operation.startsWith('notes '));
    expect(first).toBeGreaterThan(0);
    exchanges = operations.slice(0, first + 1);
  }).toPass();
  expect(exchanges).toEqual([
    'user-pool InitiateAuth',
    'user-pool RespondToAuthChallenge',
    'identity-pool GetId',
    'identity-pool GetCredentialsForIdentity',
    'notes GET /notes',
  ]);
  await fresh.close();
});

test('a returning person finds the list and can write with AWS unreachable', async ({ page, server }) => {
  const frank = { email: 'frank@example.com', password: 'Passw0rd!frank' };
  await signUp(page, server, frank);
  await writeNote(page, 'Kept on the device');
  const origin = await page.evaluate(() => {
    const meta = document.querySelector('meta[name="satchel-local-aws"]');
    return JSON.parse(meta?.getAttribute('content') ?? '{}').origin as string;
  });
  const asked: string[] = [];
  await page.route(`${origin}/**`, (route) => {
    asked.push(route.request().url());
    return route.abort('connectionrefused');
  });
  await page.goto(server.url);
  await expectLibrary(page);
  await openNote(page, 'Kept on the device');
  const editor = page.getByRole('textbox', { name: 'Note' });
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially(' and written without a network');
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/Saved on this device|Not saved/);
  await page.reload();
  await expectText(page, /written without a network/);
  await page.unroute(`${origin}/**`);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved(?! on this device)/);
  const texts = Object.values((await server.state()).notes)
    .flat()
    .map((note) => note.content);
  expect(texts).toContainEqual(expect.stringContaining('written without a network'));
});

test('without any network every part of the app opens', async ({ context, page, server }) => {
  await joinAs(page, server, { email: 'grace@example.com', password: 'Passw0rd!grace' });
  await writeNote(page, 'On the train');
  await expectAllParts(page);
  await context.setOffline(true);
  await editorOf(page).press('ControlOrMeta+End');
  await editorOf(page).pressSequentially(', through a tunnel');
  const account = async (item: string) => {
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await account('Keyboard shortcuts');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('button', { name: 'Close' }).click();
  await account('Sign out');
  const signOutDialog = page.getByRole('dialog', { name: 'Not sent yet: 1 note' });
  await signOutDialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: /1 note waiting, offline since/ }).click();
  await expect(page.getByRole('heading', { name: 'Not sent yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to notes' }).click();
  await openNote(page, 'On the train');
  await menu(page, 'History');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack();
  await account('Settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test.describe('where the network goes at the very first start', () => {
  test.use({ mayMissParts: true });

  test('the note is written without what stands around it, which comes with the network', async ({ page, server }) => {
    await joinAs(page, server, { email: 'hedy@example.com', password: 'Passw0rd!hedy' });
    await writeNote(page, 'Corn\n\nTall');
    await writeNote(page, 'Hay [[Corn]]');
    const around = /assets\/(linked-from|note-tags|attachments|later-notebooks|tag-tree|list-tools|shortcuts-dialog)-/;
    await page.route(around, (route) => route.abort('internetdisconnected'));
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Corn', exact: true }).click();
    await editorOf(page).press('ControlOrMeta+End');
    await editorOf(page).pressSequentially(' and oats');
    await expectSaved(page);
    await expectAllParts(page);
    const linked = page.getByRole('heading', { name: 'Linked from' });
    await expect(linked).toHaveCount(0);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await expect(page.getByText('This could not be loaded. Check your connection and try again.')).toBeVisible();

    await page.unroute(around);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(linked).toBeVisible();
    // With its style sheet.
    await expect(linked.locator('xpath=..')).toHaveCSS('border-top-style', 'solid');
    await expectText(page, 'Corn\n\nTall and oats');
  });
});
