import { expect, type Page } from '@playwright/test';
import { randomFile } from './files.ts';
import { pdfFile } from './pdf-file.ts';
import { attach, enter, joinAs, openNote, writeNote } from './person.ts';
import { test, watchPage } from './server.ts';

const pia = { email: 'pia@example.com', password: 'Passw0rd!pia' };

const open = (page: Page, name: string) => page.getByRole('button', { name: `Show ${name} large` }).click();

/** How much of the page's drawing is not white. */
const inked = (page: Page): Promise<number> =>
  page.getByRole('dialog').evaluate((dialog) => {
    const canvas = dialog.querySelector('canvas');
    const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return data.filter((value, at) => at % 4 === 0 && value < 128).length;
  });

test('the pages of a PDF are shown one by one, larger and smaller, with their text, by keys and buttons', async ({
  page,
  server,
}) => {
  const pages = Array.from({ length: 14 }, (_, at) => `Chapter ${at + 1}`);
  const script = '<</S/JavaScript/JS(app.alert\\("hacked"\\); this.hacked=true;)>>';
  await joinAs(page, server, pia);
  await writeNote(page, 'Papers');
  await attach(page, [
    pdfFile('book.pdf', { pages, catalogue: `/OpenAction${script}/AA<</WC${script}>>` }),
    pdfFile('locked.pdf', {
      pages: ['Secret'],
      trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'28'.repeat(32)}>/U<${'29'.repeat(32)}>>>`,
    }),
    { name: 'broken.pdf', buffer: Buffer.from('<html>no PDF</html>') },
  ]);
  let dialogs = 0;
  page.on('dialog', () => {
    dialogs += 1;
  });
  await open(page, 'book.pdf');
  const viewer = page.getByRole('dialog', { name: 'book.pdf' });
  const place = viewer.getByRole('status').filter({ hasText: 'Page' });
  await expect(place).toHaveText('Page 1 of 14');
  await expect(viewer.getByText('Chapter 1', { exact: true })).toBeAttached();
  await expect.poll(() => inked(page)).toBeGreaterThan(1_000);

  await page.keyboard.press('PageDown');
  await expect(viewer.getByText('Chapter 2', { exact: true })).toBeAttached();
  await page.keyboard.press('End');
  await expect(place).toHaveText('Page 14 of 14');
  await expect(viewer.getByText('Chapter 14', { exact: true })).toBeAttached();
  await expect(viewer.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Home');
  await viewer.getByRole('button', { name: 'Next page' }).click();
  await expect(place).toHaveText('Page 2 of 14');

  const width = () => viewer.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().width);
  const before = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(1.25 * before, -1);
  await page.keyboard.press('0');
  await expect.poll(width).toBe(before);
  // The text can be marked where the drawing has it.
  const box = await viewer.getByText('Chapter 2', { exact: true }).boundingBox();
  expect(box?.width).toBeGreaterThan(200);
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show book.pdf large' })).toBeFocused();
  expect(dialogs).toBe(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);

  await open(page, 'locked.pdf');
  await expect(page.getByRole('alert')).toHaveText(/protected by a password/);
  await page.keyboard.press('Escape');
  await open(page, 'broken.pdf');
  await expect(page.getByRole('alert')).toHaveText(/cannot be shown as a PDF/);
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Download broken.pdf' })).toBeVisible();
});

test('a PDF has its Asian texts and its pictures without what the policy forbids', async ({ page, server }) => {
  const asian =
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6>>>>]>>';
  const picture = '/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray';
  const drawn = 'BT /F1 48 Tf 60 700 Td <4E2D6587> Tj ET q 99 0 0 99 60 300 cm /J2 Do Q q 99 0 0 99 60 500 cm /B2 Do Q';
  const resources = `/Font<</F1 ${asian}>>/XObject<</J2 1001 0 R/B2 1002 0 R>>`;
  // Neither can be unpacked, the first being but a head with its size; what would unpack them is asked for.
  const streams = [
    {
      about: `${picture}/BitsPerComponent 8/Filter/JPXDecode`,
      bytes: Buffer.from(`ff51${'00'.repeat(4)}${'00000008'.repeat(2)}${'00'.repeat(24)}0001`, 'hex'),
    },
    { about: `${picture}/BitsPerComponent 1/Filter/JBIG2Decode`, bytes: Buffer.alloc(40, 7) },
  ];
  const parts: string[] = [];
  page.on('response', (response) => {
    const part = /\/assets\/pdf\/[\d.]+\/(.*)$/.exec(response.url())?.[1];
    if (part !== undefined) parts.push(`${response.status()} ${part}`);
  });
  await joinAs(page, server, pia);
  await writeNote(page, 'Papers');
  await attach(page, [pdfFile('asian.pdf', { pages: [{ drawn, resources }], streams })]);
  await open(page, 'asian.pdf');
  await expect(page.getByRole('dialog').getByText('中文')).toBeAttached();
  await expect.poll(() => parts).toContain('200 cmaps/UniGB-UCS2-H.bcmap');
  await expect.poll(() => parts).toContain('200 wasm/openjpeg_nowasm_fallback.js');
});

test('of a large PDF only what is looked at is read', { tag: '@soak' }, async ({ page, server, browser }) => {
  test.slow();
  const ballast = randomFile('ballast', 30 * 1024 * 1024).buffer;
  await joinAs(page, server, pia);
  await writeNote(page, 'Atlas');
  await attach(page, [pdfFile('atlas.pdf', { pages: ['North', 'South'], ballast })]);

  const other = await (await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })).newPage();
  const wrong: string[] = [];
  watchPage(other, wrong);
  await enter(other, server, pia);
  let bytes = 0;
  other.on('response', (response) => {
    if (response.url().includes('atlas.pdf') && response.request().method() === 'GET')
      bytes += Number(response.headers()['content-length']);
  });
  await openNote(other, 'Atlas');
  await open(other, 'atlas.pdf');
  const viewer = other.getByRole('dialog', { name: 'atlas.pdf' });
  await expect(viewer.getByText('North')).toBeAttached();
  await other.keyboard.press('ArrowRight');
  await expect(viewer.getByText('South')).toBeAttached();
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(2 * 1024 * 1024);
  expect(wrong).toEqual([]);
});
