import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';

const mark = '###### Edited in two places.';
const clash = (first: string, second: string) =>
  `${mark} First version ↓\n${first}\n${mark} Second version ↓\n${second}\n${mark} End of both versions ↑`;

const one = `Trip\n${clash('We take the train', 'We take the bus')}\nend`;
const two = `${one}\n${clash('Bring tea', 'Bring coffee')}`;

async function openNote(text: string) {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  await screen.findByRole('textbox', { name: 'Note' });
  return { ...app, id };
}

const banner = () => screen.queryByRole('region', { name: 'Changed in two places at once' });
const differing = (version: string) =>
  within(screen.getByRole('region', { name: version }))
    .getAllByRole('mark')
    .map(({ textContent }) => textContent);

describe('a note changed in two places at once', () => {
  it('shows both versions with what differs in them', async () => {
    await openNote(one);
    expect((await screen.findByRole('region', { name: 'First version' })).textContent).toContain('We take the train');
    expect(screen.getByRole('region', { name: 'Second version' }).textContent).toContain('We take the bus');
    expect(differing('First version')).toEqual(['train']);
    expect(differing('Second version')).toEqual(['bus']);
  });

  it.each([
    ['Keep the first', 'Trip\nWe take the train\nend', 'Kept the first version'],
    ['Keep the second', 'Trip\nWe take the bus\nend', 'Kept the second version'],
    ['Keep both', 'Trip\nWe take the train\nWe take the bus\nend', 'Kept both versions'],
  ])('is settled: %s', async (choice, expected, told) => {
    const { user, notebook, id } = await openNote(one);
    screen.getByRole('button', { name: choice }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(notebook.text(id)).toBe(expected));
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', expected);
    expect(banner()).toBeNull();
    expect(await screen.findByText(told)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Trip' }));
    // The text before is in the history.
    expect(await notebook.history(id)).toMatchObject([{ reason: 'chosen', text: one }]);
  });

  it('is settled place by place', async () => {
    const { user, notebook, id } = await openNote(two);
    expect(screen.getByRole('region', { name: 'Second version, Place 2 of 2' }).textContent).toContain('Bring coffee');
    await user.click(screen.getByRole('button', { name: 'Keep the second in place 2 of 2' }));
    await waitFor(() => expect(notebook.text(id)).toBe(`${one}\nBring coffee`));
    expect(document.activeElement).toBe(banner());
    await user.click(screen.getByRole('button', { name: 'Keep the first' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Trip\nWe take the train\nend\nBring coffee'));
    expect(banner()).toBeNull();
  });

  it('is settled in all places at once', async () => {
    const { user, notebook, id } = await openNote(two);
    await user.click(screen.getByRole('button', { name: 'Keep the first in all places' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Trip\nWe take the train\nend\nBring tea'));
  });

  it('is unsettled again by Undo, beside what was written meanwhile', async () => {
    const { user, notebook, id } = await openNote(one);
    await user.click(screen.getByRole('button', { name: 'Keep the first' }));
    await waitFor(() => expect(banner()).toBeNull());
    await user.type(screen.getByRole('textbox', { name: 'Note' }), ' of it');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notebook.text(id)).toBe(`${one} of it`));
    expect(banner()).toBeTruthy();
  });

  it('says nothing of it while all is well, nor in the trash', async () => {
    await openNote('Trip');
    expect(banner()).toBeNull();
  });

  it('is not asked about in the trash', async () => {
    await openNote(`---\ntrashed: 2026-11-20T10:00:00Z\n---\n${one}`);
    expect(banner()).toBeNull();
  });

  it('is decided on again where the device did not take it', async () => {
    const { user, notebook, id } = await openNote(one);
    notebook.refuseWrites({ kind: 'full', message: 'There is no room left on this device.', details: '' });
    await user.click(screen.getByRole('button', { name: 'Keep the first' }));
    await screen.findByRole('alert');
    notebook.refuseWrites(null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Trip\nWe take the train\nend'));
    expect((await notebook.history(id)).map(({ reason }) => reason)).toContain('chosen');
  });
});
