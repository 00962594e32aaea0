import { expect } from '@playwright/test';
import { expectAllParts, expectSaved, joinAs, writeNote } from './person.ts';
import { test } from './server.ts';

const vera = { email: 'vera@example.com', password: 'Passw0rd!vera' };

test('a screen reader is told what is there, by name and in order', async ({ page, server }) => {
  await joinAs(page, server, vera);
  await expectAllParts(page);
  await writeNote(page, 'Garden\n\n## Beds\n\n- [ ] sow peas\n\nAll of it #green');
  await expectSaved(page);

  await test.step('the notebooks', () =>
    expect(page.getByRole('banner')).toMatchAriaSnapshot(`
      - banner:
        - text: Satchel
        - navigation "Notebooks":
          - list:
            - listitem:
              - link "All notes"
              - text: 1 note
            - listitem:
              - link "Pinned"
            - listitem:
              - link "Archive"
            - listitem:
              - link "Trash"
          - link "Pictures"
          - heading "Tags" [level=2]
          - list "Tags":
            - listitem:
              - link "green"
              - text: 1 note
        - text: All notes saved
        - button "Account"
    `));

  await test.step('the list, and the open note', () =>
    expect(page.getByRole('main')).toMatchAriaSnapshot(`
      - main:
        - status "App version"
        - region "All notes":
          - heading "All notes" [level=1]
          - link "New note"
          - search:
            - searchbox "Search notes"
          - button "Select"
          - 'button "Order: Last changed first"'
          - list "Notes":
            - listitem:
              - link "Garden"
              - time: /./
              - paragraph: "Beds sow peas All of it #green"
              - text: green
        - article "Garden":
          - status "Save status":
            - text: Saved
            - time: /./
          - button "Attach files"
          - button "Read"
          - button "More"
          - heading "Garden" [level=2]
          - text: Edited
          - time: /./
          - text: /words/
          - link "#green"
          - textbox "Note":
            - checkbox "Done"
    `));

  await test.step('the note as it reads', async () => {
    await page.getByRole('button', { name: 'Read' }).click();
    await expect(page.getByRole('article')).toMatchAriaSnapshot(`
      - article "Garden":
        - status "Save status"
        - button "Attach files"
        - button "Write"
        - button "More"
        - heading "Garden" [level=2]
        - paragraph: Garden
        - heading "Beds"
        - list:
          - listitem:
            - checkbox "sow peas"
            - text: sow peas
        - paragraph: "All of it #green"
    `);
  });

  await test.step('the palette', async () => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await expect(palette).toMatchAriaSnapshot(`
      - dialog "Command palette":
        - combobox "Command or note" [expanded]
        - listbox "Commands and notes":
          - group "Notes":
            - option "Garden" [selected]
          - group "This note":
            - option "Pin"
            - option "Archive"
            - option "History"
            - option "Export"
            - option "Print"
            - option "Move to trash"
            - option "Attach files"
            - option "Into the text"
            - option "Write"
          - group "Everywhere":
            - option "New note"
            - option "Search notes"
            - option "Next note"
            - option "Previous note"
            - option "All notes"
            - option "Pinned"
            - option "Archive"
            - option "Trash"
        - status: /results/
    `);
    await expect(palette.getByRole('option', { name: 'Archive' }).first()).toHaveAttribute('aria-keyshortcuts', 'e');
    await page.keyboard.press('Escape');
  });

  await test.step('the settings', async () => {
    await page.goto(`${server.url}/settings`);
    await expect(page.getByRole('main')).toMatchAriaSnapshot(`
      - main:
        - link "Back to notes"
        - heading "Settings" [level=1]
        - region "Account":
          - heading "Account" [level=2]
          - term: Signed in as
          - definition: vera@example.com
        - region "Appearance":
          - heading "Appearance" [level=2]
          - group "Theme":
            - radio "System" [checked]
            - radio "Light"
            - radio "Dark"
          - group "Text size":
            - radio "Small"
            - radio "Normal" [checked]
            - radio "Large"
            - radio "Largest"
        - region "Language":
          - heading "Language" [level=2]
          - group "Language":
            - radio "As the browser" [checked]
            - radio "English"
            - radio "Deutsch"
        - region "Keyboard":
          - heading "Keyboard" [level=2]
          - switch "Single-letter shortcuts" [checked]
        - region "Your notes":
          - heading "Your notes" [level=2]
          - button "Export all notes"
        - region "Connection":
          - heading "Connection" [level=2]
        - region "About":
          - heading "About" [level=2]
    `);
    await expect(page.getByRole('switch', { name: 'Single-letter shortcuts', exact: true })).toBeVisible();
  });
});
