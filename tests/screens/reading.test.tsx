import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { blobAddresses, comeNear } from '../support/browser-gaps.ts';
import { createFakeServices, fakeHome } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const png = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])]);

const read = async (text: string) => {
  const fake = createFakeServices();
  const other = fake.notebook.put({ text: 'Other note' });
  const id = fake.notebook.put({ text });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  await app.user.click(await screen.findByRole('button', { name: 'Read' }));
  return { ...app, id, other };
};

describe('the read view', () => {
  it('shows a note as it reads, and goes back to the text', async () => {
    const { user } = await read('# Plan\n\n| a | b |\n| - | - |\n| 1 | 2 |');
    expect(await screen.findByRole('cell', { name: '2' })).toBeTruthy();
    expect(await screen.findByRole('heading', { name: 'Plan', level: 2 })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Write' }));
    expect(await screen.findByRole('textbox', { name: 'Note' })).toBeTruthy();
  });

  it('ticks tasks in the text', async () => {
    const { user, notebook, id } = await read('Plan\n\n- [ ] boots\n- [x] map');
    await user.click(await screen.findByRole('checkbox', { name: 'boots' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Plan\n\n- [x] boots\n- [x] map'));
    await user.click(await screen.findByRole('checkbox', { name: 'map' }));
    await waitFor(() => expect(notebook.text(id)).toBe('Plan\n\n- [x] boots\n- [ ] map'));
  });

  it('keeps the focus on the box that a key ticks', async () => {
    const { user, notebook, id } = await read('Plan\n\n- [ ] boots\n- [ ] boots\n- [ ] map');
    const [, second] = await screen.findAllByRole('checkbox', { name: 'boots' });
    second?.focus();
    await user.keyboard(' ');
    await waitFor(() => expect(notebook.text(id)).toBe('Plan\n\n- [ ] boots\n- [x] boots\n- [ ] map'));
    await waitFor(() => expect(second?.isConnected).toBe(false));
    expect(document.activeElement).toBe(screen.getAllByRole('checkbox', { name: 'boots' })[1]);
    await user.keyboard(' ');
    await waitFor(() => expect(notebook.text(id)).toBe('Plan\n\n- [ ] boots\n- [ ] boots\n- [ ] map'));
  });

  it('locks a task that the text may have elsewhere', async () => {
    await read('Plan\n\n<!--\n- [ ] hidden\n-->\n\n- - [ ] shown');
    expect(await screen.findByRole('checkbox', { name: 'shown' })).toHaveProperty('disabled', true);
  });

  it('shows a long note piece by piece', async () => {
    const { user } = await read(`Long\n\n${'- line\n'.repeat(1500)}\nthe very end`);
    await screen.findAllByText('line');
    expect(screen.queryByText('the very end')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('the very end')).toBeTruthy();
  });

  it('leads to other notes', async () => {
    const { user, other } = await read('See [[other NOTE]]');
    await user.click(await screen.findByRole('link', { name: 'other NOTE' }));
    expect(address()).toBe(`/notes/${other}`);
  });

  it('makes way for a new note, which is written', async () => {
    const { user } = await read('Plan');
    await user.click(screen.getByRole('link', { name: 'New note' }));
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Begun');
    expect(await screen.findByRole('article', { name: 'Begun' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Begun');
  });

  it('has an outline of its headings', async () => {
    const { user } = await read('# A\n\n## B\n\n## C');
    const outline = await screen.findByRole('navigation', { name: 'Outline', hidden: true });
    expect(
      within(outline)
        .getAllByRole('button', { hidden: true })
        .map(({ textContent }) => textContent),
    ).toEqual(['A', 'B', 'C']);
    await user.click(within(outline).getByRole('button', { name: 'B', hidden: true }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'B' }));
  });

  it.each([
    ['# Title\n\n## A\n\n#### B\n\n## C', ['2 Title', '3 A', '4 B', '3 C']],
    ['Title\n\n## A\n\n# B\n\n## C', ['2 Title', '3 A', '3 B', '4 C']],
    ['## Title\n\n# A', ['2 Title', '3 A']],
  ])('has its headings under its title, without a gap: %j', async (text, expected) => {
    await read(text);
    await screen.findByRole('heading', { name: 'A' });
    const article = within(screen.getByRole('article'));
    const told = () =>
      article
        .getAllByRole('heading')
        .map((heading) => `${heading.getAttribute('aria-level') ?? heading.localName.slice(1)} ${heading.textContent}`);
    await waitFor(() => expect(told()).toEqual(expected));
  });

  it('colours code in languages that it knows, and leaves the rest as it is', async () => {
    await read('Code\n\n```js\nconst a = "<b>";\n```\n\n~~~ unheard-of\nconst b;\n~~~\n\n    const c;');
    const keyword = await screen.findByText('const', { selector: '.hljs-keyword' });
    expect(keyword.closest('pre')?.textContent).toBe('const a = "<b>";\n');
    expect(screen.getByText('const b;').childElementCount).toBe(0);
    expect(screen.getByText('const c;').childElementCount).toBe(0);
  });

  it('fetches pictures that come near, and lets go of them', async () => {
    const fake = createFakeServices();
    for (const name of ['a.png', 'b.png']) fake.notebook.objects.set(fakeHome.prefix + name, png);
    const id = fake.notebook.put({ text: 'Trip\n\n![first](attachment:~/a.png)\n\n![second](attachment:~/b.png)' });
    const { user } = await renderApp({ fake, url: `/notes/${id}` });
    await user.click(await screen.findByRole('button', { name: 'Read' }));
    const first = await screen.findByText('first', { selector: '[data-picture]' });
    // The small picture in the list and those among the attachments have come by then.
    await waitFor(() => expect(screen.getByRole('list', { name: 'Notes' }).querySelector('img')).toBeTruthy());
    const attached = within(screen.getByRole('list', { name: 'Attachments' }));
    expect(await attached.findAllByRole('button', { name: /^Show .* large$/ })).toHaveLength(2);
    const before = blobAddresses.size;
    comeNear(first);
    await waitFor(() => expect(within(first).getByRole('img', { name: 'first' })).toBeTruthy());
    expect(within(screen.getByText('second', { selector: '[data-picture]' })).queryByRole('img')).toBeNull();
    await waitFor(() => expect(blobAddresses.size).toBe(before + 1));
    await user.click(screen.getByRole('button', { name: 'Write' }));
    await waitFor(() => expect(blobAddresses.size).toBe(before));
  });

  it('shows what is hostile as text', async () => {
    await read('Note\n\n<img src=x onerror=alert(1)>\n\n[click](javascript:alert(1))');
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'click' })).toBeNull();
  });
});
