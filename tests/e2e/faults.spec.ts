import { expect } from '@playwright/test';
import { editorOf, expectOnDevice, expectSaved, expectText, joinAs, lookAt, type Person, writeNote } from './person.ts';
import { test } from './server.ts';

test.use({ mayBeRefused: true });

const heidi: Person = { email: 'heidi@example.com', password: 'Passw0rd!heidi' };

/** The texts on AWS. */
const texts = ({ notes }: { notes: Readonly<Record<string, readonly { content: string | null }[]>> }) =>
  Object.values(notes)
    .flat()
    .map(({ content }) => content);

test('a new note whose answer is lost is one note', async ({ page, server }) => {
  await joinAs(page, server, heidi);
  await server.fault({ service: 'notes', operation: 'POST /notes', effect: 'drop-response', times: 2 });
  await writeNote(page, 'Only once');
  const posts = (await server.requests()).filter(({ operation }) => operation === 'POST /notes');
  expect(posts.length).toBeGreaterThan(2);
  expect(texts(await server.state())).toEqual(['Only once']);
});

for (const minutes of [20, -20]) {
  test(`a clock that is ${-minutes} minutes off keeps nothing from being saved`, async ({ page, server }) => {
    await joinAs(page, server, heidi);
    await writeNote(page, 'On time');
    await server.clock(minutes * 60_000);
    await editorOf(page).press('ControlOrMeta+End');
    await editorOf(page).pressSequentially(', or not');
    await expectSaved(page);
    expect(texts(await server.state())).toEqual(['On time, or not']);
    await page.reload();
    await editorOf(page).press('ControlOrMeta+End');
    await editorOf(page).pressSequentially(', after a reload');
    await expectSaved(page);
    expect(texts(await server.state())).toEqual(['On time, or not, after a reload']);
  });
}

test('credentials that run out in the middle of the work are renewed unseen', async ({ page, server }) => {
  await joinAs(page, server, heidi);
  await writeNote(page, 'First');
  await server.fault({ service: 'notes', effect: 'expired-credentials', times: 1 });
  await editorOf(page).press('ControlOrMeta+End');
  await editorOf(page).pressSequentially(', second');
  await expectSaved(page);
  expect(texts(await server.state())).toEqual(['First, second']);
  await expect(page.getByRole('link', { name: /sign in/i })).toHaveCount(0);
});

test('web pages in place of answers, and a service that is down, delay the sending and lose nothing', async ({
  page,
  server,
}) => {
  await joinAs(page, server, heidi);
  await writeNote(page, 'Before');
  for (const fault of [{ effect: 'html' }, { effect: 'error', status: 503 }] as const) {
    await server.fault({ service: 'notes', times: 1000, ...fault });
    await editorOf(page).press('ControlOrMeta+End');
    await editorOf(page).pressSequentially(`, ${fault.effect}`);
    await expectOnDevice(page);
    await expect(page.getByText(/1 note waiting/)).toBeVisible();
    await server.clearFaults();
    await lookAt(page);
    await expectSaved(page);
  }
  expect(texts(await server.state())).toEqual(['Before, html, error']);
});

test('a full device says so, and the text stays until there is room', async ({ context, page, server }) => {
  const devTools = await context.newCDPSession(page);
  const { origin } = new URL(server.url);
  await devTools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 250_000 });
  await joinAs(page, server, heidi);
  await writeNote(page, 'Room');
  const long = `Room for more${' and more'.repeat(36_000)}`;
  await editorOf(page).fill(long);
  const alert = page.getByRole('alert').filter({ hasText: 'no room left on this device' });
  await expect(alert).toBeVisible();
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText('Not saved');
  // Of a line as long as this the editor shows a part; the copy has all of it.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await alert.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('Text copied')).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())) === long).toBe(true);
  await devTools.send('Storage.overrideQuotaForOrigin', { origin });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expectSaved(page);
  expect(texts(await server.state()).map((text) => text === long)).toEqual([true]);
});

test('notes that the browser removes under the running app come back from AWS', async ({ context, page, server }) => {
  await joinAs(page, server, heidi);
  await writeNote(page, 'Kept on AWS');
  const devTools = await context.newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', { origin: new URL(server.url).origin, storageTypes: 'indexeddb' });
  await expect(page.getByText('The notes on this device cannot be read')).toBeVisible();
  await expectText(page, 'Kept on AWS');
  await page.reload();
  await expect(page.getByText(/had removed the notes/)).toBeVisible();
  await expectText(page, 'Kept on AWS');
});
