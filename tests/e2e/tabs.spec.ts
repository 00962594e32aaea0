import { expect } from '@playwright/test';
import {
  editorOf,
  expectLibrary,
  expectSaved,
  expectText,
  joinAs,
  lookAt,
  openNote,
  type Person,
  signIn,
  signOut,
  textOf,
  writeNote,
} from './person.ts';
import { test } from './server.ts';

// The connection check asks unsigned, too, which is meant to be refused.
test.use({ mayBeRefused: true });

const judy: Person = { email: 'judy@example.com', password: 'Passw0rd!judy' };
const kim: Person = { email: 'kim@example.com', password: 'Passw0rd!kim' };

test('two tabs that type into one note at once lose no letter', async ({ context, page, server }) => {
  await joinAs(page, server, judy);
  await writeNote(page, 'Start\n\nEnd');
  const other = await context.newPage();
  await other.goto(page.url());
  await expectText(other, 'Start\n\nEnd');
  await editorOf(page).press('ControlOrMeta+Home');
  await editorOf(other).press('ControlOrMeta+End');
  await Promise.all([
    editorOf(page).pressSequentially('From the first tab. ', { delay: 25 }),
    editorOf(other).pressSequentially(' From the second tab.', { delay: 25 }),
  ]);
  const both = 'From the first tab. Start\n\nEnd From the second tab.';
  for (const tab of [page, other]) await expectText(tab, both);
  await expectSaved(page);

  // At one place: each keeps its own letters in their order.
  for (const tab of [page, other]) await editorOf(tab).press('ControlOrMeta+End');
  await Promise.all([
    editorOf(page).pressSequentially('alphabeta', { delay: 25 }),
    editorOf(other).pressSequentially('GAMMADELTA', { delay: 25 }),
  ]);
  for (const tab of [page, other]) {
    await expect(async () => {
      const added = (await textOf(tab)).slice(both.length);
      expect([added.replace(/[A-Z]/g, ''), added.replace(/[a-z]/g, '')]).toEqual(['alphabeta', 'GAMMADELTA']);
    }).toPass();
  }
  const together = await textOf(page);
  await expectText(other, together);
  await expectSaved(page);
  const { notes } = await server.state();
  expect(
    Object.values(notes)
      .flat()
      .map(({ content }) => content),
  ).toEqual([together]);
});

test('what is written in either of two tabs is sent, also when the one that syncs goes', async ({
  context,
  page,
  server,
}) => {
  await joinAs(page, server, judy);
  await writeNote(page, 'In one tab');
  const other = await context.newPage();
  await other.goto(server.url);
  await openNote(other, 'In one tab');
  await editorOf(other).press('ControlOrMeta+End');
  await editorOf(other).pressSequentially(', and in another');
  for (const tab of [other, page]) {
    await expectText(tab, 'In one tab, and in another');
    await expectSaved(tab);
  }
  await page.close();
  await editorOf(other).press('ControlOrMeta+End');
  await editorOf(other).pressSequentially(', then in the last');
  await expectSaved(other);
  expect(JSON.stringify(await server.state())).toContain('In one tab, and in another, then in the last');
});

test('signing out in one tab shows in the other, and nothing stays on the device', async ({
  context,
  page,
  server,
}) => {
  await joinAs(page, server, judy);
  await writeNote(page, 'Private');
  const other = await context.newPage();
  await other.goto(server.url);
  await openNote(other, 'Private');
  await signOut(page);
  await expect(other.getByLabel('Email')).toBeVisible();
  await expect(other.getByText('Private')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length]))
    .toEqual([0, 0]);
});

test('what one person could not send does not go out as another who signs in', async ({ context, page, server }) => {
  await joinAs(page, server, kim);
  await signOut(page);
  await joinAs(page, server, judy);
  await writeNote(page, 'Known to AWS');
  // Not a network that fails: that makes the page refresh its session, perhaps after the tokens below are gone.
  await server.fault({ service: 'notes', effect: 'error', status: 503, times: 1000 });
  await editorOf(page).press('ControlOrMeta+End');
  await editorOf(page).pressSequentially(', and what only Judy may send');
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved on this device/);

  const other = await context.newPage();
  await other.goto(`${server.url}/help`);
  await other.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('Cognito')) localStorage.removeItem(key);
  });
  await signIn(other, server, kim);
  await expectLibrary(page);
  await expect(page.getByText('Known to AWS')).toHaveCount(0);
  await server.clearFaults();
  for (const tab of [page, other]) await lookAt(tab);
  await writeNote(other, 'Written by Kim');
  const after = await server.state();
  expect(JSON.stringify(after)).not.toContain('only Judy may send');
  expect(Object.values(after.notes).map((notes) => notes.map(({ content }) => content))).toContainEqual([
    'Written by Kim',
  ]);

  await signOut(other);
  await signIn(other, server, judy);
  await openNote(other, 'Known to AWS');
  await expectSaved(other);
  const texts = Object.values((await server.state()).notes).map((notes) => notes.map(({ content }) => content));
  expect(texts.flat().sort()).toEqual(['Known to AWS, and what only Judy may send', 'Written by Kim']);
});

test('a session that ends is taken up again over the open note', async ({ page, server }) => {
  await joinAs(page, server, judy);
  await writeNote(page, 'Going on');
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('Cognito')) localStorage.removeItem(key);
  });
  await editorOf(page).press('ControlOrMeta+End');
  await editorOf(page).pressSequentially(' without a session');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.getByLabel('Email')).toHaveValue(judy.email);
  await dialog.getByLabel('Password', { exact: true }).fill(judy.password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expectSaved(page);
  await expectText(page, 'Going on without a session');
  expect(JSON.stringify(await server.state())).toContain('Going on without a session');
});

test("a computer that is not one's own keeps nothing", async ({ context, page, server }) => {
  await joinAs(page, server, judy);
  await signOut(page);
  await page.goto(`${server.url}/login`);
  await page.getByRole('switch', { name: "Don't keep notes on this computer" }).check();
  await page.getByLabel('Email').fill(judy.email);
  await page.getByLabel('Password', { exact: true }).fill(judy.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectLibrary(page);
  await writeNote(page, 'Written in a library');
  expect(await page.evaluate(async () => [(await indexedDB.databases()).length, Object.keys(localStorage)])).toEqual([
    0,
    [],
  ]);
  await page.reload();
  await expectText(page, 'Written in a library');
  const other = await context.newPage();
  await other.goto(server.url);
  await expect(other.getByRole('link', { name: /sign in/i }).first()).toBeVisible();

  await server.fault({ service: 'notes', effect: 'drop-request', times: 1000 });
  await editorOf(page).press('ControlOrMeta+End');
  await editorOf(page).pressSequentially(' and not sent');
  await expect(page.getByText(/1 note waiting|1 note saved on this device/)).toBeVisible();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await server.clearFaults();
  await lookAt(page);
  await expectSaved(page);
});
