import { expect, type Locator, type Page } from '@playwright/test';
import { pngFile } from './files.ts';
import { attach, editorOf, expectAllParts, expectLibrary, expectSaved, expectText, joinAs } from './person.ts';
import { test } from './server.ts';

const tess = { email: 'tess@example.com', password: 'Passw0rd!tess' };

// The connection check asks unsigned, too, which is meant to be refused.
test.use({ mayBeRefused: true });
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 });

/**
 * What a finger could not hit well, and how far the page is wider than the screen. By WCAG 2.2, 2.5.8: 24 px, but for links in a text and
 * for what has nothing else within a circle of that size.
 */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('[data-styled]')].map((host) => host.shadowRoot)];
    const wanted = 'a[href], button, input, select, textarea, summary, [role="menuitem"], [role="option"]';
    const found = roots.flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(wanted) ?? [])]);
    const targets = found.flatMap((element) => {
      const isHidden = element.closest('[aria-hidden="true"], [inert]') !== null || element.tabIndex < 0;
      if (isHidden || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      // The link past the head of the page shows where a key leads to it, and a row's link reaches as far as its row.
      const after = getComputedStyle(element, '::after');
      const isStretched = after.position === 'absolute' && after.content !== 'none';
      if (element.matches('a[href="#main"], p a') || isStretched) return [];
      // A box in a label is hit by the label.
      return [{ element, box: (element.closest('label') ?? element).getBoundingClientRect() }];
    });
    const gap = (at: DOMRect, x: number, y: number) =>
      Math.hypot(Math.max(at.left - x, 0, x - at.right), Math.max(at.top - y, 0, y - at.bottom));
    const small = targets
      .filter(({ element, box: { left, top, width, height } }) => {
        if (width >= 24 && height >= 24) return false;
        const others = targets.filter((other) => !other.element.contains(element) && !element.contains(other.element));
        return others.some(({ box }) => gap(box, left + width / 2, top + height / 2) < 12);
      })
      .map(({ element, box: { width, height } }) => `${element.outerHTML.slice(0, 120)} ${width} x ${height}`);
    const wider = document.documentElement.scrollWidth - window.innerWidth;
    const outside = targets
      .filter(({ box: { left, right } }) => left < 0 || right > window.innerWidth)
      .map(({ element }) => element.outerHTML.slice(0, 120));
    return { small, wider, outside };
  });

const tap = (target: Locator): Promise<void> => target.tap();

