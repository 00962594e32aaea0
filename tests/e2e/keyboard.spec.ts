import { expect, type Locator, type Page } from '@playwright/test';
import { shortcutGroups } from '../../src/app/shortcut-groups.ts';
import { pngFile } from './files.ts';
import {
  createAccount,
  editorOf,
  expectAllParts,
  expectLibrary,
  expectSaved,
  expectText,
  joinAs,
  writeNote,
} from './person.ts';
import { test } from './server.ts';

const mary = { email: 'mary@example.com', password: 'Passw0rd!mary' };

/** What has the focus: its tag, its name, and whether a person sees that it has it. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement ?? document.body;
    const outlined = (one: Element) =>
      [undefined, '::after'].some((pseudo) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one, pseudo);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      });
    // In a text the caret says it; around a field its frame may, and a row's link stands for the row.
    const isText = element instanceof HTMLElement && element.isContentEditable;
    const seen = isText || outlined(element) || (element.parentElement !== null && outlined(element.parentElement));
    return { tag: element.localName, name: element.getAttribute('aria-label') ?? element.textContent?.trim(), seen };
  });

/** Tab, or Shift+Tab, until it is there. On the way the focus is always somewhere, and seen. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    // Past the last element the browser has its own buttons.
    const { tag, name, seen } = await focus(page);
    if (tag !== 'body') expect(seen, `the focus on ${tag} "${name}" is seen`).toBe(true);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${key} never leads to ${wanted}`);
}

test('a day’s work without a mouse', async ({ page, server }) => {
  // Playwright takes file choosers over only while somebody listens, and may begin too late for the key that opens one.
  page.on('filechooser', () => {});
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const row = (name: string) => page.getByRole('list', { name: 'Notes' }).getByRole('link', { name });
  const notLost = async () => expect((await focus(page)).tag, 'what has the focus').not.toBe('body');
  const search = page.getByRole('searchbox', { name: 'Search notes' });
  const editor = editorOf(page);
  const choose = async (item: string) => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    const wanted = page.getByRole('menuitem', { name: item });
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect(wanted).toBeFocused({ timeout: 200 });
    }).toPass({ intervals: [0] });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toHaveCount(0);
  };

  await test.step('signs in', async () => {
    await createAccount(server, mary);
    await page.goto(server.url);
    await tabTo(page, page.getByRole('link', { name: 'Sign in' }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Email')).toBeVisible();
    await notLost();
    await tabTo(page, page.getByLabel('Email'));
    await page.keyboard.type(mary.email);
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type(mary.password);
    await page.keyboard.press('Enter');
    await expectLibrary(page);
    await expectAllParts(page);
    await notLost();
  });

  await test.step('writes, with a word in bold, a task that is ticked, and a tag', async () => {
    await page.keyboard.press('n');
    await expect(editor).toBeFocused();
    await page.keyboard.type('Harbour walk\n\n- [ ] map');
    // What makes the text Markdown comes behind the text box.
    const done = page.getByRole('checkbox', { name: 'Done' });
    await expect(done).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(done).toBeChecked();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Take boots');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('End');
    await page.keyboard.type(' #trip');
    await expectText(page, /^Harbour walk\n\n- .*map\n\nTake \*\*boots\*\* #trip$/);
    await expectSaved(page);
  });

  await test.step('goes to the list, searches, opens what is found, and goes on writing', async () => {
    await page.keyboard.press('Escape');
    await expect(row('Harbour walk')).toBeFocused();
    await page.keyboard.press('n');
    await expect(editor).toBeFocused();
    await page.keyboard.type('Shopping');
    await expectSaved(page);
    await page.keyboard.press('Control+Shift+F');
    await expect(search).toBeFocused();
    await page.keyboard.type('boots');
    await expect(page.getByText('1 note found')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(row('Harbour walk')).toBeFocused();
    await page.keyboard.press('Enter');
    await expectText(page, /boots/);
    await expect(row('Harbour walk')).toBeFocused();
    await page.keyboard.press('w');
    await expect(editor).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(row('Shopping')).toBeVisible();
  });

  await test.step('pins by the menu, attaches a file, looks at it as it reads', async () => {
    await tabTo(page, button('More'));
    await choose('Pin');
    await expect(button('More')).toBeFocused();
    await expect(page.getByRole('listitem').filter({ hasText: 'Harbour walk' }).getByText('Pinned')).toBeAttached();
    await tabTo(page, button('Attach files'), 'Shift+Tab');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    const { name, buffer } = pngFile('quay.png');
    await chooser.setFiles({ name, mimeType: 'image/png', buffer });
    await expect(button('Download quay.png')).toBeVisible();
    await expect(button('Attach files')).toBeFocused();
    await page.keyboard.press('w');
    await expect(editor).toBeFocused();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(page.locator('strong', { hasText: 'boots' })).toBeVisible();
    await notLost();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(editor).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expectText(page, 'Shopping');
    await expect(editor).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expectText(page, /Harbour walk/);
    await expect(editor).toBeFocused();
  });

  await test.step('finds a word in the note', async () => {
    await page.keyboard.press('Control+f');
    await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor).toBeFocused();
  });

  await test.step('archives and takes it back', async () => {
    await tabTo(page, button('More'), 'Shift+Tab');
    await choose('Archive');
    await expect(page.getByText('Moved to the archive')).toBeVisible();
    await expect(button('More')).toBeFocused();
    await expect(row('Harbour walk')).toHaveCount(0);
    await page.keyboard.press('z');
    await expect(row('Harbour walk')).toBeVisible();
    await expect(button('More')).toBeFocused();
  });

  await test.step('moves to the trash, and takes it back by the message', async () => {
    await choose('Move to trash');
    await expect(page.getByText('Moved to the trash')).toBeVisible();
    await expect(page.locator('#main')).toBeFocused();
    await tabTo(page, button('Undo'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(row('Harbour walk')).toBeVisible();
    await notLost();
  });

  await test.step('moves to the trash from the list, and restores from there', async () => {
    await tabTo(page, row('Harbour walk'));
    await page.keyboard.press('Enter');
    await expectText(page, /Harbour walk/);
    await page.keyboard.press('#');
    await expect(page.getByText('Moved to the trash')).toBeVisible();
    await expect(row('Shopping')).toBeFocused();
    await expectText(page, 'Shopping');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Command or note' })).toBeFocused();
    await page.keyboard.type('trash');
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('option', { name: 'Trash', exact: true, selected: true })).toBeVisible({
        timeout: 200,
      });
    }).toPass({ intervals: [0] });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
    await notLost();
    await tabTo(page, row('Harbour walk'));
    await page.keyboard.press('Enter');
    await tabTo(page, button('More'));
    await choose('Restore');
    await expect(page.getByText('Restored')).toBeVisible();
    await notLost();
  });

  await test.step('opens and closes the palette and the sheet of shortcuts', async () => {
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Command or note' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(search).toBeFocused();
    await tabTo(page, button('Account'), 'Shift+Tab');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(button('Account')).toBeFocused();
    await choose('Keyboard shortcuts');
    await page.keyboard.press('Escape');
    await expect(button('Account')).toBeFocused();
  });

  await test.step('goes to the settings and back, and signs out', async () => {
    await choose('Settings');
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
    await notLost();
    await tabTo(page, page.getByRole('link', { name: /back/i }).first());
    await page.keyboard.press('Enter');
    await expectLibrary(page);
    await notLost();
    await tabTo(page, button('Account'));
    await choose('Sign out');
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
    await notLost();
  });
});

/** A key as Playwright has it, which does not make the letter a capital by itself. */
const pressed = (key: string): string =>
  key
    .replace('Mod', 'Control')
    .replace(/(?<=Shift-)[a-z]$/, (letter) => letter.toUpperCase())
    .replaceAll('-', '+');

