import { expect, type Page } from '@playwright/test';
import { randomFile, type TestFile } from './files.ts';
import { attach, download, joinAs, lookAt, type Person, sha256, writeNote } from './person.ts';
import { type Server, test } from './server.ts';

const nora: Person = { email: 'nora@example.com', password: 'Passw0rd!nora' };
const inBucket = async (server: Server) => {
  const { objects, uploads } = await server.state();
  return [...objects, ...uploads].map(({ key }) => key.replace(/^.*?-(?=[^-]*$)/, '')).sort();
};
const choose = async (page: Page, label: string, { name, buffer }: TestFile) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: label }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
};

test('a file is replaced by another, which is taken back, and then not', async ({ page, server }) => {
  const [draft, final] = [randomFile('draft.bin', 2_000), randomFile('final.bin', 3_000)];
  await joinAs(page, server, nora);
  await writeNote(page, 'Thesis');
  await attach(page, [draft]);
  await expect.poll(() => inBucket(server)).toEqual(['draft.bin']);
  await choose(page, 'Replace draft.bin', final);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Download draft.bin' })).toBeVisible();
  await choose(page, 'Replace draft.bin', final);
  expect((await download(page, 'final.bin')).sha256).toBe(sha256(final.buffer));
  await expect
    .poll(
      async () => {
        await lookAt(page);
        return inBucket(server);
      },
      { timeout: 60_000 },
    )
    .toEqual(['final.bin']);
  const [note] = Object.values((await server.state()).notes).flat();
  expect(note?.content).toMatch(/^Thesis\n+\[final\.bin\]\(attachment:~\/\w+-final\.bin\)\s*$/);
});
