import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const hour = 3_600_000;

function libraryWithNotes() {
  const fake = createFakeServices();
  fake.notebook.put({ text: 'Groceries\n\nRice and lemons #home', changedAt: fakeNow - 2 * hour });
  fake.notebook.put({ text: '---\npinned: true\n---\nGarden plan\n\nBeans', changedAt: fakeNow - 9 * hour });
  fake.notebook.put({ text: `Minutes\n\n${'long text '.repeat(60)} walrus #work`, changedAt: fakeNow - hour });
  fake.notebook.put({ text: '---\narchived: true\n---\nOld flat\n\nKeys', changedAt: fakeNow });
  fake.notebook.put({ text: '---\ntrashed: 2026-11-20T10:00:00Z\n---\nDraft', changedAt: fakeNow });
  return fake;
}

const titles = () =>
  within(screen.getByRole('list', { name: 'Notes' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

describe('the list of notes', () => {
  it('shows pinned notes first, then the last changed, without archive and trash', async () => {
    await renderApp({ fake: libraryWithNotes() });
    expect(titles()).toEqual(['Garden plan', 'Minutes', 'Groceries']);
  });

  it('is sorted as chosen, pinned notes first, and is so the next time', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const { user, page } = await renderApp({ fake: libraryWithNotes(), storage });
    await user.click(screen.getByRole('button', { name: 'Order: Last changed first' }));
    await user.click(screen.getByRole('menuitem', { name: 'By title' }));
    await waitFor(() => expect(titles()).toEqual(['Garden plan', 'Groceries', 'Minutes']));
    page.unmount();
    await renderApp({ fake: libraryWithNotes(), storage });
    await waitFor(() => expect(titles()).toEqual(['Garden plan', 'Groceries', 'Minutes']));
    expect(screen.getByRole('button', { name: 'Order: By title' })).toBeDefined();
  });

  it('opens a note by its title and marks it as the open one', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes() });
    await user.click(screen.getByRole('link', { name: 'Groceries' }));
    expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveProperty(
      'value',
      'Groceries\n\nRice and lemons #home',
    );
    expect(screen.getByRole('link', { name: 'Groceries' }).getAttribute('aria-current')).toBe('page');
    expect(document.title).toBe('Groceries · Satchel');
  });

  it('shows the first picture of a note beside it', async () => {
    const fake = libraryWithNotes();
    fake.notebook.put({
      text: `Beach\n\n![dune.png](attachment:~/1-dune.png) ![sea.png](attachment:~/2-sea.png)`,
      changedAt: fakeNow,
    });
    const key = fake.notebook.list.get().notes.find(({ title }) => title === 'Beach')?.picture?.[0] ?? '';
    fake.notebook.objects.set(key, new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]));
    await renderApp({ fake });
    const row = screen.getByRole('link', { name: 'Beach' }).closest('li');
    await waitFor(() => expect(row?.querySelectorAll('img')).toHaveLength(1));
    expect(row?.querySelector('img')?.alt).toBe('');
    expect(screen.getByRole('link', { name: 'Groceries' }).closest('li')?.querySelector('img')).toBeNull();
  });

  it('says in the row that a note is not saved', async () => {
    const fake = libraryWithNotes();
    const [first] = fake.notebook.list.get().notes;
    if (first === undefined) throw new Error('no note');
    const failure = { kind: 'too-large', message: 'Too large.', details: '' };
    fake.notebook.patch(first.id, {
      text: 'Huge',
      waiting: { kind: 'save', since: fakeNow },
      problem: { failure, attempts: 1, nextTryAt: null },
    });
    await renderApp({ fake });
    const row = screen.getByRole('link', { name: 'Huge' }).closest('li');
    expect(row?.textContent).toContain('Not saved');
  });

  it('moves with the arrows, j and k, and to both ends', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes() });
    screen.getByRole('link', { name: 'Garden plan' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Minutes');
    await user.keyboard('j');
    expect(document.activeElement?.textContent).toBe('Groceries');
    await user.keyboard('{Home}');
    expect(document.activeElement?.textContent).toBe('Garden plan');
    await user.keyboard('{End}k');
    expect(document.activeElement?.textContent).toBe('Minutes');
  });

  it('keeps only the rows in sight in the page, and says how many there are', async () => {
    const fake = createFakeServices();
    for (let at = 0; at < 300; at += 1) fake.notebook.put({ text: `Note ${at}`, changedAt: fakeNow - at });
    await renderApp({ fake });
    const rows = within(screen.getByRole('list', { name: 'Notes' })).getAllByRole('listitem');
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('300');
  });

  it('shows placeholders, not an empty library, while the device is being read', async () => {
    const fake = createFakeServices();
    fake.notebook.list.set({ notes: [], complete: false });
    await renderApp({ fake });
    expect(screen.getByText('Reading your notes')).toBeTruthy();
    expect(screen.queryByText('A place for your notes')).toBeNull();
  });

  it('tells a newcomer what belongs here', async () => {
    const { user } = await renderApp();
    await user.click(screen.getByRole('link', { name: 'Write the first one' }));
    expect(address()).toBe('/notes/new');
  });
});