test('every key that the sheet has for the text does something there', async ({ page, server }) => {
  await joinAs(page, server, { ...mary, email: 'keys.mary@example.com' });
  await expectAllParts(page);
  await writeNote(page, 'Harbour\n\n- [ ] boots\n- [ ] map');
  const editor = editorOf(page);
  await editor.press('ControlOrMeta+End');
  /** Text, marks, selection and the panel for finding. */
  const state = () =>
    editor.evaluate((box) => {
      const root = box.getRootNode();
      if (!(root instanceof ShadowRoot)) return '';
      const ticked = [...root.querySelectorAll('input')].map(({ checked }) => checked);
      return `${ticked} ${root.innerHTML}`;
    });
  const keys = shortcutGroups.find(({ name }) => name === 'In the text')?.shortcuts ?? [];
  expect(keys.length).toBeGreaterThan(10);
  for (const {
    id,
    name,
    keys: [key = ''],
  } of keys) {
    // Moving in and out again within half a second is undone as one, which is nothing.
    if (id === 'undo') await page.keyboard.type('x');
    const before = await state();
    await page.keyboard.press(pressed(key));
    if (id === 'leave') {
      await expect(page.getByRole('link', { name: 'Harbour' }), name).toBeFocused();
      continue;
    }
    await expect.poll(async () => (await state()) !== before, name).toBe(true);
    if (id !== 'find') continue;
    await page.keyboard.type('a');
    await page.keyboard.press('Escape');
    await expect(editor).toBeFocused();
  }
});
