import { expect } from '@playwright/test';
import { editorOf, expectOnDevice, expectSaved, expectText, joinAs, lookAt, openNote, writeNote } from './person.ts';
import { test } from './server.ts';

const mallory = { email: 'mallory@example.com', password: 'Passw0rd!mallory' };

test('a tab that is killed 50 ms after the last key had it on the device', async ({ context, page, server }) => {
  await joinAs(page, server, mallory);
  await writeNote(page, 'Draft');
  await server.fault({ service: 'notes', effect: 'drop-request', times: 1000 });
  const devTools = await context.newCDPSession(page);
  await page.route('**/kill-me', () => void devTools.send('Page.crash').catch(() => {}));
  const editor = editorOf(page);
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially(' of a letter that was never sen');
  await expectOnDevice(page);
  const crashed = page.waitForEvent('crash');
  await editor.evaluate((area) => {
    area.addEventListener('keydown', () => setTimeout(() => void fetch('/kill-me'), 50));
  });
  await editor.press('t');
  await crashed;
  const again = await context.newPage();
  await again.goto(server.url);
  await openNote(again, 'Draft of a letter');
  await expectText(again, 'Draft of a letter that was never sent');
  await server.clearFaults();
  await lookAt(again);
  await expectSaved(again);
  expect(
    Object.values((await server.state()).notes)
      .flat()
      .map(({ content }) => content),
  ).toEqual(['Draft of a letter that was never sent']);
});