test('a day’s work by finger on a phone', async ({ page, server }) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const row = (name: string) => page.getByRole('list', { name: 'Notes' }).getByRole('link', { name });
  const fits = (where: string) =>
    // What slides in is there in the end.
    test.step(where, () =>
      expect.poll(() => tooSmall(page), { message: where }).toEqual({ small: [], wider: 0, outside: [] }),
    );
  const choose = async (item: string) => {
    await tap(button('More'));
    await tap(page.getByRole('menuitem', { name: item }));
  };
  const back = () => tap(page.getByRole('link', { name: 'Back' }));
  const openNotebook = async (name: string) => {
    await tap(button('Show notebooks'));
    const notebooks = page.getByRole('navigation', { name: 'Notebooks' });
    await expect(notebooks).toBeVisible();
    await fits('the notebooks');
    await tap(notebooks.getByRole('link', { name }));
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  };
  const editor = editorOf(page);

  await joinAs(page, server, tess);
  await expectAllParts(page);
  await fits('the empty library');

  await test.step('writes a note with a task, a tag and a picture', async () => {
    await tap(page.getByRole('link', { name: 'New note' }).first());
    await expect(editor).toBeFocused();
    await page.keyboard.type('Market\n\n- [ ] pears\n');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Bring #baskets');
    await expectSaved(page);
    const done = page.getByRole('checkbox', { name: 'Done' });
    await tap(done);
    await expect(done).toBeChecked();
    await expect(button('Attach files')).toBeInViewport();
    await attach(page, [pngFile('stall.png')]);
    await fits('an open note');
    await tap(button('Folder, photo or recording'));
    const [camera] = await Promise.all([
      page.waitForEvent('filechooser'),
      tap(page.getByRole('menuitem', { name: 'Take a photo…' })),
    ]);
    expect(
      await camera.element().evaluate((input: HTMLInputElement) => [input.getAttribute('capture'), input.accept]),
    ).toEqual(['environment', 'image/*']);
  });

  await test.step('reads it', async () => {
    await tap(button('Read'));
    await expect(editor).toHaveCount(0);
    await expect(page.getByRole('article').getByRole('paragraph').filter({ hasText: 'Bring' })).toBeVisible();
    await fits('a note as it reads');
    await tap(button('Write'));
    await expectText(page, /Bring/);
  });

  await test.step('goes back to the list, searches, and opens what is found', async () => {
    await back();
    await expectLibrary(page);
    await expect(row('Market')).toBeVisible();
    const search = page.getByRole('searchbox', { name: 'Search notes' });
    await tap(search);
    await page.keyboard.type('pears');
    await expect(page.getByText('1 note found')).toBeVisible();
    await fits('a search');
    await tap(row('Market'));
    await expectText(page, /Bring/);
    await fits('a note with hits');
    await back();
    await search.fill('');
  });

  await test.step('pins it, and finds it among the pinned and by its tag', async () => {
    await tap(row('Market'));
    await tap(button('More'));
    await fits('the menu of a note');
    await tap(page.getByRole('menuitem', { name: 'Pin' }));
    await back();
    await openNotebook('Pinned');
    await expect(row('Market')).toBeVisible();
    await openNotebook('baskets');
    await expect(row('Market')).toBeVisible();
    await openNotebook('All notes');
  });

  await test.step('archives it and takes it back', async () => {
    await tap(row('Market'));
    await choose('Archive');
    await expect(page.getByText('Moved to the archive')).toBeVisible();
    await fits('a message');
    await tap(button('Undo'));
    await back();
    await expect(row('Market')).toBeVisible();
  });

  await test.step('moves it to the trash and takes it back', async () => {
    await tap(row('Market'));
    await choose('Move to trash');
    await expect(row('Market')).toHaveCount(0);
    await tap(button('Undo'));
    await expect(row('Market')).toBeVisible();
  });

  await test.step('looks at the settings, the connection and the history', async () => {
    await tap(row('Market'));
    await choose('History');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await fits('the history');
    for (const path of ['/settings', '/help', '/unsent', '/gone', '/pictures', '/?in=trash']) {
      await page.goto(server.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await fits(path);
    }
  });

  await test.step('has the largest letters, and long words', async () => {
    await page.evaluate(() => {
      localStorage.setItem('satchel.text-size', 'largest');
      localStorage.setItem('satchel.language', 'de');
    });
    await page.goto(server.url);
    await tap(page.getByRole('button', { name: 'Auswählen' }));
    await expect(page.getByRole('button', { name: 'Auswahl beenden' })).toBeVisible();
    await fits('a selection in large letters');
    await tap(page.getByRole('button', { name: 'Auswahl beenden' }));
    await tap(page.getByRole('button', { name: 'Konto' }));
    await tap(page.getByRole('menuitem', { name: 'Tastenkürzel' }));
    await expect(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
    await fits('the keys in large letters');
    await tap(page.getByRole('button', { name: 'Schließen' }));
    await tap(page.getByRole('list', { name: 'Notizen' }).getByRole('link', { name: 'Market' }));
    await expect(page.getByRole('status', { name: 'Speicherstatus' })).toHaveText(/Gesichert/);
    await fits('a note in large letters');
    await tap(page.getByRole('button', { name: 'Mehr' }));
    await tap(page.getByRole('menuitem', { name: 'In den Papierkorb' }));
    const message = page.getByText('In den Papierkorb verschoben');
    await expect(message).toBeVisible();
    await fits('a message in large letters');
    const right = await message.evaluate((element) => element.parentElement?.getBoundingClientRect().right);
    expect(right).toBeLessThan(390);
    await tap(page.getByRole('button', { name: 'Rückgängig' }));
    await expect(page.getByRole('list', { name: 'Notizen' }).getByRole('link', { name: 'Market' })).toBeVisible();
  });

  await test.step('is used in a window of 1280 by 1024 px at 400 %', async () => {
    await page.evaluate(() => localStorage.setItem('satchel.text-size', 'normal'));
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(`${server.url}/?q=pears`);
    await expect(page.getByText('1 Notiz gefunden')).toBeVisible();
    await fits('the list in a small window');
    const found = page.getByRole('list', { name: 'Notizen' }).getByRole('listitem').filter({ hasText: 'Market' });
    for (const [width, height] of [
      [844, 390],
      [844, 190],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      await found.scrollIntoViewIfNeeded();
      await expect(found, `${width} by ${height}`).toBeInViewport({ ratio: 0.9 });
    }
    await tap(found.getByRole('link', { name: 'Market' }));
    await expect(page.getByRole('button', { name: 'Nächster Treffer' })).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Mehr' })).toBeInViewport();
    await fits('a note in a small window');
  });
});
