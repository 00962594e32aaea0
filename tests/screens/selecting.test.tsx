import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/notes/note-id.ts';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';

async function selecting(url = '/') {
  const fake = createFakeServices();
  const put = (text: string, age: number) => fake.notebook.put({ text, changedAt: fakeNow - age });
  const ids = [put('Apples', 1), put('---\npinned: true\n---\nBeans', 2), put('Corn #farm', 3), put('Dill', 4)];
  put('---\ntrashed: 2026-11-20T10:00:00Z\n---\nOld', 5);
  put('---\ntrashed: 2026-11-20T10:00:00Z\n---\nOlder', 6);
  const { user } = await renderApp({ fake, url });
  await user.click(await screen.findByRole('button', { name: 'Select' }));
  await screen.findByRole('group', { name: 'Selecting notes' });
  const text = (id: NoteId | undefined) => (id === undefined ? undefined : fake.notebook.text(id));
  return { fake, user, ids, texts: () => ids.map(text) };
}

const box = (name: string) => screen.getByRole('checkbox', { name });
const ticked = () => screen.getAllByRole('checkbox', { checked: true }).map((one) => one.closest('label')?.textContent);

describe('selecting notes', () => {
  it('moves all that are ticked to the trash, and takes it back in one go', async () => {
    const { user, texts } = await selecting();
    const before = texts();
    await user.click(box('Apples'));
    await user.click(box('Dill'));
    expect(screen.getByText('2 selected')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Move to trash' }));
    expect(await screen.findByText('2 notes moved to the trash')).toBeDefined();
    const list = await screen.findByRole('list', { name: 'Notes' });
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('link')
          .map((one) => one.textContent),
      ).toEqual(['Beans', 'Corn #farm']),
    );
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(texts()).toEqual(before));
  });

  it.each([
    ['/', 'Move to trash', 'All notes'],
    ['/', 'Archive', 'All notes'],
    ['/?in=trash', 'Restore', 'Trash'],
  ])('leaves the focus on the heading where the list is empty then: %s, %s', async (url, act, heading) => {
    const { user } = await selecting(url);
    await user.click(screen.getByRole('button', { name: 'Select all' }));
    screen.getByRole('button', { name: act }).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Undo' });
    expect(screen.queryByRole('list', { name: 'Notes' })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: heading, level: 1 })));
  });

  it('takes back only what it changed', async () => {
    const { user, texts } = await selecting();
    const before = texts();
    await user.click(screen.getByRole('button', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Pin' }));
    expect(await screen.findByText('3 notes pinned')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(texts()).toEqual(before));
  });

  it('tags notes that have not got the tag', async () => {
    const { user, texts } = await selecting();
    const before = texts();
    await user.click(screen.getByRole('button', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Tag' }));
    await user.type(screen.getByRole('textbox', { name: 'Tag' }), '#Farm{Enter}');
    expect(await screen.findByText('3 notes tagged')).toBeDefined();
    expect(texts()[2]).toBe('Corn #farm');
    expect(texts()[3]).toContain('Farm');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(texts()).toEqual(before));
  });

  it('reaches from one box to another with Shift, by mouse and by keys, and to all of them', async () => {
    const { user } = await selecting();
    await user.click(box('Apples'));
    await user.keyboard('{Shift>}');
    await user.click(box('Dill'));
    await user.keyboard('{/Shift}');
    expect(ticked()).toHaveLength(3);
    await user.keyboard('{Control>}a{/Control}');
    expect(ticked()).toHaveLength(4);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('checkbox')).toBeNull();
    const button = screen.getByRole('button', { name: 'Select' });
    expect(document.activeElement).toBe(button);
    await user.click(button);
    (await screen.findByRole('checkbox', { name: 'Beans' })).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(ticked()).toHaveLength(2);
    expect(document.activeElement).toBe(box('Apples'));
  });

  it('deletes for ever from the trash after asking, and takes it back', async () => {
    const { user, fake } = await selecting('/?in=trash');
    const count = () => fake.notebook.list.get().notes.length;
    await user.keyboard('{Tab}');
    await user.click(screen.getByRole('button', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Delete for ever' }));
    expect(count()).toBe(6);
    const dialog = screen.getByRole('dialog', { name: 'Delete 2 notes for ever?' });
    await user.click(within(dialog).getByRole('button', { name: 'Delete for ever' }));
    await waitFor(() => expect(count()).toBe(4));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(count()).toBe(6));
  });

  it('puts restored notes back as they were in the trash', async () => {
    const { user, fake } = await selecting('/?in=trash');
    const texts = () =>
      fake.notebook.list
        .get()
        .notes.map(({ id }) => fake.notebook.text(id))
        .sort();
    const before = texts();
    await user.click(screen.getByRole('button', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    await screen.findByText('2 notes restored');
    expect(texts().filter((text) => text?.includes('trashed'))).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(texts()).toEqual(before));
  });

  it('shows how far it is with very many notes, stops when told to, and takes back what was done', async () => {
    const fake = createFakeServices();
    const ids = Array.from({ length: 240 }, (_, at) => fake.notebook.put({ text: `Note ${at}`, changedAt: fakeNow }));
    const { user } = await renderApp({ fake });
    const trashed = () => ids.filter((id) => fake.notebook.text(id) !== `Note ${ids.indexOf(id)}`).length;
    await user.click(await screen.findByRole('button', { name: 'Select' }));
    await user.click(await screen.findByRole('button', { name: 'Select all' }));
    const release = fake.notebook.hold();
    await user.click(screen.getByRole('button', { name: 'Move to trash' }));
    expect(screen.getByRole('progressbar', { name: 'Changing notes' }).getAttribute('aria-valuenow')).toBe('0');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await act(release);
    expect(await screen.findByText('20 notes moved to the trash')).toBeDefined();
    expect(trashed()).toBe(20);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(trashed()).toBe(0));
  });
});

describe('from the list itself, selecting begins', () => {
  async function listed(openAt?: number) {
    const fake = createFakeServices();
    const ids = ['Apples', 'Beans', 'Corn', 'Dill'].map((text, age) =>
      fake.notebook.put({ text, changedAt: fakeNow - age }),
    );
    const { user } = await renderApp({ fake, url: openAt === undefined ? '/' : `/notes/${ids[openAt]}` });
    await screen.findByRole('button', { name: 'Select' });
    const row = (name: string) => within(screen.getByRole('list', { name: 'Notes' })).getByRole('link', { name });
    return { user, row };
  }
  const selected = () => screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked);
  const begun = () => screen.findByRole('group', { name: 'Selecting notes' });

  it.each(['Control', 'Meta'])('by a click with %s, at that note', async (key) => {
    const { user, row } = await listed();
    await user.keyboard(`{${key}>}`);
    await user.click(row('Corn'));
    await user.keyboard(`{/${key}}`);
    await begun();
    expect(selected()).toEqual([false, false, true, false]);
    expect(window.location.pathname).toBe('/');
    expect(document.activeElement).toBe(box('Corn'));
    await user.keyboard('{Shift>}');
    await user.click(box('Apples'));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual([true, true, true, false]);
  });

  it('by a click with Shift, reaching from the note that is open', async () => {
    const { user, row } = await listed(3);
    await user.keyboard('{Shift>}');
    await user.click(row('Beans'));
    await user.keyboard('{/Shift}');
    await begun();
    expect(selected()).toEqual([false, true, true, true]);
  });

  it('by a long press of a finger, and by no short one or one that scrolls', async () => {
    const { user, row } = await listed();
    await user.pointer([{ keys: '[TouchA>]', target: row('Dill'), coords: { x: 0, y: 0 } }]);
    await user.pointer([{ pointerName: 'TouchA', target: row('Dill'), coords: { x: 0, y: 40 } }]);
    const menu = createEvent.contextMenu(row('Dill'));
    fireEvent(row('Dill'), menu);
    expect(menu.defaultPrevented).toBe(false);
    await user.pointer([{ keys: '[/TouchA]', target: row('Dill') }]);
    expect(screen.queryByRole('group', { name: 'Selecting notes' })).toBeNull();
    await user.pointer([{ keys: '[TouchA>]', target: row('Beans') }]);
    await begun();
    // The finger lifts over what has taken the row's place.
    fireEvent.click(box('Corn'));
    expect(selected()).toEqual([false, true, false, false]);
    await user.click(box('Corn'));
    expect(selected()).toEqual([false, true, true, false]);
  });
});
