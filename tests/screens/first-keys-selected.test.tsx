import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { App } from '#src/app/app.tsx';
import { english } from '../support/english.ts';
import { createFakeServices } from '../support/fake-services.ts';

// A file of its own: the editor may be loaded only once.
it('a selection made before the editor has loaded is there after it, so that typing replaces it', async () => {
  const { services } = createFakeServices();
  const user = userEvent.setup();
  window.history.replaceState(null, '', '/notes/new');
  render(<App services={services} storage={null} words={english} languages={['en-US']} />);
  const early = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
  await user.keyboard('Pears');
  early.setSelectionRange(0, 5, 'backward');
  await screen.findByRole('button', { name: 'More' });
  expect(screen.getByRole('textbox', { name: 'Note' })).not.toBe(early);
  await user.keyboard('Plums');
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Plums');
});