describe('the notebooks', () => {
  it('are the fixed ones, then every tag', async () => {
    await renderApp({ fake: libraryWithNotes() });
    await screen.findByRole('list', { name: 'Tags' });
    const links = within(screen.getByRole('navigation', { name: 'Notebooks' })).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'All notes',
      'Pinned',
      'Archive',
      'Trash',
      'Pictures',
      'home',
      'work',
    ]);
  });

  it.each([
    ['Pinned', ['Garden plan'], '/?in=pinned'],
    ['Archive', ['Old flat'], '/?in=archive'],
    ['Trash', ['Draft'], '/?in=trash'],
    ['home', ['Groceries'], '/?in=tag%3Ahome'],
  ])('show the notes of %s, and stay in the address', async (name, expected, at) => {
    const { user } = await renderApp({ fake: libraryWithNotes() });
    await user.click(await screen.findByRole('link', { name }));
    expect(titles()).toEqual(expected);
    expect(address()).toBe(at);
  });

  it('are kept by a reload and by opening a note', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes(), url: '/?in=tag%3Awork' });
    await user.click(screen.getByRole('link', { name: 'Minutes' }));
    expect(address()).toMatch(/^\/notes\/.+\?in=tag%3Awork$/);
    expect(titles()).toEqual(['Minutes']);
  });
});

describe('searching', () => {
  it('finds words in titles, beginnings and tags, whatever their case and accents', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes() });
    await user.type(screen.getByRole('searchbox', { name: 'Search notes' }), 'LÉMONS #home');
    await waitFor(() => expect(titles()).toEqual(['Groceries']));
    expect(await screen.findByText('1 note found')).toBeTruthy();
  });

  it('finds words deep in a text', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes() });
    await user.type(screen.getByRole('searchbox', { name: 'Search notes' }), 'walrus');
    await waitFor(() => expect(titles()).toEqual(['Minutes']));
  });

  it('finds archived notes too, but none in the trash', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes() });
    const box = screen.getByRole('searchbox', { name: 'Search notes' });
    await user.type(box, 'keys');
    await waitFor(() => expect(titles()).toEqual(['Old flat']));
    await user.clear(box);
    await user.type(box, 'draft');
    expect(await screen.findByText('Nothing found')).toBeTruthy();
  });

  it('keeps every letter in the box and the words in the address', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes() });
    const box = screen.getByRole('searchbox', { name: 'Search notes' });
    await user.type(box, 'rice and lemons');
    expect(box).toHaveProperty('value', 'rice and lemons');
    await waitFor(() => expect(address()).toBe('/?q=rice+and+lemons'));
  });

  it('is emptied by Escape and by choosing a notebook', async () => {
    const { user } = await renderApp({ fake: libraryWithNotes(), url: '/?q=rice' });
    const box = screen.getByRole('searchbox', { name: 'Search notes' });
    expect(box).toHaveProperty('value', 'rice');
    await user.click(screen.getByRole('link', { name: 'All notes' }));
    expect(box).toHaveProperty('value', '');
    await user.type(box, 'x{Escape}');
    expect(box).toHaveProperty('value', '');
    // Rows that have not been measured are hidden; each knows how many there are.
    const rows = () => within(screen.getByRole('list', { name: 'Notes' })).getAllByRole('listitem');
    await waitFor(() => expect(rows()[0]?.getAttribute('aria-setsize')).toBe('3'));
  });
});
