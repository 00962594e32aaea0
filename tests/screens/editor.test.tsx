import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/notes/note-id.ts';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const full = { kind: 'full', message: 'There is no room left on this device.', details: 'QuotaExceededError' } as const;

async function openNote(text: string, attachment?: string) {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text, ...(attachment === undefined ? {} : { attachment }) });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  await screen.findByRole('textbox', { name: 'Note' });
  return { ...app, id };
}

const note = (): HTMLTextAreaElement => {
  const box = screen.getByRole('textbox', { name: 'Note' });
  if (!(box instanceof HTMLTextAreaElement)) throw new Error('no text area');
  return box;
};
const status = () => screen.getByRole('status', { name: 'Save status' }).textContent;

describe('the editor', () => {
  it('never shows front matter, and keeps it', async () => {
    const { user, notebook, id } = await openNote('---\npinned: true\nmood: good\n---\nTitle\n');
    expect(note().value).toBe('Title\n');
    await user.type(note(), 'more');
    await waitFor(() => expect(notebook.text(id)).toBe('---\npinned: true\nmood: good\n---\nTitle\nmore'));
  });

  it('keeps the line ends of a note that came with others', async () => {
    const { user, notebook, id } = await openNote('One\r\n\r\nTwo\r\n');
    await user.type(note(), 'Three\n');
    await waitFor(() => expect(notebook.text(id)).toBe('One\r\n\r\nTwo\r\nThree\r\n'));
    expect(note().value).toBe('One\n\nTwo\nThree\n');
  });

  it('counts the words of a long note, and shows the first of very many tags', async () => {
    const { user } = await openNote(
      `${'one two '.repeat(9_000)}${Array.from({ length: 70 }, (_, at) => `#t${at}`).join(' ')}`,
    );
    expect(await screen.findByText('18,070 words')).toBeTruthy();
    expect(await screen.findByRole('link', { name: '#t49' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: '#t50' })).toBeNull();
    expect(screen.getByText('20 more tags')).toBeTruthy();
    await user.type(note(), 'three ', { initialSelectionStart: 0, initialSelectionEnd: 0 });
    expect(await screen.findByText('18,071 words')).toBeTruthy();
  });

  it('says where the last change stands, step by step', async () => {
    const { user, notebook, id } = await openNote('Title');
    expect(status()).toMatch(/^Saved \S/);
    const release = notebook.hold();
    await user.type(note(), '!');
    expect(status()).toBe('Saving…');
    await act(release);
    expect(status()).toBe('Saved on this device');
    const sending = { kind: 'save', text: 'Title!', attachment: null, version: 1, since: fakeNow } as const;
    act(() => notebook.patch(id, { sending, waiting: null }));
    expect(status()).toBe('Sending…');
    act(() => notebook.confirm(id));
    expect(status()).toMatch(/^Saved \S/);
  });

  it('writes what was typed while a write was on its way', async () => {
    const { user, notebook, id } = await openNote('');
    const release = notebook.hold();
    await user.type(note(), 'every letter of it');
    expect(notebook.text(id)).toBe('');
    await act(release);
    await waitFor(() => expect(notebook.text(id)).toBe('every letter of it'));
  });

  it('writes what was typed last although the note is left at once', async () => {
    const { user, notebook, id } = await openNote('');
    const release = notebook.hold();
    await user.type(note(), 'last words');
    await user.click(screen.getByRole('link', { name: 'Trash' }));
    await act(release);
    await waitFor(() => expect(notebook.text(id)).toBe('last words'));
  });

  it('takes in what another device wrote, and keeps the caret at its place in the text', async () => {
    const { user, notebook, id } = await openNote('First\n\nSecond');
    await user.click(note());
    note().setSelectionRange(13, 13);
    act(() => notebook.arrive(id, 'First, and more\n\nSecond'));
    expect(note().value).toBe('First, and more\n\nSecond');
    expect(note().selectionStart).toBe(23);
    await user.keyboard('!');
    await waitFor(() => expect(notebook.text(id)).toBe('First, and more\n\nSecond!'));
  });

  it('merges what arrives while something typed is not written yet', async () => {
    const { user, notebook, id } = await openNote('one\n\ntwo\n\nthree');
    const release = notebook.hold();
    await user.click(note());
    note().setSelectionRange(15, 15);
    await user.keyboard(' here');
    act(() => notebook.arrive(id, 'one there\n\ntwo\n\nthree'));
    expect(note().value).toBe('one\n\ntwo\n\nthree here');
    await act(release);
    await waitFor(() => expect(note().value).toBe('one there\n\ntwo\n\nthree here'));
    expect(notebook.text(id)).toBe('one there\n\ntwo\n\nthree here');
    expect(note().selectionStart).toBe(26);
  });

  it('says loudly that the device takes nothing, keeps the text, and writes it on demand', async () => {
    const { user, notebook, id } = await openNote('Title');
    notebook.refuseWrites(full);
    await user.type(note(), ' kept');
    expect((await screen.findByRole('alert')).textContent).toContain(full.message);
    expect(status()).toBe('Not saved');
    expect(note().value).toBe('Title kept');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    notebook.refuseWrites(null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(notebook.text(id)).toBe('Title kept');
    expect(status()).toBe('Saved on this device');
  });

  it('puts the text on the clipboard where it cannot be saved', async () => {
    const { user, notebook } = await openNote('Title');
    notebook.refuseWrites(full);
    await user.type(note(), ' kept');
    await user.click(await screen.findByRole('button', { name: 'Copy text' }));
    expect(await navigator.clipboard.readText()).toBe('Title kept');
  });

  it('says why AWS does not take a note, with the original error under Details', async () => {
    const { notebook, id } = await openNote('Huge');
    const failure = { kind: 'too-large', message: 'The note is too large for AWS.', details: 'HTTP 413' };
    act(() =>
      notebook.patch(id, {
        waiting: { kind: 'save', since: fakeNow },
        problem: { failure, attempts: 1, nextTryAt: null },
      }),
    );
    const alert = screen.getByRole('alert').textContent;
    expect(alert).toContain('The note is too large for AWS. The text is safe on this device.');
    expect(alert).toContain('HTTP 413');
  });

  it('says that a note was deleted elsewhere, and keeps its text as a new note', async () => {
    const { user, notebook, id } = await openNote('Still wanted');
    act(() => notebook.arrive(id, null));
    expect(screen.getByText('This note was deleted elsewhere')).toBeTruthy();
    expect(note().readOnly).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Keep it as a new note' }));
    await waitFor(() => expect(screen.queryByText('This note was deleted elsewhere')).toBeNull());
    expect(address()).not.toBe(`/notes/${id}`);
    expect(notebook.list.get().notes.map(({ title }) => title)).toEqual(['Still wanted']);
  });

  it('says that there is no such note, and shows it when it arrives', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.newId();
    await renderApp({ fake, url: `/notes/${id}` });
    expect(await screen.findByText('This note is not here')).toBeTruthy();
    act(() => fake.notebook.arrive(id, 'Here now'));
    expect(note().value).toBe('Here now');
  });
});

