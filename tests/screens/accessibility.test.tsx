import { act, screen } from '@testing-library/react';
import { run } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { setWindowSize } from '../support/browser-gaps.ts';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { picked } from '../support/picked.ts';
import { renderApp } from '../support/render-app.tsx';

/** What axe finds in the page. Colours are not computed here: tests/screens/contrast.test.tsx looks at them. */
async function violations(): Promise<readonly string[]> {
  const { violations: found } = await run(document, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

function library() {
  const fake = createFakeServices();
  const id = fake.notebook.put({
    text: '---\npinned: true\n---\nGarden #home\n\n[plan.pdf](attachment:~/plan.pdf)\n![lost.png](attachment:~/lost.png)',
  });
  fake.notebook.patch(id, { waiting: { kind: 'save', since: fakeNow } });
  fake.notebook.put({ text: '---\ntrashed: 2026-11-20T10:00:00Z\n---\nDraft' });
  return { fake, id };
}

describe('axe finds nothing', { timeout: 30_000 }, () => {
  it.each([
    ['in the library', '/', 'All notes'],
    ['in an empty notebook', '/?in=archive', 'The archive is empty'],
    ['in the trash', '/?in=trash', 'Trash'],
    ['in a new note', '/notes/new', 'New note'],
    ['in settings', '/settings', 'Settings'],
    ['in an empty ledger', '/unsent', 'Not sent yet'],
    ['where no note was removed elsewhere', '/gone', 'Notes removed elsewhere'],
    ['on the connection page', '/help', 'Connection'],
    ['on a page that is not there', '/nowhere', 'Page not found'],
  ])('%s', async (_, url, heading) => {
    document.documentElement.lang = 'en';
    await renderApp({ fake: library().fake, url });
    await screen.findByRole('heading', { name: heading });
    expect(await violations()).toEqual([]);
  });

  it('in a note with attachments, uploads, a notice and an open menu', async () => {
    document.documentElement.lang = 'en';
    const { fake, id } = library();
    const { user } = await renderApp({ fake, url: `/notes/${id}` });
    await screen.findByText('Missing: it is deleted, or AWS does not let you reach it.');
    act(() => {
      fake.notebook.files.attach(id, [picked(new File(['a'], 'scan.tiff'))], null);
      fake.notebook.arrive(id, null);
    });
    await user.click(screen.getByRole('button', { name: 'Account' }));
    expect(await violations()).toEqual([]);
  });

  it('in the ledger, with every kind of change, a notice and an open question', async () => {
    document.documentElement.lang = 'en';
    const { fake, id } = library();
    const failure = { kind: 'unavailable', message: 'AWS is busy.', details: 'HTTP 503' };
    fake.notebook.patch(fake.notebook.put({ text: 'Huge' }), {
      base: null,
      waiting: { kind: 'save', since: fakeNow },
      problem: { failure, attempts: 2, nextTryAt: null },
    });
    fake.notebook.patch(fake.notebook.put({ text: 'Leaving' }), {
      waiting: { kind: 'delete', since: fakeNow, notBefore: fakeNow },
    });
    fake.notebook.aside.push({ id: '1', at: fakeNow, json: '1' });
    fake.notebook.files.attach(id, [picked(new File(['a'], 'scan.tiff'))], null);
    const { user } = await renderApp({ fake, url: '/unsent' });
    await screen.findByText('1 stored item could not be read as notes');
    await screen.findByText('Huge');
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Discard new note “Huge”' }));
    expect(await violations()).toEqual([]);
  });

  it('in the history of a note, and among notes removed elsewhere', async () => {
    document.documentElement.lang = 'en';
    const { fake, id } = library();
    const lines = 'Line\n'.repeat(20);
    fake.notebook.snapshots.push({ id: 1, noteId: id, at: fakeNow, text: `Garden\n${lines}`, reason: 'writing' });
    const gone = fake.notebook.newId();
    fake.notebook.snapshots.push({ id: 2, noteId: gone, at: fakeNow, text: 'Gone', reason: 'gone' });
    const { page } = await renderApp({ fake, url: `/notes/${id}/history` });
    await screen.findByRole('radio');
    expect(await violations()).toEqual([]);
    page.unmount();
    await renderApp({ fake, url: '/gone' });
    await screen.findByRole('button', { name: 'Bring back “Gone”' });
    expect(await violations()).toEqual([]);
  });

  it('in a note that was changed in two places at once', async () => {
    document.documentElement.lang = 'en';
    const fake = createFakeServices();
    const mark = '###### Edited in two places.';
    const block = `${mark} First version ↓\nhere\n${mark} Second version ↓\n${mark} End of both versions ↑`;
    const id = fake.notebook.put({ text: `Trip\n${block}\n${block}` });
    fake.evicted.set(true);
    await renderApp({ fake, url: `/notes/${id}` });
    await screen.findByRole('heading', { name: 'Changed in two places at once' });
    expect(await violations()).toEqual([]);
  });

  it('in the question before signing out', async () => {
    document.documentElement.lang = 'en';
    const { fake } = library();
    const { user } = await renderApp({ fake });
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    await screen.findByRole('alert');
    expect(await violations()).toEqual([]);
  });

  it('in a dialog', async () => {
    document.documentElement.lang = 'en';
    const { user } = await renderApp({ fake: library().fake });
    await user.keyboard('?');
    await screen.findByRole('dialog');
    expect(await violations()).toEqual([]);
  });

  it('in the summary of an export', async () => {
    document.documentElement.lang = 'en';
    const { user } = await renderApp({ fake: library().fake, url: '/settings' });
    await user.click(await screen.findByRole('button', { name: 'Export all notes' }));
    await screen.findByRole('button', { name: 'Save again' });
    expect(await violations()).toEqual([]);
  });

  it('on a phone, with the notebooks open', async () => {
    document.documentElement.lang = 'en';
    setWindowSize(390);
    const { user } = await renderApp({ fake: library().fake });
    await user.click(screen.getByRole('button', { name: 'Show notebooks' }));
    await screen.findByRole('dialog', { name: 'Notebooks' });
    expect(await violations()).toEqual([]);
  });
});
