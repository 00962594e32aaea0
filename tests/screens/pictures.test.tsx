import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeHome } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const png = () => new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])]);

/** Notes with so many pictures in all, ten in each, the first note last changed; its page is open. */
async function pictures(count: number) {
  const fake = createFakeServices();
  const names = Array.from({ length: count }, (_, at) => `${at}.png`);
  for (const name of names) fake.notebook.objects.set(fakeHome.prefix + name, png());
  for (let from = 0; from < count; from += 10) {
    const links = names.slice(from, from + 10).map((name) => `![${name}](attachment:~/${name})`);
    fake.notebook.put({ text: `Trip ${from / 10}\n\n${links.join('\n')}`, changedAt: 1_000_000 - from });
  }
  return { ...(await renderApp({ fake, url: '/pictures' })), fake };
}

const list = () => screen.findByRole('list', { name: 'Pictures' });
const focused = () => document.activeElement?.getAttribute('aria-label');

describe('the page of all pictures', () => {
  it('shows those of the last changed note first, but none of the trash, each with its note', async () => {
    const { fake } = await pictures(12);
    fake.notebook.put({ text: '---\ntrashed: 2026-11-22T20:17:00Z\n---\nGone\n\n![gone.png](attachment:~/gone.png)' });
    fake.notebook.put({ text: '---\npinned: true\n---\nOld\n\n[old.png](attachment:~/old.png)', changedAt: 5 });
    await waitFor(() => expect(screen.getByRole('status', { name: '' }).textContent).toBe('13 pictures'));
    const names = within(await list())
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'));
    expect(names.slice(0, 2)).toEqual(['0.png, in Trip 0', '1.png, in Trip 0']);
    expect(names.slice(-2)).toEqual(['11.png, in Trip 1', 'old.png, in Old']);
  });

  it('has only what is in sight in the page, and goes through all of it by keys', async () => {
    const { user } = await pictures(300);
    const grid = await list();
    expect(await within(grid).findByRole('button', { name: '0.png, in Trip 0' })).toBeTruthy();
    expect(within(grid).getAllByRole('button').length).toBeLessThan(80);
    const [first] = within(grid).getAllByRole('listitem');
    expect(first?.getAttribute('aria-setsize')).toBe('300');
    // Past the way to the main part, and the way back.
    for (let time = 0; time < 3; time++) await user.tab();
    expect(focused()).toBe('0.png, in Trip 0');
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(focused()).toBe('1.png, in Trip 0');
    // Seven in a row.
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('8.png, in Trip 0');
    await user.keyboard('{End}');
    expect(focused()).toBe('299.png, in Trip 29');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('292.png, in Trip 29');
    await user.keyboard('{Home}{ArrowUp}');
    expect(focused()).toBe('0.png, in Trip 0');
  });

  it('opens the gallery at a picture, and the note from there', async () => {
    const { user } = await pictures(20);
    const tile = await screen.findByRole('button', { name: '1.png, in Trip 0' });
    tile.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: '1.png' });
    expect(within(dialog).getByRole('status').textContent).toBe('2 of 20');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(tile);
    await user.click(tile);
    await screen.findByRole('dialog', { name: '1.png' });
    await user.keyboard('{End}');
    await user.click(screen.getByRole('link', { name: 'Open note Trip 1' }));
    expect(address()).toMatch(/^\/notes\/[\w-]{36}$/);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is where it was when one comes back from a note', async () => {
    const { user } = await pictures(300);
    const grid = await list();
    const scroller = grid.parentElement;
    if (scroller === null) throw new Error('nothing scrolls');
    scroller.scrollTop = 2_000;
    fireEvent.scroll(scroller);
    await user.click(await within(grid).findByRole('button', { name: '100.png, in Trip 10' }));
    await screen.findByRole('dialog', { name: '100.png' });
    await user.click(screen.getByRole('link', { name: 'Open note Trip 10' }));
    await screen.findByRole('article', { name: 'Trip 10' });
    act(() => window.history.back());
    const again = await screen.findByRole('button', { name: '100.png, in Trip 10' });
    expect(again.tabIndex).toBe(0);
    expect((await list()).parentElement?.scrollTop).toBe(2_000);
    expect(screen.queryByRole('button', { name: '0.png, in Trip 0' })).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Back to notes' }));
    await user.click(await screen.findByRole('link', { name: 'Pictures' }));
    expect((await list()).parentElement?.scrollTop).toBe(0);
  });

  it('follows the notes, and keeps the focus where its picture goes', async () => {
    const { user, fake } = await pictures(12);
    (await screen.findByRole('button', { name: '11.png, in Trip 1' })).focus();
    const id = fake.notebook.list.get().notes.find(({ title }) => title === 'Trip 1')?.id;
    if (id === undefined) throw new Error('no note');
    fake.notebook.arrive(id, 'Trip 1\n\n![10.png](attachment:~/10.png)');
    await waitFor(() => expect(screen.getByText('11 pictures')).toBeTruthy());
    expect(focused()).toBe('9.png, in Trip 0');
    await user.keyboard('{Home}');
    expect(focused()).toBe('10.png, in Trip 1');
  });

  it('says that there are none, and is reached from the notebooks', async () => {
    const { user } = await renderApp();
    await user.click(await screen.findByRole('link', { name: 'Pictures' }));
    expect(await screen.findByRole('heading', { name: 'No pictures yet' })).toBeTruthy();
    expect(address()).toBe('/pictures');
    await user.click(screen.getByRole('link', { name: 'Back to notes' }));
    expect(address()).toBe('/');
  });

  it('has nothing that axe finds', async () => {
    await pictures(30);
    await screen.findByRole('button', { name: '0.png, in Trip 0' });
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
