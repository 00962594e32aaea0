import { expect } from '@playwright/test';
import { awsClient } from './aws-client.ts';
import { editorOf, expectAllParts, expectSaved, expectText, joinAs, openNote } from './person.ts';
import { test } from './server.ts';

test('notes are sorted, selected, tagged, thrown away together and taken back', async ({ page, server }) => {
  await joinAs(page, server, { email: 'liz@example.com', password: 'Passw0rd!liz' });
  const client = await awsClient(page);
  for (const content of [
    '# Zebra\n\nstripes',
    '# apples\n\nred',
    '# Minutes 10\n\nmeeting',
    '# Minutes 9\n\nmeeting',
  ]) {
    expect(await client.notes('POST', '/notes', JSON.stringify({ content }))).toMatchObject({ status: 200 });
  }
  await page.goto(server.url);
  const links = page.getByRole('list', { name: 'Notes' }).getByRole('link');
  await page.getByRole('button', { name: 'Order: Last changed first' }).click();
  await page.getByRole('menuitem', { name: 'By title' }).click();
  await expect(links).toHaveText(['apples', 'Minutes 9', 'Minutes 10', 'Zebra']);

  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Minutes 9' }).check();
  await page.getByRole('checkbox', { name: 'Zebra' }).click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('textbox', { name: 'Tag' }).fill('work');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await expect(page.getByText('3 notes tagged')).toBeVisible();
  await expect(page.getByRole('link', { name: 'work' })).toBeVisible();

  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('checkbox', { name: 'apples' }).uncheck();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(links).toHaveText(['apples']);
  const toast = page.getByRole('region', { name: 'Messages' });
  await expect(toast).toContainText('3 notes moved to the trash');
  await toast.getByRole('button', { name: 'Undo' }).last().click();
  await expect(links).toHaveCount(4);
  await page.reload();
  await expect(links).toHaveText(['apples', 'Minutes 9', 'Minutes 10', 'Zebra']);
});

test('the row that is pressed is the one that opens, also where the list changes before the button is let go', async ({
  context,
  page,
  server,
}) => {
  await joinAs(page, server, { email: 'liz@example.com', password: 'Passw0rd!liz' });
  const client = await awsClient(page);
  for (const content of ['Rye', 'Oats', 'Hay']) {
    expect(await client.notes('POST', '/notes', JSON.stringify({ content }))).toMatchObject({ status: 200 });
  }
  await page.goto(server.url);
  await expectAllParts(page);
  const links = page.getByRole('list', { name: 'Notes' }).getByRole('link');
  await expect(links).toHaveText(['Hay', 'Oats', 'Rye']);
  const other = await context.newPage();
  await other.goto(server.url);
  await openNote(other, 'Rye');
  await expectText(other, 'Rye');

  await links.filter({ hasText: 'Oats' }).hover();
  await page.mouse.down();
  await editorOf(other).press('ControlOrMeta+End');
  await editorOf(other).pressSequentially(' #field');
  // By then the list knows it as well.
  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('link', { name: 'field' })).toBeVisible();
  await expect(links).toHaveText(['Hay', 'Oats', 'Rye']);
  await page.mouse.up();
  await expectText(page, 'Oats');
  await expect(links).toHaveText(['Rye #field', 'Hay', 'Oats']);
});

test('a tag is renamed in all notes that carry it, with the tags under it, and taken back', async ({
  page,
  server,
}) => {
  await joinAs(page, server, { email: 'liz@example.com', password: 'Passw0rd!liz' });
  const client = await awsClient(page);
  for (const content of ['# Corn\n\nsown #farm/north', '---\ntags: [farm]\n---\n# Hay', '# Tax\n\n#office']) {
    expect(await client.notes('POST', '/notes', JSON.stringify({ content }))).toMatchObject({ status: 200 });
  }
  await page.goto(server.url);
  const tags = page.getByRole('list', { name: 'Tags' });
  await expect(tags).toMatchAriaSnapshot(`
    - list "Tags":
      - listitem:
        - link "farm"
        - text: 2 notes
      - listitem:
        - link "office"
        - text: 1 note
  `);
  await tags.getByRole('link', { name: 'farm' }).focus();
  await page.keyboard.press('ArrowRight');
  await tags.getByRole('link', { name: 'farm/north' }).click();
  const links = page.getByRole('list', { name: 'Notes' }).getByRole('link');
  await expect(links).toHaveText(['Corn']);
  await tags.getByRole('link', { name: 'farm', exact: true }).click();
  await expect(links).toHaveCount(2);

  await page.getByRole('button', { name: 'Manage tag' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'New name' }).fill('office');
  await expect(page.getByRole('dialog')).toContainText('There is #office already.');
  await page.getByRole('button', { name: 'Merge' }).click();
  const toast = page.getByRole('region', { name: 'Messages' });
  await expect(toast).toContainText('#farm is #office now, in 2 notes');
  await expect(page.getByRole('heading', { name: '#office' })).toBeVisible();
  await expect(links).toHaveCount(3);
  await expect(tags.getByRole('link')).toHaveText(['office']);
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: '#farm' })).toBeVisible();
  // Open again, as it was.
  await expect(tags.getByRole('link')).toHaveText(['farm', 'north', 'office']);
});

