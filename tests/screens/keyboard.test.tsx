import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parseNoteId } from '#src/notes/note-id.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const off = { getItem: (key: string) => (key === 'satchel.letter-keys' ? 'off' : null), setItem: () => {} };
const searchBox = () => screen.getByRole('searchbox', { name: 'Search notes' });

describe('single-letter shortcuts', () => {
  it('start a note, search, and show the shortcuts', async () => {
    const { user } = await renderApp();
    await user.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await user.keyboard('n/');
    expect(address()).toBe('/');
    await user.keyboard('{Escape}/');
    expect(document.activeElement).toBe(searchBox());
    searchBox().blur();
    await user.keyboard('n');
    expect(address()).toBe('/notes/new');
  });

  it('are letters where something is typed', async () => {
    const { user } = await renderApp();
    await user.type(searchBox(), 'n?/');
    expect(searchBox()).toHaveProperty('value', 'n?/');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be turned off, in the list as well', async () => {
    const fake = createFakeServices();
    fake.notebook.put({ text: 'One' });
    fake.notebook.put({ text: 'Two' });
    const { user } = await renderApp({ fake, storage: off });
    const [first] = screen
      .getAllByRole('listitem')
      .flatMap((row) => [...row.querySelectorAll<HTMLElement>('a[href^="/notes/"]')]);
    first?.focus();
    await user.keyboard('j?n');
    expect(document.activeElement).toBe(first);
    expect(address()).toBe('/');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('keys with a modifier', () => {
  it('lead to the search from inside a note', async () => {
    const { user } = await renderApp({ url: '/notes/new', storage: off });
    await user.keyboard('{Control>}{Shift>}F{/Shift}{/Control}');
    expect(document.activeElement).toBe(searchBox());
  });
});

describe('the search box', () => {
  const library = async () => {
    const fake = createFakeServices();
    fake.notebook.put({ text: 'Garden' });
    fake.notebook.put({ text: 'Grocery list' });
    const app = await renderApp({ fake });
    await app.user.type(searchBox(), 'grocery');
    await screen.findByText('1 note found');
    return app;
  };

  it('leads to the first note by the down arrow', async () => {
    const { user } = await library();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Grocery list' }));
  });

  it('opens it by Enter', async () => {
    const { user } = await library();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('article', { name: 'Grocery list' })).toBeTruthy();
  });
});

it('Escape leads from a note to its place in the list', async () => {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text: 'Garden' });
  const { user } = await renderApp({ fake, url: `/notes/${id}` });
  await user.click(await screen.findByRole('textbox', { name: 'Note' }));
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Garden' }));
});

describe('a menu', () => {
  async function openMenu() {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: 'Garden' });
    const app = await renderApp({ fake, url: `/notes/${id}` });
    await screen.findByRole('textbox', { name: 'Note' });
    const button = screen.getByRole('button', { name: 'More' });
    button.focus();
    await app.user.keyboard('{Enter}');
    return { ...app, button };
  }
  const focused = () => document.activeElement?.textContent;

  it('opens on its first entry and says that it is open', async () => {
    const { button } = await openMenu();
    expect(focused()).toBe('Pin');
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  it('moves with arrows, around the ends, and with Home and End', async () => {
    const { user } = await openMenu();
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Move to trash');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('Archive');
    await user.keyboard('{End}');
    expect(focused()).toBe('Move to trash');
    await user.keyboard('{Home}');
    expect(focused()).toBe('Pin');
  });

  it('goes to the entry that begins with the typed letters', async () => {
    const { user } = await openMenu();
    await user.keyboard('mo');
    expect(focused()).toBe('Move to trash');
  });

  it('opens on its last entry by the up arrow', async () => {
    const { user } = await openMenu();
    await user.keyboard('{Escape}{ArrowUp}');
    expect(focused()).toBe('Move to trash');
  });

  it('closes by Escape and gives the focus back', async () => {
    const { user, button } = await openMenu();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes by a click elsewhere', async () => {
    const { user } = await openMenu();
    await user.click(screen.getByRole('heading', { name: 'All notes' }));
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('keys about notes', () => {
  const library = async () => {
    const fake = createFakeServices();
    const [first, second, third] = ['First', 'Second', 'Third'].map((text) => fake.notebook.put({ text }));
    const app = await renderApp({ fake, url: `/notes/${second}` });
    await screen.findByRole('textbox', { name: 'Note' });
    const row = (name: string) => screen.getByRole('link', { name });
    const text = (id = '') => app.notebook.text(parseNoteId(id) ?? app.notebook.newId());
    return { ...app, first, second, third, row, text };
  };

  it('lead from the text of a note to that of the next, and back', async () => {
    const { user, first, second } = await library();
    await user.click(screen.getByRole('textbox', { name: 'Note' }));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(address).toBe(`/notes/${first}`);
    await expect.poll(() => document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Note' }));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(address()).toBe(`/notes/${first}`);
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(address).toBe(`/notes/${second}`);
  });

  it('in the list, archive one note after the other', async () => {
    const { user, second, third, text, row } = await library();
    row('Second').focus();
    await user.keyboard('e');
    await expect.poll(() => text(second)).toContain('archived: true');
    await expect.poll(address).toBe(`/notes/${third}`);
    expect(document.activeElement).toBe(row('Third'));
    await user.keyboard('#');
    await expect.poll(() => text(third)).toContain('trashed: ');
    await expect.poll(() => document.activeElement).toBe(row('First'));
  });

  it('in the list, are about the open note alone', async () => {
    const { user, second, first, text, row } = await library();
    row('First').focus();
    await user.keyboard('p');
    row('Second').focus();
    await user.keyboard('p');
    await expect.poll(() => text(second)).toContain('pinned: true');
    expect(text(first)).toBe('First');
  });

  it('turn from the text to reading, and back into the text', async () => {
    const { user } = await library();
    await user.click(screen.getByRole('textbox', { name: 'Note' }));
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await expect.poll(() => screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('article'));
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await expect.poll(() => document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Note' }));
  });
});
