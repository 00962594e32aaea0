import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { App } from '#src/app/app.tsx';
import { english } from '../support/english.ts';
import { createFakeServices } from '../support/fake-services.ts';

// Without renderApp, which has the editor at hand: here it still has to be loaded.
it('keys typed into a new note before the editor has loaded are kept, and the typing goes on behind them', async () => {
  const { services, notebook } = createFakeServices();
  const user = userEvent.setup();
  window.history.replaceState(null, '', '/notes/new');
  render(<App services={services} storage={null} words={english} languages={['en-US']} />);
  expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  const early = screen.getByRole('textbox', { name: 'Note' });
  expect(document.activeElement).toBe(early);
  await user.keyboard('App');
  await screen.findByRole('button', { name: 'More' });
  expect(screen.getByRole('textbox', { name: 'Note' })).not.toBe(early);
  await user.keyboard('les');
  await waitFor(() => expect(window.location.pathname).toMatch(/^\/notes\/[0-9a-f-]{36}$/));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Apples');
  await waitFor(() => expect(notebook.list.get().notes.map(({ title }) => title)).toEqual(['Apples']));
});
