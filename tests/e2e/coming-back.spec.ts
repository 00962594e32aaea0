import { expect } from '@playwright/test';
import { expectLibrary, openNote, type Person, signUp, writeNote } from './person.ts';
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
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue(/written without a network/);
  await page.unroute(`${origin}/**`);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved(?! on this device)/);
  const texts = Object.values((await server.state()).notes)
    .flat()
    .map((note) => note.content);
  expect(texts).toContainEqual(expect.stringContaining('written without a network'));
});
