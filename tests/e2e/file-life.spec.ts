import { expect, type Page } from '@playwright/test';
import { pngFile, randomFile, type TestFile, wavFile } from './files.ts';
import {
  attach,
  download,
  enter,
  joinAs,
  lookAt,
  menu,
  openNote,
  openNotebook,
  type Person,
  passTimeToUndo,
  sha256,
  withClock,
  writeNote,
} from './person.ts';
import { type Server, test } from './server.ts';

const nora: Person = { email: 'nora@example.com', password: 'Passw0rd!nora' };
const month = 32 * 24 * 3_600_000;

const inBucket = async (server: Server) => {
  const { objects, uploads } = await server.state();
  return [...objects, ...uploads].map(({ key }) => key.replace(/^.*?-(?=[^-]*$)/, '')).sort();
};
const onAws = async (server: Server) => Object.values((await server.state()).notes).flat().length;

async function deleteForEver(page: Page, title: string): Promise<void> {
  await openNotebook(page, 'All notes');
  await openNote(page, title);
  await menu(page, 'Move to trash');
  await openNotebook(page, 'Trash');
  await openNote(page, title);
  await menu(page, 'Delete for ever');
  await passTimeToUndo(page);
}

test.describe('S3 refuses what is gone, and a clock that is a month ahead', () => {
  test.use({ mayBeRefused: true });

  test('notes deleted everywhere leave nothing in the bucket, though each device dies before it has deleted the files', async ({
    browser,
    context,
    page,
    server,
  }) => {
    const dropDeletions = () =>
      server.fault({ service: 's3', operation: 'DeleteObject', effect: 'drop-request', times: 1_000 });
    await withClock(page);
    await joinAs(page, server, nora);
    await writeNote(page, 'Holiday');
    await attach(page, [pngFile('sea.png'), wavFile('waves.wav', 1), randomFile('film.bin', 6 * 1024 * 1024)]);
    await writeNote(page, 'Taxes');
    await attach(page, [randomFile('form.pdf', 3_000)]);
    await expect.poll(() => inBucket(server)).toEqual(['film.bin', 'form.pdf', 'sea.png', 'waves.wav']);
    const other = await (await browser.newContext()).newPage();
    await withClock(other);
    await enter(other, server, nora);
    await openNote(other, 'Holiday');
    await openNote(other, 'Taxes');

    await test.step('the device that is opened again goes on with it', async () => {
      await dropDeletions();
      await deleteForEver(page, 'Holiday');
      await expect.poll(() => onAws(server), { timeout: 30_000 }).toBe(1);
      await page.close();
      await server.clearFaults();
      expect(await inBucket(server)).toHaveLength(4);
      const again = await context.newPage();
      await again.goto(server.url);
      await expect.poll(() => inBucket(server), { timeout: 30_000 }).toEqual(['form.pdf']);
      await again.close();
    });

    await test.step('a device that is never seen again leaves it to another, once that cannot restore the note any more', async () => {
      await dropDeletions();
      await deleteForEver(other, 'Taxes');
      await expect.poll(() => onAws(server), { timeout: 30_000 }).toBe(0);
      await other.context().close();
      await server.clearFaults();
      const soon = await context.newPage();
      await soon.goto(server.url);
      await expect(soon.getByRole('link', { name: 'Taxes' })).toHaveCount(0);
      expect(await inBucket(server)).toEqual(['form.pdf']);
      await soon.close();

      const later = await context.newPage();
      await later.clock.install({ time: Date.now() + month });
      await later.goto(server.url);
      await expect.poll(() => inBucket(server), { timeout: 30_000 }).toEqual([]);
    });
  });
});

const choose = async (page: Page, label: string, { name, buffer }: TestFile) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: label }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
};

test('a file is replaced by another, which is taken back, and then not', async ({ page, server }) => {
  const [draft, final] = [randomFile('draft.bin', 2_000), randomFile('final.bin', 3_000)];
  await withClock(page);
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
        await passTimeToUndo(page);
        await lookAt(page);
        return inBucket(server);
      },
      { timeout: 60_000 },
    )
    .toEqual(['final.bin']);
  const [note] = Object.values((await server.state()).notes).flat();
  expect(note?.content).toMatch(/^Thesis\n+\[final\.bin\]\(attachment:~\/\w+-final\.bin\)\s*$/);
});
