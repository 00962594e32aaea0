import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const trashed = (title: string) => `---\ntrashed: 2026-11-20T10:00:00Z\n---\n${title}`;

describe('in the trash, by keyboard,', () => {
  async function trash({ open = false } = {}) {
    const fake = createFakeServices();
    const ids = ['Draft', 'List'].map((title, age) =>
      fake.notebook.put({ text: trashed(title), changedAt: fakeNow - age }),
    );
    const { user } = await renderApp({ fake, url: open ? `/notes/${ids[0]}?in=trash` : '/?in=trash' });
    if (open) await screen.findByText('This note is in the trash. Restore it to go on writing.');
    await screen.findByRole('button', { name: 'Empty trash' });
    const press = async (button: HTMLElement) => {
      button.focus();
      await user.keyboard('{Enter}');
    };
    const texts = () => ids.map((id) => fake.notebook.text(id));
    return { user, press, texts };
  }
  const button = (name: string) => screen.getByRole('button', { name });
  const messages = () => within(screen.getByRole('region', { name: 'Messages' }));
  const heading = () => screen.getByRole('heading', { name: 'Trash', level: 1 });
  const focused = () => document.activeElement;
  const both = [trashed('Draft'), trashed('List')];

  it('a note that is restored has the focus, and goes back by Undo as it was', async () => {
    const { press, texts } = await trash({ open: true });
    await press(button('Restore'));
    await messages().findByText('Restored');
    expect(texts()).toEqual(['Draft', trashed('List')]);
    expect(focused()).toBe(screen.getByRole('article', { name: 'Draft' }));
    await press(button('Undo'));
    await waitFor(() => expect(texts()).toEqual(both));
    expect(focused()).toBe(screen.getByRole('article', { name: 'Draft' }));
  });

  it('a note that is deleted for ever closes, and is back in the list by Undo', async () => {
    const { press, texts } = await trash({ open: true });
    await press(button('Delete for ever'));
    await messages().findByText('Deleted for ever');
    expect(address()).toBe('/?in=trash');
    expect(focused()).toBe(screen.getByRole('main'));
    await press(button('Undo'));
    await waitFor(() => expect(texts()).toEqual(both));
    expect(screen.getByRole('link', { name: 'Draft' })).toBeTruthy();
    expect(focused()).toBe(screen.getByRole('main'));
  });

  it.each([
    ['the open note closes', true],
    ['no note is open', false],
  ])('all of it is deleted, and all is back by Undo: %s', async (_, open) => {
    const { user, press, texts } = await trash({ open });
    // Where the note has gone as well, the page is another one.
    const there = () => (open ? screen.getByRole('main') : heading());
    await press(button('Empty trash'));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete 2 notes for ever?' }));
    expect(focused()).toBe(dialog.getByRole('button', { name: 'Cancel' }));
    await user.tab();
    await user.keyboard('{Enter}');
    await messages().findByText('The trash was emptied');
    expect(texts()).toEqual([undefined, undefined]);
    expect(screen.queryByText('This note was deleted elsewhere')).toBeNull();
    expect(address()).toBe('/?in=trash');
    expect(await screen.findByText('The trash is empty')).toBeTruthy();
    expect(focused()).toBe(there());
    await press(button('Undo'));
    await messages().findByText('Undone');
    expect(texts()).toEqual(both);
    expect(focused()).toBe(there());
  });

  it('notes that are selected are deleted, and the open one among them closes', async () => {
    const { press, texts } = await trash({ open: true });
    await press(button('Select'));
    (await screen.findByRole('checkbox', { name: 'Draft' })).click();
    const act = within(screen.getByRole('group', { name: 'Selecting notes' }));
    await press(act.getByRole('button', { name: 'Delete for ever' }));
    await press(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete for ever' }));
    await messages().findByText('1 note deleted for ever');
    expect(texts()).toEqual([undefined, trashed('List')]);
    expect(screen.queryByText('This note was deleted elsewhere')).toBeNull();
    expect(address()).toBe('/?in=trash');
    await waitFor(() => expect(focused()).toBe(button('Select')));
    await press(button('Undo'));
    await messages().findByText('Undone');
    expect(texts()).toEqual(both);
    expect(focused()).toBe(button('Select'));
  });

  it('notes that are selected are restored, and go back by Undo as they were', async () => {
    const { press, texts } = await trash();
    await press(button('Select'));
    await press(await screen.findByRole('button', { name: 'Select all' }));
    await press(button('Restore'));
    await messages().findByText('2 notes restored');
    expect(texts()).toEqual(['Draft', 'List']);
    await waitFor(() => expect(focused()).toBe(heading()));
    await press(button('Undo'));
    await messages().findByText('Undone');
    expect(texts()).toEqual(both);
  });
});
