import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { pngFile } from './files.ts';
import { attach, expectSaved, type Person, signUp, writeNote } from './person.ts';
import { test } from './server.ts';

const grace: Person = { email: 'grace@example.com', password: 'Passw0rd!grace' };

/** What axe finds wrong with the page as it stands, by WCAG 2.2 AA; a line each. */
async function problems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen in ${colorScheme}`, async ({ page, server }) => {
    const person = { ...grace, email: `${colorScheme}.${grace.email}` };
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const expectNoProblems = (where: string) => test.step(where, async () => expect(await problems(page)).toEqual([]));

    await page.goto(server.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoProblems('landing page');
    await page.goto(`${server.url}/login`);
    await expect(page.getByLabel('Email')).toBeVisible();
    await expectNoProblems('sign-in');
    await signUp(page, server, person);
    await expectNoProblems('empty library');
    await writeNote(page, '# Beans and #peas\n\nSow them in spring.');
    await attach(page, [pngFile('bed.png')]);
    await expectSaved(page);
    const picture = page.getByRole('list', { name: 'Notes' }).locator('img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48);
    await expectNoProblems('library with an open note');
    const box = await page.getByRole('article').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), 'the note reaches the bottom of the window').toBe(
      page.viewportSize()?.height,
    );
    await page.getByRole('button', { name: 'More' }).click();
    await expectNoProblems('menu of a note');
    await page.getByRole('menuitem', { name: 'Move to trash' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectNoProblems('toast');
    for (const path of ['/?in=trash', '/pictures', '/settings', '/help', '/nowhere']) {
      await page.goto(server.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoProblems(path);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Show notebooks' }).click();
    await expectNoProblems('notebooks on a phone');
  });
}
