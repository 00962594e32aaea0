import { expect } from '@playwright/test';
import { editorOf, expectSaved, joinAs, textOf, writeNote } from './person.ts';
import { test } from './server.ts';

const una = { email: 'una@example.com', password: 'Passw0rd!una' };

test('files come into a note by all ways that a browser has', async ({ page, server }) => {
  await joinAs(page, server, una);
  await writeNote(page, 'Plan');
  await expect(page.locator('[data-styled]')).toBeVisible();
  const editor = editorOf(page);

  // Dropped on the text box, which would read it as text.
  await editor.evaluate((box) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['not for the note'], 'peas.txt', { type: 'text/plain' }));
    box.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  });
  await expect(page.getByRole('button', { name: 'Download peas.txt' })).toBeVisible();
  await expectSaved(page);
  expect(await textOf(page)).not.toContain('not for the note');
  expect((await server.state()).objects).toHaveLength(1);
});
