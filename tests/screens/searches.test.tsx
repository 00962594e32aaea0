import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { withSaved } from '#src/notes/kept-searches.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const withNotes = () => {
  const fake = createFakeServices();
  fake.notebook.put({ text: 'Groceries\n\nrice and lemons, more rice' });
  fake.notebook.put({ text: 'Minutes\n\nwe met a walrus' });
  return fake;
};
const box = () => screen.getByRole('searchbox', { name: 'Search notes' });
const titles = () =>
  within(screen.getByRole('list', { name: 'Notes' }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

describe('recent searches', () => {
  it('are offered in the empty box, searched for again, and cleared', async () => {
    const { user } = await renderApp({ fake: withNotes() });
    await user.type(box(), 'walrus');
    await waitFor(() => expect(titles()).toEqual(['Minutes']));
    await user.keyboard('{Enter}');
    await user.clear(box());
    const recent = within(await screen.findByRole('group', { name: 'Recent searches' }));
    await user.click(recent.getByRole('button', { name: 'walrus' }));
    expect(box()).toHaveProperty('value', 'walrus');
    await user.clear(box());
    await user.click(screen.getByRole('button', { name: 'Clear recent searches' }));
    expect(screen.queryByRole('group', { name: 'Recent searches' })).toBeNull();
    expect(document.activeElement).toBe(box());
  });

  it('hold nothing that was only begun', async () => {
    const { user } = await renderApp({ fake: withNotes() });
    await user.type(box(), 'walrus');
    await user.clear(box());
    await user.tab();
    await user.click(box());
    expect(await screen.findByRole('group', { name: 'Narrow the search' })).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Recent searches' })).toBeNull();
  });
});

describe('saved searches', () => {
  it('stand among the notebooks, lead to what they find, and are removed', async () => {
    const { user } = await renderApp({ fake: withNotes() });
    await user.type(box(), 'rice lemons');
    await user.click(await screen.findByRole('button', { name: 'Save this search' }));
    await user.click(screen.getByRole('button', { name: 'Forget this search' }));
    expect(screen.queryByRole('list', { name: 'Saved searches' })).toBeNull();
    expect(screen.getByText('Search forgotten')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('button', { name: 'Forget this search' })).toBeTruthy();
    await user.clear(box());
    const saved = within(await screen.findByRole('list', { name: 'Saved searches' }));
    await user.click(saved.getByRole('link', { name: 'rice lemons' }));
    expect(address()).toBe('/?q=rice+lemons');
    await waitFor(() => expect(box()).toHaveProperty('value', 'rice lemons'));
    await waitFor(() => expect(titles()).toEqual(['Groceries']));
    await user.click(screen.getByRole('button', { name: 'Remove the saved search “rice lemons”' }));
    expect(screen.queryByRole('list', { name: 'Saved searches' })).toBeNull();
  });
});

it('choosing a notebook empties the box, also while the address has not heard of what was typed', async () => {
  await renderApp({ fake: withNotes() });
  fireEvent.change(box(), { target: { value: 'walrus' } });
  fireEvent.click(screen.getByRole('link', { name: 'All notes' }));
  expect(box()).toHaveProperty('value', '');
  expect(address()).toBe('/');
});

describe('removing saved searches by keyboard', () => {
  it('goes on to the next of them, then to the one before, and at last to the notebooks', async () => {
    const fake = withNotes();
    const { memory } = await fake.notebook.search();
    memory.change((searches) => ['rice', 'lemons', 'walrus'].reduce(withSaved, searches));
    const { user } = await renderApp({ fake });
    const remove = (words: string) => screen.getByRole('button', { name: `Remove the saved search “${words}”` });
    await screen.findByRole('list', { name: 'Saved searches' });
    remove('lemons').focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(remove('walrus'));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(remove('rice'));
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('list', { name: 'Saved searches' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'All notes' }));
  });
});

describe('the hits in an open note', () => {
  it('are gone through by F3 and Shift with it', async () => {
    const { user } = await renderApp({ fake: withNotes(), url: '/?q=rice' });
    await screen.findByText('1 note found');
    await user.click(screen.getByRole('link', { name: 'Groceries' }));
    expect(await screen.findByText('Hit 1 of 2')).toBeTruthy();
    await user.keyboard('{F3}');
    expect(await screen.findByText('Hit 2 of 2')).toBeTruthy();
    await user.keyboard('{Shift>}{F3}{/Shift}');
    expect(await screen.findByText('Hit 1 of 2')).toBeTruthy();
    await user.keyboard('{Shift>}{F3}{/Shift}');
    expect(await screen.findByText('Hit 2 of 2')).toBeTruthy();
  });
});

describe('the hits in a note', () => {
  it('are counted as the note reads, and keys lead from one to the next', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: 'Menu\n\n**ri**ce, [rice](https://corn.example)\n\n- [ ] rice' });
    const { user } = await renderApp({ fake, url: `/notes/${id}?q=rice` });
    await user.click(await screen.findByRole('button', { name: 'Read' }));
    await screen.findByText('Hit 1 of 3');
    await user.keyboard('{F3}');
    await screen.findByText('Hit 2 of 3');
    await user.keyboard('{Shift>}{F3}{/Shift}');
    await user.click(screen.getByRole('checkbox', { name: 'rice' }));
    await waitFor(() => expect(fake.notebook.text(id)).toContain('[x] rice'));
    await screen.findByText('Hit 1 of 3');
    await user.click(screen.getByRole('button', { name: 'Write' }));
    // As it is written it has others.
    await screen.findByText('Hit 1 of 2');
  });

  it('are counted to the end of a long one, which is laid out as far as the hit that is looked at', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: `Zebra\n\n${'- line\n'.repeat(5_000)}\nzebra\n\nthe very end` });
    const { user } = await renderApp({ fake, url: `/notes/${id}?q=zebra` });
    await user.click(await screen.findByRole('button', { name: 'Read' }));
    await screen.findByText('Hit 1 of 2');
    expect(screen.queryByText('the very end')).toBeNull();
    await user.keyboard('{F3}');
    await screen.findByText('Hit 2 of 2');
    expect(await screen.findByText('the very end')).toBeTruthy();
    await user.keyboard('{F3}');
    await screen.findByText('Hit 1 of 2');
  });

  it('are shown where the first is further down than what is laid out at once', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: `Animals\n\n${'- line\n'.repeat(1_500)}\nzebra` });
    const { user } = await renderApp({ fake, url: `/notes/${id}?q=zebra` });
    await user.click(await screen.findByRole('button', { name: 'Read' }));
    expect(await screen.findByText('zebra')).toBeTruthy();
    await screen.findByText('Hit 1 of 1');
  });
});
