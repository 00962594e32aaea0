import { act, fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Upload } from '#src/services.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { picked } from '../support/picked.ts';
import { renderApp } from '../support/render-app.tsx';

const megabyte = 2 ** 20;
const lost: Upload['state'] = {
  kind: 'file needed',
  failure: { kind: 'no file', message: 'The tab with this file is gone.', details: '' },
};

/** A film that is sent from where it is, of the size of `file`. */
async function withFilm(part: Partial<Upload>, url: 'its note' | '/unsent' = 'its note') {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text: 'The film' });
  await fake.notebook.files.attach(id, [picked(new File(['abcd'], 'film.mp4'))], null);
  const { uploads } = fake.notebook.files;
  const set = (told: Partial<Upload>) => uploads.set(uploads.get().map((one) => ({ ...one, ...told })));
  set({ streamedFrom: 'this tab', ...part });
  const app = await renderApp({ fake, url: url === 'its note' ? `/notes/${id}` : url });
  await screen.findByRole('heading', { name: url === '/unsent' ? 'Files' : 'Attachments' });
  return { ...app, set, upload: () => uploads.get()[0] };
}

const input = () => screen.getByLabelText('Choose film.mp4 again', { selector: 'input' });
const button = () => screen.getByRole('button', { name: 'Choose film.mp4 again' });

describe('a file that is sent from where it is', () => {
  it('says that its tab is to be kept open, as long as it is on its way from this tab', async () => {
    const { set } = await withFilm({ state: { kind: 'sending' }, totalBytes: 600 * megabyte });
    const keepOpen = 'Keep this tab open until it has arrived.';
    expect(screen.getByText(keepOpen)).toBeTruthy();
    act(() => set({ state: { kind: 'waiting' } }));
    expect(screen.getByText(keepOpen)).toBeTruthy();
    expect(screen.getByText(/· Waiting to be sent$/)).toBeTruthy();
    act(() => set({ state: { kind: 'paused' } }));
    expect(screen.queryByText(keepOpen)).toBeNull();
    act(() => set({ state: { kind: 'sending' }, streamedFrom: 'another tab' }));
    expect(screen.getByText('It is sent from another tab. Keep that one open until it has arrived.')).toBeTruthy();
  });

  it('does not claim to be on this device where AWS has refused it', async () => {
    await withFilm({ state: { kind: 'failed', failure: { kind: 'denied', message: 'AWS refused it.', details: '' } } });
    expect(screen.getByRole('alert').textContent).toContain('AWS does not let you put files');
    expect(screen.queryByText(/Only on this device/)).toBeNull();
  });

  it.each([
    ['its note', 'its note'],
    ['the ledger', '/unsent'],
  ] as const)('is chosen again in %s, and goes on; the focus stays with it', async (_, url) => {
    const { upload } = await withFilm({ state: lost }, url);
    expect(screen.getByRole('alert').textContent).toBe('The tab with this file is gone.');
    act(() => button().focus());
    // The browser leaves the focus where it is while a file is chosen.
    await act(async () => void fireEvent.change(input(), { target: { files: [new File(['abcd'], 'film.mp4')] } }));
    expect(upload()?.state).toEqual({ kind: 'sending' });
    expect(screen.queryByRole('button', { name: 'Choose film.mp4 again' })).toBeNull();
    expect(document.activeElement?.textContent).toContain('film.mp4');
    expect(document.activeElement).not.toBe(document.body);
  });

  it('says why a file is not the one, and takes another choice', async () => {
    const { user, upload } = await withFilm({ state: lost });
    await user.upload(input(), new File(['abc'], 'film.mp4'));
    expect(screen.getByRole('alert').textContent).toBe('This is another file.');
    await user.upload(input(), new File(['abcd'], 'film.mp4'));
    expect(upload()?.state).toEqual({ kind: 'sending' });
  });

  it('is compared before it goes on, and takes no second choice meanwhile', async () => {
    const { set } = await withFilm({ state: lost });
    act(() => button().focus());
    act(() => set({ state: { kind: 'comparing' } }));
    expect(screen.getByRole('alert').textContent).toBe('Comparing it with what has been sent');
    expect(document.activeElement).toBe(button());
    expect(button().getAttribute('aria-disabled')).toBe('true');
  });

  it('is cancelled without the file', async () => {
    const { user, upload } = await withFilm({ state: lost });
    await user.click(screen.getByRole('button', { name: 'Cancel film.mp4' }));
    expect(upload()).toBeUndefined();
  });

  it('is named at sign-out as one to choose again', async () => {
    const { user } = await withFilm({ state: lost });
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('a file that has to be chosen again')).toBeTruthy();
  });

  it('has sign-out lead to where it is chosen again, where that is to send first', async () => {
    const { user } = await withFilm({ state: lost });
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Send now' }));
    const said = await within(dialog).findByRole('alert');
    expect(said.textContent).not.toContain('Try again in a moment.');
    await user.click(within(said).getByRole('link', { name: 'Choose them' }));
    expect(await screen.findByRole('heading', { name: 'Not sent yet' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(button()).toBeTruthy();
  });

  it.each(['its note', '/unsent'] as const)('has nothing that axe finds in %s', { timeout: 30_000 }, async (url) => {
    await withFilm({ state: lost }, url);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
