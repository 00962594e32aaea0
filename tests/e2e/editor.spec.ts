import { expect } from '@playwright/test';
import { editorOf, enter, expectSaved, expectText, joinAs, lookAt, openNote, writeNote } from './person.ts';
import { test } from './server.ts';

const ida = { email: 'ida@example.com', password: 'Passw0rd!ida' };

test('a note is written, styled, linked and searched', async ({ context, page, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await joinAs(page, server, ida);
  await writeNote(page, 'Harbour walk');
  await writeNote(page, 'Plan');
  const editor = editorOf(page);
  await expect(page.locator('[data-styled]')).toBeVisible();
  await editor.press('ControlOrMeta+End');

  // Lists go on, end, and are moved in and out.
  await editor.pressSequentially('\n\n## Packing\n- [ ] boots\nmap');
  await editor.press('Tab');
  await editor.press('Shift+Tab');
  await editor.press('Enter');
  await editor.press('Enter');
  await editor.pressSequentially('Walk with **Mia**');
  await expectText(page, /map\n\nWalk with/);
  await expect
    .poll(() =>
      page
        .locator('.cm-line', { hasText: 'Packing' })
        .locator('span')
        .last()
        .evaluate((span) => Number.parseFloat(getComputedStyle(span).fontSize)),
    )
    .toBeGreaterThan(20);

  // A task is ticked with the mouse, and from the keyboard.
  const boxes = page.getByRole('checkbox', { name: 'Done' });
  await expect(boxes).toHaveCount(2);
  await boxes.first().click();
  await expect(boxes.first()).toBeChecked();
  await expectSaved(page);
  await page.locator('.cm-line', { hasText: 'map' }).click();
  await editor.press('End');
  await editor.press('ControlOrMeta+Enter');
  await expect(boxes.nth(1)).toBeChecked();

  // A link to another note is completed, and followed.
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially('\nSee [[harb');
  await page.getByRole('option', { name: 'Harbour walk' }).click();
  await editor.pressSequentially(' and #trip');
  await expect(page.getByRole('navigation', { name: 'Notebooks' }).getByRole('link', { name: 'trip' })).toBeVisible();
  await page
    .locator('.cm-line', { hasText: '[[Harbour walk]]' })
    .click({ modifiers: ['ControlOrMeta'], position: { x: 60, y: 8 } });
  await expectText(page, 'Harbour walk');
  await openNote(page, 'Plan');

  // An address over a selection makes a link; rich text becomes Markdown.
  await expectText(page, /#trip$/);
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially('\n\n');
  await editor.evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Times out 9:15 back late');
    clipboardData.setData(
      'text/html',
      '<h2>Times</h2><ul><li>out <b>9:15</b></li><li onclick="alert(1)" style="color:red">back <a href="https://trains.example/x">late</a></li></ul><script>alert(2)</script>',
    );
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expectText(page, /## Times\n\n- out \*\*9:15\*\*\n- back \[late\]\(https:\/\/trains\.example\/x\)$/);
  await page.evaluate(() => navigator.clipboard.writeText('https://maps.example/harbour'));
  await page.locator('.cm-line', { hasText: 'Walk with' }).dblclick({ position: { x: 10, y: 10 } });
  await editor.press('ControlOrMeta+v');
  await expectText(page, /\[Walk\]\(https:\/\/maps\.example\/harbour\) with/);

  // Marks come and go by keys.
  await editor.press('ControlOrMeta+Home');
  await editor.press('Shift+End');
  await editor.press('ControlOrMeta+i');
  await expectText(page, /^\*Plan\*\n/);
  await editor.press('ControlOrMeta+i');
  await expectText(page, /^Plan\n/);

  // Typing over what is selected replaces it, and undo brings it back.
  await editor.press('ControlOrMeta+Home');
  await editor.press('Shift+End');
  await editor.pressSequentially('Trip');
  await expectText(page, /^Trip\n/);
  await editor.press('ControlOrMeta+z');
  await expectText(page, /^Plan\n/);

  // Letters, words and line ends go one by one.
  await editor.press('ControlOrMeta+Home');
  await editor.press('End');
  await editor.pressSequentially(' 👍🏽 naïve');
  await editor.press('ControlOrMeta+Backspace');
  await editor.press('Backspace');
  await editor.press('Backspace');
  await expectText(page, /^Plan \n/);
  await editor.press('Delete');
  await editor.press('Delete');
  await expectText(page, /^Plan ## Packing\n/);
  await editor.press('Enter');
  await editor.press('Enter');
  await editor.press('Home');
  await expectText(page, /^Plan \n\n## Packing\n/);

  // Finding in the note, and replacing.
  await editor.press('ControlOrMeta+f');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('back');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('home');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await expectText(page, /- home \[late\]/);
  await page.getByRole('textbox', { name: 'Find', exact: true }).press('Escape');
  await expect(page.getByRole('textbox', { name: 'Find', exact: true })).toHaveCount(0);
  await expect(editor).toBeFocused();
});

test('rich text keeps its headings behind words, and is plain in code; a title with brackets is linked', {
  tag: '@soak',
}, async ({ page, server }) => {
  await joinAs(page, server, ida);
  await writeNote(page, '[Draft] Harbour');
  await writeNote(page, 'Plan');
  const editor = editorOf(page);
  await expect(page.locator('[data-styled]')).toBeVisible();
  const paste = () =>
    editor.evaluate((box) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Times');
      clipboardData.setData('text/html', '<h2>Times</h2>');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially(' of the day');
  await paste();
  await expectText(page, 'Plan of the day\n\n## Times');
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially('\n[[harb');
  await page.getByRole('option', { name: '[Draft] Harbour' }).click();
  await expectText(page, /\n\[\[Draft Harbour\]\]$/);
  await editor.press('ArrowLeft');
  await editor.press('ArrowLeft');
  await editor.press('ControlOrMeta+Enter');
  await expectText(page, '[Draft] Harbour');
  await openNote(page, 'Plan of the day');
  await expectText(page, /^Plan/);
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially('\n\n```\nat ');
  await paste();
  await expectText(page, /\nat Times$/);
});

test('undo takes back what was typed here, and leaves what came from another device', async ({
  browser,
  page,
  server,
}) => {
  await joinAs(page, server, ida);
  await writeNote(page, 'Shopping\n\nmilk\n\nend');
  const other = await (await browser.newContext()).newPage();
  await enter(other, server, ida);
  await openNote(other, 'Shopping');
  await expectText(other, /milk/);
  await editorOf(page).press('ControlOrMeta+Home');
  await editorOf(page).press('End');
  await editorOf(page).pressSequentially(' list');
  await expectSaved(page);
  await lookAt(other);
  await expectText(other, /^Shopping list/);
  await editorOf(other).press('ControlOrMeta+End');
  await editorOf(other).pressSequentially(' of it');
  await expectSaved(other);
  await lookAt(page);
  await expectText(page, 'Shopping list\n\nmilk\n\nend of it');
  await editorOf(page).press('ControlOrMeta+z');
  await expectText(page, 'Shopping\n\nmilk\n\nend of it');
  // With Caps Lock the browser calls the key "z", also while Shift is held.
  for (const key of ['z', 'Z']) {
    await editorOf(page).press(`ControlOrMeta+Shift+${key}`);
    await expectText(page, 'Shopping list\n\nmilk\n\nend of it');
    await editorOf(page).press('ControlOrMeta+z');
    await expectText(page, 'Shopping\n\nmilk\n\nend of it');
  }
  await expectSaved(page);
});

test('what was typed last into a long note is there after the page has gone at once', async ({ page, server }) => {
  await joinAs(page, server, ida);
  await writeNote(page, `Logbook\n\n${`${'A quiet day at sea. '.repeat(110)}\n`.repeat(10)}`);
  await editorOf(page).press('ControlOrMeta+Home');
  await editorOf(page).press('End');
  await editorOf(page).pressSequentially(' of the');
  await expectSaved(page);
  // The browser may ask whether to leave what is still being written.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.evaluate(() => {
    let keys = 0;
    window.addEventListener('keyup', () => {
      keys += 1;
      if (keys === ' Anna'.length) window.location.reload();
    });
  });
  await editorOf(page).pressSequentially(' Anna');
  await openNote(page, 'Logbook of the Anna');
  await expect(page.locator('.cm-line').first()).toHaveText('Logbook of the Anna');
});

test('Tab in a numbered list begins a list in it, and Shift-Tab goes on with the one around', async ({
  page,
  server,
}) => {
  await joinAs(page, server, ida);
  await writeNote(page, 'Recipe');
  await expect(page.locator('[data-styled]')).toBeVisible();
  const editor = editorOf(page);
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially('\n\n1. a\nb\n');
  await editor.press('Tab');
  await editor.pressSequentially('sub\nsub2\n');
  await editor.press('Shift+Tab');
  await editor.pressSequentially('c');
  await expectText(page, 'Recipe\n\n1. a\n2. b\n   1. sub\n   2. sub2\n3. c');
});
