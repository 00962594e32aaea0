import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { pngFile } from './files.ts';
import { attach, expectSaved, type Person, signUp, writeNote } from './person.ts';
import { test } from './server.ts';

// The connection check asks unsigned, too, which is meant to be refused.
test.use({ mayBeRefused: true });

const grace: Person = { email: 'grace@example.com', password: 'Passw0rd!grace' };

/** What axe finds wrong with the page as it stands, by these tags or rules of its own; a line each. */
const problems = (page: Page, runOnly: axe.RunOnly): Promise<readonly string[]> =>
  page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, runOnly);

/** WCAG 2.2 AA and good practice in light; in dark, what colours can change of it. */
async function expectNoProblems(page: Page, where: string): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const colours = ['color-contrast', 'link-in-text-block'];
  await test.step(where, async () => {
    await page.evaluate(axe.source);
    expect(await problems(page, { type: 'tag', values: tags })).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await problems(page, { type: 'rule', values: colours }), 'in dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

test('axe finds nothing on any screen, in light and in dark', async ({ page, server }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });

  await page.goto(server.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoProblems(page, 'landing page');
  await page.goto(`${server.url}/login`);
  await expect(page.getByLabel('Email')).toBeVisible();
  await expectNoProblems(page, 'sign-in');
  await signUp(page, server, grace);
  await expectNoProblems(page, 'empty library');
  await writeNote(page, '# Beans and #peas\n\nSow them in spring.');
  await attach(page, [pngFile('bed.png')]);
  await expectSaved(page);
  const picture = page.getByRole('list', { name: 'Notes' }).locator('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48);
  await expectNoProblems(page, 'library with an open note');
  const box = await page.getByRole('article').boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0), 'the note reaches the bottom of the window').toBe(
    page.viewportSize()?.height,
  );
  await page.getByRole('button', { name: 'More' }).click();
  await expectNoProblems(page, 'menu of a note');
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectNoProblems(page, 'toast');
  for (const path of ['/?in=trash', '/pictures', '/settings', '/help', '/nowhere']) {
    await page.goto(server.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoProblems(page, path);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Show notebooks' }).click();
  await expectNoProblems(page, 'notebooks on a phone');
});