test('an open note loses a tag and gets another one while one writes', async ({ page, server }) => {
  await joinAs(page, server, { email: 'liz@example.com', password: 'Passw0rd!liz' });
  const client = await awsClient(page);
  for (const content of ['Corn\n\nSown at #dawn\n\n#farm', 'Hay #barn']) {
    expect(await client.notes('POST', '/notes', JSON.stringify({ content }))).toMatchObject({ status: 200 });
  }
  await page.goto(server.url);
  await page.getByRole('list', { name: 'Notes' }).getByRole('link', { name: 'Corn' }).click();
  const note = page.getByRole('article', { name: 'Corn' });
  const text = note.getByRole('textbox', { name: 'Note' });
  await text.press('Control+Home');
  await text.press('End');
  await text.pressSequentially(' and');
  await note.getByRole('button', { name: 'Remove tag farm' }).click();
  await expect(text).not.toContainText('#farm');
  await note.getByRole('button', { name: 'Add tag' }).click();
  await page.keyboard.type('barn');
  await page.keyboard.press('Enter');
  await expect(note.getByRole('link', { name: '#barn' })).toBeVisible();
  await text.pressSequentially(' rye');
  await expect(text).toContainText('Corn and rye');
  await expect(page.getByRole('list', { name: 'Tags' })).toMatchAriaSnapshot(`
    - list "Tags":
      - listitem:
        - link "barn"
        - text: 2 notes
      - listitem:
        - link "dawn"
        - text: 1 note
  `);
  await expectSaved(page);
  await page.reload();
  await expect(note.getByRole('link', { name: '#barn' })).toBeVisible();
  await expect(text).toContainText('Corn and rye');
  await expect(note.getByRole('link', { name: '#farm' })).toHaveCount(0);
});

test('under a note stand those that link to it, also where an older version wrote their summaries', {
  tag: '@soak',
}, async ({ page, server }) => {
  await joinAs(page, server, { email: 'liz@example.com', password: 'Passw0rd!liz' });
  const client = await awsClient(page);
  for (const content of ['# Corn\n\nyellow', '# Hay\n\nnot like [[corn]]']) {
    expect(await client.notes('POST', '/notes', JSON.stringify({ content }))).toMatchObject({ status: 200 });
  }
  await page.goto(server.url);
  const links = page.getByRole('list', { name: 'Notes' }).getByRole('link');
  await expect(links).toHaveCount(2);
  await page.evaluate(forgetLinks);
  await page.reload();
  await links.filter({ hasText: 'Corn' }).click();
  const from = page.getByRole('list', { name: 'Linked from' });
  await expect(from.getByRole('link')).toHaveText(['Hay'], { timeout: 30_000 });
  await from.getByRole('link').click();
  await expect(page.getByRole('article', { name: 'Hay' })).toBeVisible();
  await expect(from).toHaveCount(0);
});

/** Runs in the page: the device's summaries as they were before they knew of links. */
async function forgetLinks(): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const name = names.find((one) => one.startsWith('satchel/')) ?? '';
  await new Promise<void>((done, fail) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('summaries', 'readwrite');
      const store = transaction.objectStore('summaries');
      const reading = store.getAll();
      reading.onsuccess = () => {
        for (const row of reading.result) {
          delete row.summary.links;
          store.put(row);
        }
      };
      transaction.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  });
}
