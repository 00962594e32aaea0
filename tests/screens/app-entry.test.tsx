import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const editorSays = (text: string) =>
  waitFor(() => expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', text));

describe('what another app or page has shared', () => {
  const shared = async () => {
    const fake = createFakeServices({ shared: 'Bread\n\nrye' });
    const app = await renderApp({ url: '/notes/new', fake });
    await editorSays('Bread\n\nrye');
    return { ...app, fake, written: () => fake.notebook.list.get().notes.length };
  };

  it('is no note before a person keeps it', async () => {
    const { user, fake, written } = await shared();
    expect(screen.getByRole('article', { name: 'Shared text' })).toBe(document.activeElement);
    expect(written()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Keep this note' }));
    await screen.findByRole('link', { name: 'Bread' });
    await waitFor(() => expect(address()).toMatch(/^\/notes\/[0-9a-f-]{36}$/));
    expect(written()).toBe(1);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }));
    expect(fake.services.shared.text()).toBe('');
    await user.click(screen.getByRole('link', { name: 'New note' }));
    await editorSays('');
  });

  it('is kept by writing in it, and the caret stays', async () => {
    const { user } = await shared();
    const box = screen.getByRole('textbox', { name: 'Note' });
    await user.type(box, 's', { initialSelectionStart: 5, initialSelectionEnd: 5 });
    await user.keyboard(' and');
    await editorSays('Breads and\n\nrye');
    await screen.findByRole('link', { name: 'Breads and' });
  });

  it('is still there after looking at something else', async () => {
    const { user, written } = await shared();
    await user.click(screen.getByRole('link', { name: 'Pinned' }));
    await user.click(screen.getByRole('link', { name: 'New note' }));
    await editorSays('Bread\n\nrye');
    expect(written()).toBe(0);
  });

  it('is discarded, and that is taken back', async () => {
    const { user, fake, written } = await shared();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await editorSays('');
    expect(fake.services.shared.text()).toBe('');
    expect(written()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('link', { name: 'Bread' });
  });
});

it('a new version of the app is offered, and taken by its button', async () => {
  const { user, newVersion } = await renderApp();
  const status = await screen.findByRole('status', { name: 'App version' });
  expect(status.textContent).toBe('');
  act(() => newVersion.set(true));
  expect(status.textContent).toContain('A new version is ready');
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  expect(newVersion.taken()).toBe(1);
  await screen.findByText(/^Not yet: a file is still on its way/);
});

it('the shortcut to the search opens the app with the focus there', async () => {
  await renderApp({ url: '/#search' });
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search notes' }));
});
