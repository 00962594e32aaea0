import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { blobAddresses } from '../support/browser-gaps.ts';
import { createFakeServices, fakeHome } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';

const png = () => new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])]);

/** A note with three pictures, of which the last is none, and a plan; the first is open in the gallery. */
async function gallery() {
  const fake = createFakeServices();
  for (const name of ['a.png', 'b.png']) fake.notebook.objects.set(fakeHome.prefix + name, png());
  fake.notebook.objects.set(`${fakeHome.prefix}c.png`, new Blob(['<svg onload="alert(1)"/>']));
  const links = ['plan.pdf', 'a.png', 'b.png', 'c.png'].map((name) => `[${name}](attachment:~/${name})`);
  const id = fake.notebook.put({ text: `Trip\n\n${links.join('\n')}` });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  const opener = await screen.findByRole('button', { name: 'Show a.png large' });
  await app.user.click(opener);
  const dialog = await screen.findByRole('dialog', { name: 'a.png' });
  return { ...app, fake, dialog, opener, button: (name: string) => within(dialog).getByRole('button', { name }) };
}

const named = (name: string) => screen.findByRole('dialog', { name });
const sizeOf = async (name: string) => (await screen.findByRole('region', { name })).querySelector('img')?.style.width;

describe('the gallery', () => {
  it('shows the pictures of the note one by one, by buttons and by keys', async () => {
    const { user, dialog, button } = await gallery();
    expect(within(dialog).getByRole('status').textContent).toBe('1 of 3');
    expect(button('Previous picture').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('Next picture'));
    expect(await named('b.png')).toBe(dialog);
    await user.keyboard('{ArrowLeft}');
    await named('a.png');
    await user.keyboard('{End}');
    await named('c.png');
    expect(await within(dialog).findByText(/This is no picture/)).toBeTruthy();
    await user.keyboard('{PageDown}{PageUp}');
    await named('b.png');
    await user.keyboard('{Home}{ArrowLeft}');
    await named('a.png');
  });

  it('says of a picture that is too large that it can be downloaded', async () => {
    const fake = createFakeServices();
    fake.notebook.objects.set(`${fakeHome.prefix}a.png`, png());
    fake.notebook.objects.set(`${fakeHome.prefix}b.png`, png());
    fake.notebook.tooLarge.add(`${fakeHome.prefix}b.png`);
    const id = fake.notebook.put({ text: '[a.png](attachment:~/a.png) [b.png](attachment:~/b.png)' });
    const { user, notebook } = await renderApp({ fake, url: `/notes/${id}` });
    expect(await screen.findByText(/Too large to be shown$/)).toBeTruthy();
    expect(screen.queryByRole('img', { name: 'b.png' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Show a.png large' }));
    await user.keyboard('{ArrowRight}');
    const dialog = await named('b.png');
    expect(await within(dialog).findByText(/too large to be shown here/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Download b.png' }));
    expect(notebook.downloads).toEqual([`${fakeHome.prefix}b.png`]);
  });

  it('makes a picture larger and smaller, and the next one begins as large as the window', async () => {
    const { user, button } = await gallery();
    expect(await sizeOf('a.png')).toBe('100%');
    await user.click(button('Larger'));
    expect(await sizeOf('a.png')).toBe('150%');
    await user.keyboard('++-');
    expect(await sizeOf('a.png')).toBe('200%');
    // The arrows move it about now, though the focus is on a button.
    const { scrollLeft, scrollTop } = screen.getByRole('region', { name: 'a.png' });
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowDown}');
    expect(await sizeOf('a.png')).toBe('200%');
    expect(screen.getByRole('region', { name: 'a.png' }).scrollLeft).toBeGreaterThan(scrollLeft);
    expect(screen.getByRole('region', { name: 'a.png' }).scrollTop).toBeGreaterThan(scrollTop);
    await user.keyboard('0');
    expect(await sizeOf('a.png')).toBe('100%');
    await user.dblClick(screen.getByRole('region', { name: 'a.png' }));
    expect(await sizeOf('a.png')).toBe('200%');
    await user.click(button('Next picture'));
    expect(await sizeOf('b.png')).toBe('100%');
  });

  it('tells why there is no picture, and tries again', async () => {
    const { user, fake, dialog } = await gallery();
    fake.notebook.objects.delete(`${fakeHome.prefix}b.png`);
    await user.keyboard('{ArrowRight}');
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Missing');
    fake.notebook.objects.set(`${fakeHome.prefix}b.png`, png());
    await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
    expect(await sizeOf('b.png')).toBe('100%');
  });

  it('downloads, closes, gives the focus back and lets its picture go', async () => {
    const { user, fake, opener, button } = await gallery();
    await user.click(button('Download a.png'));
    await waitFor(() => expect(fake.notebook.downloads).toEqual([`${fakeHome.prefix}a.png`]));
    const address = await waitFor(() => {
      const src = screen.getByRole('dialog').querySelector('img')?.src ?? '';
      expect([...blobAddresses]).toContain(src);
      return src;
    });
    await user.click(button('Close'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener);
    await waitFor(() => expect([...blobAddresses]).not.toContain(address));
  });

  it('is closed by the way back, which does not leave the note, and leaves nothing behind in the history when it is closed otherwise', async () => {
    const { user, opener } = await gallery();
    const { href } = window.location;
    const states = () => ({ length: window.history.length, state: window.history.state });
    await user.keyboard('{ArrowRight}');
    await named('b.png');
    window.history.back();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener);
    expect(window.location.href).toBe(href);
    const closed = states();

    await user.click(opener);
    const again = await named('a.png');
    expect(states().state).not.toEqual(closed.state);
    await user.click(within(again).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(states()).toEqual(closed));
    expect(window.location.href).toBe(href);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be opened again where the browser has closed it by itself', async () => {
    const { user, dialog, opener } = await gallery();
    if (!(dialog instanceof HTMLDialogElement)) throw new Error('no dialog');
    dialog.close();
    dialog.dispatchEvent(new Event('close'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(opener);
    expect(await named('a.png')).toBeTruthy();
  });

  it('opens from a picture in the note as it reads, and gives the focus back to it', async () => {
    const fake = createFakeServices();
    for (const name of ['a.png', 'b.png']) fake.notebook.objects.set(fakeHome.prefix + name, png());
    const [shown, linked] = ['![b.png](attachment:~/b.png)', '[![in a link](attachment:~/a.png)](https://example.com)'];
    const id = fake.notebook.put({ text: `Trip\n\n[a.png](attachment:~/a.png)\n\n${shown}\n\n${linked}` });
    const { user } = await renderApp({ fake, url: `/notes/${id}` });
    await user.click(await screen.findByRole('button', { name: 'Read' }));
    const picture = await screen.findByText('b.png', { selector: 'button' });
    expect(screen.getByText('in a link').closest('button')).toBeNull();
    picture.focus();
    await user.keyboard('{Enter}');
    expect(within(await named('b.png')).getByRole('status').textContent).toBe('2 of 2');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(picture);
  });

  it('has nothing that axe finds', async () => {
    const { dialog } = await gallery();
    const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
