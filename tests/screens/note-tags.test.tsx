import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';

async function openNote(text: string) {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text, changedAt: fakeNow });
  fake.notebook.put({ text: 'Other #garden', changedAt: fakeNow - 1 });
  const { user } = await renderApp({ fake, url: `/notes/${id}` });
  await screen.findByRole('textbox', { name: 'Note' });
  const note = () => within(screen.getByRole('article'));
  return { user, fake, id, note, text: () => fake.notebook.text(id) };
}

describe('the tags of the open note', () => {
  it('are removed wherever the note carries them, and put back', async () => {
    const before = '---\ntags: [farm]\n---\nCorn #Farm #home';
    const { user, note, text } = await openNote(before);
    await user.click(await screen.findByRole('button', { name: 'Remove tag farm' }));
    await waitFor(() => expect(text()).toBe('Corn #home'));
    await waitFor(() => expect(note().queryByRole('link', { name: '#farm' })).toBeNull());
    expect(note().getByRole('link', { name: '#home' })).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add tag' }));
    expect(screen.getByText('#farm removed')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(text()).toBe(before));
  });

  it('are added to the front matter, with those in use to complete them', async () => {
    const { user, note, text } = await openNote('Corn');
    await user.click(await screen.findByRole('button', { name: 'Add tag' }));
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'New tag' });
    expect(document.activeElement).toBe(field);
    expect([...(field.list?.options ?? [])].map(({ value }) => value)).toEqual(['garden']);
    await user.keyboard('#my farm{Enter}');
    await waitFor(() => expect(text()).toBe('---\ntags: [my-farm]\n---\nCorn'));
    expect(await note().findByRole('link', { name: '#my-farm' })).toBeDefined();
    expect(screen.queryByRole('combobox', { name: 'New tag' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add tag' }));
  });

  it('are not added by Escape, nor twice', async () => {
    const { user, text } = await openNote('Corn #farm');
    await user.click(await screen.findByRole('button', { name: 'Add tag' }));
    await user.keyboard('hay{Escape}');
    expect(screen.queryByRole('combobox', { name: 'New tag' })).toBeNull();
    await user.keyboard('{Enter}Farm{Tab}');
    expect(screen.queryByRole('combobox', { name: 'New tag' })).toBeNull();
    expect(text()).toBe('Corn #farm');
  });

  it('are removed without losing what is being typed', async () => {
    const { user, fake, text } = await openNote('Corn\n\n#farm');
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    const release = fake.notebook.hold();
    await user.type(box, ' and hay', { initialSelectionStart: 4, initialSelectionEnd: 4 });
    await user.click(await screen.findByRole('button', { name: 'Remove tag farm' }));
    await act(release);
    await waitFor(() => expect(text()).toMatch(/^Corn and hay\n+$/));
  });

  it('stay as they are in the trash', async () => {
    const { note } = await openNote('---\ntrashed: 2026-11-20T10:00:00Z\n---\nCorn #farm');
    expect(await note().findByRole('link', { name: '#farm' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Remove tag farm' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add tag' })).toBeNull();
  });
});