describe('a new note', () => {
  it('has the focus, and is nothing until the first key', async () => {
    const { user, notebook } = await renderApp();
    await user.click(screen.getByRole('link', { name: 'New note' }));
    expect(document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Note' }));
    expect(notebook.list.get().notes).toEqual([]);
    expect(document.title).toBe('New note · Satchel');
    expect(status()).toBe('');
  });

  it('gets its address with the first key, and the typing goes on in the same text box', async () => {
    const { user, notebook } = await renderApp({ url: '/notes/new' });
    const box = await screen.findByRole('textbox', { name: 'Note' });
    await user.keyboard('A');
    await waitFor(() => expect(address()).toMatch(/^\/notes\/[0-9a-f-]{36}$/));
    await user.keyboard('pples');
    expect(note()).toBe(box);
    expect(document.activeElement).toBe(box);
    expect(await screen.findByRole('link', { name: 'Apples' })).toBeTruthy();
    expect(notebook.list.get().notes).toHaveLength(1);
    expect(document.title).toBe('Apples · Satchel');
  });

  it('is another one when asked for again', async () => {
    const { user, notebook } = await renderApp({ url: '/notes/new' });
    await screen.findByRole('textbox', { name: 'Note' });
    await user.keyboard('One');
    await screen.findByRole('link', { name: 'One' });
    await user.click(screen.getByRole('link', { name: 'New note' }));
    await waitFor(() => expect(note().value).toBe(''));
    await user.keyboard('Two');
    await screen.findByRole('link', { name: 'Two' });
    const ids = notebook.list.get().notes.map(({ id }): NoteId => id);
    expect(new Set(ids).size).toBe(2);
  });
});
