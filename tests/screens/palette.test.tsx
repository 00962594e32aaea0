import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const box = () => screen.getByRole('combobox', { name: 'Command or note' });
const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent;

const open = async (url?: string) => {
  const fake = createFakeServices();
  const garden = fake.notebook.put({ text: 'Garden plan\nSow peas' });
  fake.notebook.put({ text: 'Grocery list' });
  const app = await renderApp({ fake, url: url ?? `/notes/${garden}` });
  await screen.findByRole('button', { name: 'More' }).catch(() => null);
  await app.user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Command palette' });
  return { ...app, garden };
};

describe('the command palette', () => {
  it('opens a note by letters of its title', async () => {
    const { user } = await open();
    await user.keyboard('grls');
    expect(active()).toBe('Grocery list');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(address()).toMatch(/^\/notes\//);
    expect(await screen.findByRole('article', { name: 'Grocery list' })).toBeTruthy();
  });

  it('does what the menu of the open note does', async () => {
    const { user, notebook, garden } = await open();
    await user.keyboard('pin{Enter}');
    await expect.poll(() => notebook.text(garden)).toContain('pinned: true');
  });

  it('goes everywhere, by the arrows as well', async () => {
    const { user } = await open();
    await user.keyboard('settings');
    expect(active()).toBe('Settings');
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('Search all notes for “settings”');
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('Settings');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
  });

  it('searches the texts for what is no name', async () => {
    const { user } = await open();
    await user.keyboard('xyzzy peas');
    expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(address()).toBe('/?q=xyzzy+peas');
  });

  it('tells how many there are, and closes with Escape, the focus where it was', async () => {
    const { user } = await open();
    await user.keyboard('keyboard shortcuts');
    expect(await screen.findByText('2 results')).toBeTruthy();
  });
});
