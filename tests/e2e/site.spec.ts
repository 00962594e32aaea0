import { expect } from '@playwright/test';
import { ada, expectText, signUp, writeNote } from './person.ts';
import { test } from './server.ts';

test('every address of the app opens on the site, and opens again after a reload', async ({ page, server }) => {
  await signUp(page, server, ada);
  await writeNote(page, 'Shopping\n\nmilk');
  const note = page.url();
  const answer = await page.goto('/settings');
  expect(answer?.status()).toBe(200);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await page.goto(note);
  await expectText(page, /milk/);
});

test('on the site, neither a script in the page nor eval runs, and a missing part is no page', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const probe = `
    window.probed = true;
    try { window.evaluated = eval('true'); } catch (error) { window.evaluated = error.name; }
    import('/assets/gone-1234.js').catch(({ name }) => { window.imported = name; });`;
  await page.route('/assets/probe.js', (route) => route.fulfill({ contentType: 'text/javascript', body: probe }));
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const scripts = '<script>window.injected = true;</script><script src="/assets/probe.js"></script></head>';
    await route.fulfill({ response, body: (await response.text()).replace('</head>', scripts) });
  });
  await page.goto('/');
  await page.waitForFunction('window.imported');
  const seen = await page.evaluate('[window.probed, window.injected, window.evaluated, window.imported]');
  expect(seen).toEqual([true, undefined, 'EvalError', 'TypeError']);
  const missing = await context.request.get('/assets/gone-1234.js');
  expect([missing.status(), missing.headers()['content-type']]).toEqual([404, 'application/xml']);
  await context.close();
});
