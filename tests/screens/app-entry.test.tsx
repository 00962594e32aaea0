import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createFakeServices } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const editorSays = (text: string) =>
  waitFor(() => expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', text));

it('what another app has shared is a new note, once', async () => {
  const fake = createFakeServices({ shared: 'Bread\n\nrye' });
  const { user } = await renderApp({ url: '/notes/new', fake });
  await editorSays('Bread\n\nrye');
  await screen.findByRole('link', { name: 'Bread' });
  expect(address()).toMatch(/^\/notes\/[0-9a-f-]{36}$/);
  expect(fake.services.shared.text()).toBe('');
  await user.click(screen.getByRole('link', { name: 'New note' }));
  await editorSays('');
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
