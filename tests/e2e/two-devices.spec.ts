import { type Browser, expect, type Page } from '@playwright/test';
import {
  editorOf,
  enter,
  expectAllParts,
  expectOnDevice,
  expectSaved,
  expectText,
  joinAs,
  lookAt,
  menu,
  openNote,
  openNotebook,
  type Person,
  writeNote,
} from './person.ts';
import { type Server, test } from './server.ts';

const ivan: Person = { email: 'ivan@example.com', password: 'Passw0rd!ivan' };

/** A second device of the same person, with the note open on both. */
async function secondDevice(browser: Browser, server: Server, title: string): Promise<Page> {
  const other = await (await browser.newContext()).newPage();
  await enter(other, server, ivan);
  await openNote(other, title);
  return other;
}

async function replace(page: Page, text: string): Promise<void> {
  await editorOf(page).fill(text);
  await expectOnDevice(page);
}

test('two devices that wrote without a network', async ({ browser, page, server }) => {
  const banner = (on: Page) => on.getByText('Changed in two places at once');
  await joinAs(page, server, ivan);
  await writeNote(page, 'Trip\n\nBy train\n\nTwo nights');
  const other = await secondDevice(browser, server, 'Trip');
  for (const on of [page, other]) await expectAllParts(on);
  const [here, there] = [page.context(), other.context()];
  const offline = (is: boolean) => Promise.all([here.setOffline(is), there.setOffline(is)]);
  const meet = async () => {
    await offline(false);
    await expectSaved(page);
    await lookAt(other);
    await expectSaved(other);
    await lookAt(page);
  };

  await test.step('in different paragraphs are merged, and nobody is asked', async () => {
    await offline(true);
    await replace(page, 'Trip\n\nBy night train\n\nTwo nights');
    await replace(other, 'Trip\n\nBy train\n\nTwo nights by the sea');
    await meet();
    for (const on of [page, other]) {
      await expectText(on, 'Trip\n\nBy night train\n\nTwo nights by the sea');
      await expect(banner(on)).toHaveCount(0);
    }
  });

  await test.step('in the same line are both kept, and either of them can be asked to choose', async () => {
    await offline(true);
    await replace(page, 'Trip\n\nBy sleeper train\n\nTwo nights by the sea');
    await replace(other, 'Trip\n\nBy fast train\n\nTwo nights by the sea');
    await meet();
    for (const on of [page, other]) {
      await expect(banner(on)).toBeVisible();
      await expectText(on, /By sleeper train[\s\S]*By fast train|By fast train[\s\S]*By sleeper train/);
    }
    await page.getByRole('button', { name: 'Keep both' }).first().click();
    await expect(banner(page)).toHaveCount(0);
    await expectText(page, /By sleeper train/);
    await expectText(page, /By fast train/);
    await expectSaved(page);
    await lookAt(other);
    await expect(banner(other)).toHaveCount(0);
  });

  await test.step('an edit wins against a deletion', async () => {
    await here.setOffline(true);
    await editorOf(page).press('ControlOrMeta+End');
    await editorOf(page).pressSequentially(' and a map');
    await expectOnDevice(page);
    await menu(other, 'Move to trash');
    await openNotebook(other, 'Trash');
    await openNote(other, 'Trip');
    await menu(other, 'Delete for ever');
    await expect(async () => {
      expect(Object.values((await server.state()).notes).flat()).toEqual([]);
    }).toPass({ timeout: 30_000 });
    await here.setOffline(false);
    await expectSaved(page);
    await lookAt(other);
    await openNotebook(other, 'All notes');
    await openNote(other, 'Trip');
    await expectText(other, /and a map$/);
  });
  await other.context().close();
});
