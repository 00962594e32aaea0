import { expect } from '@playwright/test';
import { pngFile } from './files.ts';
import { attach, editorOf, expectSaved, expectText, joinAs, menu, openNote, textOf, writeNote } from './person.ts';
import { test } from './server.ts';

const rita = { email: 'rita@example.com', password: 'Passw0rd!rita' };

const hostile = [
  'Trap',
  '<script>window.trapped = 1</script>',
  '<img src=x onerror="window.trapped = 2">',
  '<svg onload="window.trapped = 3"></svg>',
  '[a](javascript:window.trapped=4) [b](data:text/html,<script>window.trapped=5</script>)',
  '![c](https://tracker.example/pixel.png)',
  '<a href="#" onclick="window.trapped = 6">d</a> <style>body { display: none }</style>',
  '[[<img src=x onerror=window.trapped=7>]]',
  '[e](<java\tscript:window.trapped=8>) [f](&#106;avascript:window.trapped=9 "title") [g][1] <javascript:window.trapped=10>',
  '[1]: javascript:window.trapped=11 "title"',
  '<math><mtext><style><img src=x onerror=window.trapped=12></style></mtext></math>',
  '<svg><a xlink:href="javascript:window.trapped=13">h</a></svg> <iframe srcdoc="<script>top.trapped=14</script>"></iframe>',
  '<meta http-equiv="refresh" content="0; url=https://tracker.example"> <base href="https://tracker.example/">',
  '<form action="https://tracker.example"><button formaction="javascript:window.trapped=15">i</button></form>',
  '<div style="width: expression(window.trapped=16); background: url(https://tracker.example)">j</div>',
  '<video src="https://tracker.example/a.mp4" poster="https://tracker.example/a.png"></video> <link rel="stylesheet" href="https://tracker.example">',
  `${'>'.repeat(10_000)} deep`,
].join('\n\n');

test('a note is read, ticked and followed, and a hostile one is text', async ({ page, server }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1') && !/^(blob|data):/.test(request.url()))
      foreign.push(request.url());
  });
  await joinAs(page, server, rita);
  await writeNote(page, 'Harbour');
  await writeNote(
    page,
    'Trip\n\n## Packing\n\n- [ ] boots\n- [ ] map\n\n1. row\n2. moor\n   - rope\n\n| when | what |\n| --- | --- |\n| 9:15 | train |\n\nsee [[Harbour]]',
  );
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  const view = page.locator('[data-read-view]');
  await expect(view.getByRole('heading', { name: 'Packing' })).toBeVisible();
  await expect(view.getByRole('cell', { name: 'train' })).toBeVisible();
  await expect(view.getByRole('listitem').filter({ hasText: /^row$/ })).toHaveCSS('list-style-type', 'decimal');
  await expect(view.getByRole('listitem').filter({ hasText: /^rope$/ })).toHaveCSS('list-style-type', 'circle');
  await expect(view.getByRole('listitem').filter({ hasText: 'boots' })).toHaveCSS('list-style-type', 'none');
  await view.getByRole('checkbox', { name: 'map' }).check();
  await expectSaved(page);
  await expect(view.getByRole('checkbox', { name: 'map' })).toBeChecked();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expectText(page, /see \[\[Harbour\]\]$/);
  expect(
    Object.values((await server.state()).notes)
      .flat()
      .map(({ content }) => content),
  ).toContain(
    'Trip\n\n## Packing\n\n- [ ] boots\n- [x] map\n\n1. row\n2. moor\n   - rope\n\n| when | what |\n| --- | --- |\n| 9:15 | train |\n\nsee [[Harbour]]',
  );
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await view.getByRole('link', { name: 'Harbour' }).click();
  await expect(page.getByRole('article', { name: 'Harbour' })).toBeVisible();

  await writeNote(page, 'x');
  await page.getByRole('textbox', { name: 'Note' }).fill(hostile);
  await expectSaved(page);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await openNote(page, 'Harbour');
  await openNote(page, 'Trap');
  await expect(view.getByText('<script>window.trapped = 1</script>')).toBeVisible();
  const strange = 'img, script, svg, style, math, iframe, meta, base, form, button, video, link, [style], [onclick]';
  await expect(view.locator(strange)).toHaveCount(0);
  for (const link of await view.getByRole('link').all()) {
    await expect(link).toHaveAttribute('href', /^(?:https?:\/\/|#$)/);
    if ((await link.getAttribute('href')) === '#') await link.click();
  }
  expect(await page.evaluate(() => 'trapped' in window)).toBe(false);
  expect(foreign).toEqual([]);
});

test('a note is printed as it reads, all of it, in light colours and without the app around it', async ({
  page,
  server,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await joinAs(page, server, rita);
  await writeNote(page, 'Paper');
  await attach(page, [pngFile('a.png')]);
  await expectText(page, /\(attachment:/);
  const link = /!\[.*\)/.exec(await textOf(page))?.[0];
  const text = `Paper\n\n## Inside\n\n- [x] done\n\n1. first\n\n${link}\n\n\`\`\`js\nconst a = 1;\n\`\`\`\n\n${'A line of many.\n\n'.repeat(2_500)}The very end`;
  await editorOf(page).fill(text);
  await expectSaved(page);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await menu(page, 'Print');
  await expect(page.locator('body[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const sheet = page.locator('[data-print-sheet]');
  await expect(sheet.getByRole('heading', { name: 'Inside' })).toBeVisible();
  await expect(sheet.getByText('The very end')).toBeVisible();
  await expect(sheet.getByText('first', { exact: true })).toHaveCSS('list-style-type', 'decimal');
  await expect(sheet.locator('.hljs-keyword')).toHaveText('const');
  expect(await sheet.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await page.locator('body > :not([data-print-sheet])').filter({ visible: true }).count()).toBe(0);
  expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(41, 36, 31)');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);

  // The browser's own way.
  await page.evaluate(() =>
    window.addEventListener('beforeprint', () => {
      const told = document.querySelector('[data-print-sheet]')?.textContent ?? '';
      document.body.setAttribute('data-held', String(told.endsWith('The very end\n')));
    }),
  );
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  await expect(page.locator('body[data-held="true"]')).toBeAttached();
  expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(40);
  await expect(sheet).toHaveCount(0);
});

test('whoever reads a note in between goes on writing where they were, and can undo what they wrote', async ({
  page,
  server,
}) => {
  await joinAs(page, server, rita);
  await writeNote(page, `Long\n\n${Array.from({ length: 200 }, (_, at) => `Line ${at}`).join('\n')}`);
  await expectSaved(page);
  await page.reload();
  await expect(page.locator('[data-styled]')).toBeVisible();
  const editor = editorOf(page);
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially(' first');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByText('Line 199 first').and(page.locator('[data-read-view] *'))).toBeAttached();
  await expect(editor).toBeHidden();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(page.locator('.cm-line', { hasText: 'Line 199 first' })).toBeInViewport();
  await editor.focus();
  await editor.pressSequentially(' words');
  await expectText(page, /Line 199 first words$/);
  // Letters that were typed slowly, on a busy machine, are undone one by one.
  await expect(async () => {
    await editor.press('ControlOrMeta+z');
    expect(await textOf(page)).toMatch(/Line 199$/);
  }).toPass({ intervals: [50] });
});
