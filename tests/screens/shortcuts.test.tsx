import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { shortcutGroups } from '#src/app/shortcut-groups.ts';
import { shortcuts } from '#src/app/shortcuts.ts';
import { stepOf } from '#src/screens/library/list-keys.ts';
import { isSingle } from '#src/ui/shortcut.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const off = { getItem: (key: string) => (key === 'satchel.letter-keys' ? 'off' : null), setItem: () => {} };

const rows = (group: string) => shortcutGroups.find(({ name }) => name === group)?.shortcuts ?? [];

/** What is pressed, for somebody at the keyboard: `{Control>}{Shift>}F{/Shift}{/Control}`. */
const pressed = (key: string) => {
  const parts = key.replace('Mod', 'Control').split('-');
  const last = parts.pop() ?? '';
  const named = last.length === 1 ? last : `{${last}}`;
  return `${parts.map((one) => `{${one}>}`).join('')}${named}${parts.map((one) => `{/${one}}`).join('')}`;
};

describe('the sheet of shortcuts', () => {
  const open = async (options: Parameters<typeof renderApp>[0] = {}) => {
    const app = await renderApp(options);
    await app.user.click(screen.getByRole('button', { name: 'Account' }));
    await app.user.click(screen.getByRole('menuitem', { name: 'Keyboard shortcuts' }));
    return screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  };

  it('has every shortcut of the app, by where it acts', async () => {
    const sheet = await open();
    const shown = (group: string) =>
      within(within(sheet).getByRole('region', { name: group }))
        .getAllByRole('term')
        .map((term) => term.textContent);
    for (const { name, shortcuts: named } of shortcutGroups) {
      expect(shown(name)).toEqual(named.map((shortcut) => shortcut.name));
    }
    const ids = shortcutGroups.flatMap((group) => group.shortcuts.map(({ id }) => id));
    expect(shortcuts.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  it('shows what is printed on the keys', async () => {
    const keys = (sheet: HTMLElement, term: string) =>
      [...(within(sheet).getByText(term).parentElement?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent);
    const others = await open();
    expect(keys(others, 'Command palette')).toEqual(['Ctrl', 'K']);
    expect(keys(others, 'Next note')).toEqual(['Alt', '↓']);
    expect(keys(others, 'New note')).toEqual(['n']);
  });

  it('shows Apple’s where the keyboard is one of theirs', async () => {
    const sheet = await open({ fake: createFakeServices({ keyboard: 'apple' }) });
    expect(within(sheet).getByText('Read or write').parentElement?.textContent).toBe('Read or write⇧⌘↩');
    expect(within(sheet).getByText('Next note').parentElement?.textContent).toBe('Next note⌥⌘↓');
    expect(sheet.textContent).not.toContain('Ctrl');
  });

  it('has no single letters where they are turned off', async () => {
    const sheet = await open({ storage: off });
    expect(within(sheet).queryByText('New note')).toBeNull();
    expect(within(sheet).getByText('Search').parentElement?.textContent).toBe('SearchCtrlShiftF');
  });
});

describe('a shortcut of the sheet does something', () => {
  const library = async (url: (id: string) => string) => {
    const fake = createFakeServices();
    const [, second] = ['Third', 'Second', 'First'].map((text) => fake.notebook.put({ text }));
    const app = await renderApp({ fake, url: url(second ?? '') });
    await screen.findByRole('textbox', { name: 'Note' });
    await screen.findByRole('button', { name: 'Account' });
    return { ...app, second };
  };
  /** All that a person could notice. */
  const state = () => {
    const { activeElement } = document;
    return `${address()} ${document.body.innerHTML} ${activeElement?.outerHTML}`;
  };

  it.each(
    [...rows('Everywhere'), ...rows('This note')]
      // Something has to be done first, or searched for (searches.test.tsx).
      .filter(({ id }) => !['undo', 'nextHit', 'previousHit'].includes(id))
      .flatMap(({ name, id, keys }) => keys.map((key) => [name, key, id] as const)),
  )('%s: %s', async (_name, key, id) => {
    const { user } = await library((second) => `/notes/${second}`);
    let chosen = 0;
    const input = document.querySelector('input[type=file]');
    input?.addEventListener('click', () => (chosen += 1));
    const before = state();
    await user.keyboard(pressed(key));
    await expect.poll(() => state() !== before || chosen > 0, { timeout: 3000 }).toBe(true);
    expect(chosen).toBe(id === 'attach' ? 1 : 0);
  });

  it('Undo: z takes back what was done last', async () => {
    const { user } = await library((second) => `/notes/${second}`);
    await user.keyboard('e');
    await screen.findByText('Moved to the archive');
    expect(screen.queryByRole('link', { name: 'Second' })).toBeNull();
    await user.keyboard('z');
    expect(await screen.findByRole('link', { name: 'Second' })).toBeTruthy();
    expect(screen.queryByText('Moved to the archive')).toBeNull();
  });

  it.each(rows('In the list').flatMap(({ name, keys }) => keys.map((key) => [name, key] as const)))(
    '%s: %s',
    (_name, key) => {
      expect(stepOf(key, 20, 100, true)).not.toBeNull();
      expect(stepOf(key, 20, 100, false) === null).toBe(isSingle(key));
    },
  );
});
