import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Snapshot } from '#src/services.ts';
import { createFakeServices, type FakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const minute = 60_000;

/** Kept texts of the note, the newest first. */
function kept(fake: FakeServices, noteId: NoteId, versions: readonly (readonly [Snapshot['reason'], string])[]) {
  for (const [index, [reason, text]] of versions.entries()) {
    fake.notebook.snapshots.push({ id: 100 + index, noteId, at: fakeNow - (index + 1) * minute, text, reason });
  }
}

async function openHistory(present: string, versions: readonly (readonly [Snapshot['reason'], string])[]) {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text: present });
  kept(fake, id, versions);
  const app = await renderApp({ fake, url: `/notes/${id}/history` });
  await screen.findByRole('heading', { name: 'History' });
  return { ...app, id };
}

const compared = () => screen.getByRole('region', { name: 'Compared with the note as it is now' });
const marked = (role: 'insertion' | 'deletion') =>
  within(compared())
    .queryAllByRole(role)
    .map(({ textContent }) => textContent)
    .slice(1);

describe('the history of a note', () => {
  it('is opened from its menu, and leads back to the note and its list', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: '---\ntrashed: 2026-11-20T10:00:00Z\n---\nGarden' });
    const { user } = await renderApp({ fake, url: `/notes/${id}?in=trash` });
    await screen.findByRole('textbox', { name: 'Note' });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('menuitem', { name: 'History' }));
    expect(await screen.findByRole('heading', { name: 'No earlier versions yet' })).toBeTruthy();
    expect(address()).toBe(`/notes/${id}/history?in=trash`);
    await user.click(screen.getByRole('link', { name: 'Back to the note' }));
    expect(address()).toBe(`/notes/${id}?in=trash`);
  });

  it('says when and why each version was kept', async () => {
    await openHistory('Garden', [
      ['writing', 'One'],
      ['mine', 'Two'],
      ['theirs', 'Three'],
      ['replaced', 'Four'],
    ]);
    const radios = await screen.findAllByRole('radio');
    const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
    expect(radios.map((radio) => radio.closest('label')?.textContent)).toEqual([
      `${time.format(fakeNow - minute)}Before a stretch of writing`,
      `${time.format(fakeNow - 2 * minute)}Your version before a merge`,
      `${time.format(fakeNow - 3 * minute)}The other device’s version before a merge`,
      `${time.format(fakeNow - 4 * minute)}Before another device’s text took its place`,
    ]);
    expect(document.title).toBe('History of Garden · Satchel');
  });

  it('shows what differs from now, version by version, with the arrows', async () => {
    const { user } = await openHistory('Garden\n\nSow the peas in spring', [
      ['writing', 'Garden\n\nSow the beans in spring'],
      ['writing', 'Garden'],
    ]);
    const [first] = await screen.findAllByRole('radio');
    expect(marked('deletion')).toEqual(['beans']);
    expect(marked('insertion')).toEqual(['peas']);
    first?.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(marked('deletion')).toEqual([]));
    expect(marked('insertion')).toEqual(['\n\nSow the peas in spring']);
  });

  it('says so where the text is the same, and what else was another way', async () => {
    await openHistory('Garden', [['writing', '---\npinned: true\ntags: [home]\n---\nGarden']]);
    expect(await screen.findByText(/There is no difference to the text as it is now\./)).toBeTruthy();
    expect(compared().textContent).toContain('It was pinned.');
    expect(compared().textContent).toContain('Its tags were #home.');
  });

  it('folds long unchanged stretches, and unfolds them', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `Line ${at}`);
    const { user } = await openHistory(`${lines.join('\n')}\nnew end`, [['writing', `${lines.join('\n')}\nold end`]]);
    expect(await screen.findByRole('button', { name: '37 unchanged lines' })).toBeTruthy();
    expect(compared().textContent).not.toContain('Line 20');
    expect(compared().textContent).toContain('Line 39');
    await user.click(screen.getByRole('button', { name: '37 unchanged lines' }));
    expect(compared().textContent).toContain('Line 20');
  });

  it('restores a version, out of the trash, and takes that back', async () => {
    const { user, notebook, id } = await openHistory('Garden, rewritten', [
      ['writing', '---\ntrashed: 2026-11-20T10:00:00Z\npinned: true\n---\nGarden'],
    ]);
    await user.click(await screen.findByRole('button', { name: 'Restore this version' }));
    await screen.findByText('Restored');
    expect(notebook.text(id)).toBe('---\npinned: true\n---\nGarden');
    // What was looked at stays chosen, and the text that was replaced is a version now.
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(2));
    expect(screen.getAllByRole('radio').map((radio) => 'checked' in radio && radio.checked)).toEqual([false, true]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Garden, rewritten'));
  });

  it('says why a version could not be restored', async () => {
    const { user, notebook } = await openHistory('Garden', [['writing', 'Old']]);
    notebook.refuseWrites({ kind: 'full', message: 'There is no room left on this device.', details: '' });
    await user.click(await screen.findByRole('button', { name: 'Restore this version' }));
    expect(await screen.findByText('There is no room left on this device.')).toBeTruthy();
  });

  it('puts a version on the clipboard, as it is read', async () => {
    const { user } = await openHistory('Garden', [['writing', '---\npinned: true\n---\nOld garden']]);
    await user.click(await screen.findByRole('button', { name: 'Copy text' }));
    expect(await navigator.clipboard.readText()).toBe('Old garden');
  });

  it('follows the note', async () => {
    const { notebook, id } = await openHistory('Garden', [['writing', 'Old garden']]);
    await screen.findAllByRole('radio');
    act(() => notebook.arrive(id, 'Old garden and a pond'));
    await waitFor(() => expect(marked('insertion')).toEqual([' and a pond']));
  });

  it('of a note that is gone can bring it back', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.newId();
    kept(fake, id, [['gone', 'Garden']]);
    const { user } = await renderApp({ fake, url: `/notes/${id}/history` });
    await user.click(await screen.findByRole('button', { name: 'Restore this version' }));
    expect(await screen.findByText('The note is back')).toBeTruthy();
    expect(fake.notebook.text(id)).toBe('Garden');
  });

  it('of no note is no page', async () => {
    await renderApp({ url: `/notes/${'x'.repeat(200)}/history` });
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
  });
});

