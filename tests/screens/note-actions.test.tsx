import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

async function openNote(text: string, query = '') {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text });
  const app = await renderApp({ fake, url: `/notes/${id}${query}` });
  await screen.findByRole('textbox', { name: 'Note' });
  const choose = async (item: string) => {
    await app.user.click(screen.getByRole('button', { name: 'More' }));
    await app.user.click(screen.getByRole('menuitem', { name: item }));
  };
  return { ...app, id, choose };
}

const trashed = '---\ntrashed: 2026-11-20T10:00:00Z\n---\nDraft';

describe('the menu of a note', () => {
  it('pins and unpins', async () => {
    const { notebook, id, choose } = await openNote('Garden');
    await choose('Pin');
    await waitFor(() => expect(notebook.text(id)).toBe('---\npinned: true\n---\nGarden'));
    await choose('Unpin');
    await waitFor(() => expect(notebook.text(id)).toBe('Garden'));
  });

  it('archives, and takes it back', async () => {
    const { user, notebook, id, choose } = await openNote('Garden');
    await choose('Archive');
    await waitFor(() => expect(notebook.text(id)).toBe('---\narchived: true\n---\nGarden'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Garden'));
  });

  it('leads nobody back to the list who has gone elsewhere before it was done', async () => {
    const { user, notebook, id, choose } = await openNote('Garden');
    const letThrough = notebook.hold();
    await choose('Move to trash');
    await user.click(screen.getByRole('link', { name: 'Archive' }));
    await act(() => letThrough());
    await screen.findByText('Moved to the trash');
    expect(notebook.text(id)).toContain('trashed:');
    expect(address()).toBe('/?in=archive');
  });

  it('moves to the trash, goes back to the same list, and takes it back', async () => {
    const { user, notebook, id, choose } = await openNote('Garden #home', '?in=tag%3Ahome');
    await choose('Move to trash');
    await screen.findByText('Moved to the trash');
    expect(notebook.text(id)).toMatch(/^---\ntrashed: .+\n---\nGarden #home$/);
    expect(address()).toBe('/?in=tag%3Ahome');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Garden #home'));
    expect(screen.queryByText('Moved to the trash')).toBeNull();
  });

  it('has nothing to act on before a new note is written', async () => {
    await renderApp({ url: '/notes/new' });
    expect(await screen.findByRole('button', { name: 'More' })).toHaveProperty('disabled', true);
  });
});

describe('a note in the trash', () => {
  it('takes no changes, and can be restored', async () => {
    const { user, notebook, id } = await openNote(trashed, '?in=trash');
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('readOnly', true);
    expect(screen.queryByRole('button', { name: 'Attach files' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Draft'));
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('readOnly', false);
  });

  it('is deleted for ever from its menu, and comes back by Undo', async () => {
    const { user, notebook, id, choose } = await openNote(trashed, '?in=trash');
    await choose('Delete for ever');
    await screen.findByText('Deleted for ever');
    expect(notebook.text(id)).toBeUndefined();
    expect(address()).toBe('/?in=trash');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notebook.text(id)).toBe(trashed));
  });

  it('goes with all others when the trash is emptied, after a question, and comes back by Undo', async () => {
    const { user, notebook, id } = await openNote(trashed, '?in=trash');
    const other = notebook.put({ text: trashed });
    await user.click(await screen.findByRole('button', { name: 'Empty trash' }));
    const dialog = screen.getByRole('dialog', { name: 'Delete 2 notes for ever?' });
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(notebook.text(id)).toBe(trashed);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Empty trash' }));
    await user.click(screen.getByRole('button', { name: 'Empty trash' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete for ever' }));
    await screen.findByText('The trash was emptied');
    expect([notebook.text(id), notebook.text(other)]).toEqual([undefined, undefined]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect([notebook.text(id), notebook.text(other)]).toEqual([trashed, trashed]));
  });
});