describe('notes removed elsewhere', () => {
  it.each([
    ['/settings', 'Settings'],
    ['/?in=trash', 'The trash is empty'],
  ])('are reached from %s', async (url, heading) => {
    const { user } = await renderApp({ url });
    await screen.findByRole('heading', { name: heading });
    await user.click(screen.getByRole('link', { name: 'Notes removed elsewhere' }));
    expect(await screen.findByRole('heading', { name: 'None is missing' })).toBeTruthy();
    expect(address()).toBe('/gone');
  });

  it('are reached from a trash with notes in it', async () => {
    const fake = createFakeServices();
    fake.notebook.put({ text: '---\ntrashed: 2026-11-20T10:00:00Z\n---\nDraft' });
    await renderApp({ fake, url: '/?in=trash' });
    expect(screen.getByRole('link', { name: 'Notes removed elsewhere' }).getAttribute('href')).toBe('/gone');
  });

  it('come back, out of the trash, and can be opened', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.newId();
    kept(fake, id, [['gone', '---\ntrashed: 2026-11-20T10:00:00Z\n---\nGarden\n\nBeans']]);
    const { user } = await renderApp({ fake, url: '/gone' });
    const row = (await screen.findByRole('heading', { name: 'Garden' })).closest('li');
    expect(row?.textContent).toContain('Beans');
    expect(row?.textContent).toContain('Removed');
    await user.click(screen.getByRole('button', { name: 'Bring back “Garden”' }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Garden' })).toBeNull());
    expect(fake.notebook.text(id)).toBe('Garden\n\nBeans');
    expect(document.activeElement?.contains(screen.getByText('None is missing'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(address()).toBe(`/notes/${id}`);
  });
});
