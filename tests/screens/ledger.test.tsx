import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { NoteRecord } from '#src/services.ts';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { picked } from '../support/picked.ts';
import { address, renderApp } from '../support/render-app.tsx';
import { savedFiles, unzipped } from '../support/saved-files.ts';

const minute = 60_000;
const refused = { kind: 'too-large', message: 'The note is larger than AWS takes.', details: 'HTTP 413' } as const;
const busy = { kind: 'unavailable', message: 'AWS is busy.', details: 'HTTP 503' } as const;

const saved = savedFiles();

/** A note that AWS has, with something unsent. */
function unsent(fake: ReturnType<typeof createFakeServices>, text: string, part: Partial<NoteRecord> = {}) {
  const id = fake.notebook.put({ text });
  fake.notebook.patch(id, { waiting: { kind: 'save', since: fakeNow - 5 * minute }, ...part });
  return id;
}

async function openLedger(fake = createFakeServices(), rest: Parameters<typeof renderApp>[0] = {}) {
  const app = await renderApp({ fake, url: '/unsent', ...rest });
  await screen.findByRole('heading', { name: 'Not sent yet' });
  return app;
}

const rowOf = (title: string): HTMLElement => {
  const row = screen.getByText(title).closest('li');
  if (row === null) throw new Error(`no row of ${title}`);
  return row;
};

describe('the ledger', () => {
  it('says that everything is sent', async () => {
    const { user } = await openLedger();
    expect(await screen.findByRole('heading', { name: 'Everything is sent' })).toBeTruthy();
    expect(document.title).toBe('Not sent yet · Satchel');
    await user.click(screen.getByRole('link', { name: 'Check the connection' }));
    expect(address()).toBe('/help');
  });

  it('names each change, what it is, since when it waits, and leads to its note', async () => {
    const fake = createFakeServices();
    const id = unsent(fake, 'Garden');
    unsent(fake, 'Brand new', { base: null });
    unsent(fake, 'Old flat', { waiting: { kind: 'delete', since: fakeNow, notBefore: fakeNow } });
    const { user } = await openLedger(fake);
    expect(await screen.findByRole('heading', { name: '3 notes' })).toBeTruthy();
    const since = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(
      fakeNow - 5 * minute,
    );
    expect(rowOf('Garden').textContent).toContain(`Edit, waiting since ${since}`);
    expect(rowOf('Brand new').textContent).toContain('New note, waiting since');
    expect(rowOf('Old flat').textContent).toContain('Deletion, waiting since');
    expect(within(rowOf('Old flat')).queryByRole('link')).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Garden' }));
    expect(address()).toBe(`/notes/${id}`);
  });

  it('says why a change is not through, how often it failed, and when it is tried again', async () => {
    const fake = createFakeServices();
    unsent(fake, 'Garden', { problem: { failure: busy, attempts: 3, nextTryAt: fakeNow + 2 * minute } });
    unsent(fake, 'Huge', { problem: { failure: refused, attempts: 1, nextTryAt: null } });
    await openLedger(fake);
    await screen.findByText('Garden');
    const tried = rowOf('Garden').textContent;
    expect(tried).toContain('failed 3 times');
    expect(tried).toContain('AWS is busy.');
    expect(tried).toContain('Next try in 2 minutes');
    expect(within(rowOf('Garden')).getByText('HTTP 503').closest('details')).toBeTruthy();
    const parked = rowOf('Huge').textContent;
    expect(parked).toContain('failed once');
    expect(parked).toContain('Waits for you');
  });

  it.each([
    [{ phase: 'offline', offlineSince: fakeNow } as const, 'Is sent as soon as AWS can be reached.'],
    [{ phase: 'signed out' } as const, 'Is sent once you have signed in again.'],
    [{ phase: 'idle' } as const, 'Is sent in a moment.'],
  ])('says what the changes wait for: %o', async (part, words) => {
    const fake = createFakeServices();
    unsent(fake, 'Garden');
    fake.notebook.sync.set({ ...fake.notebook.sync.get(), ...part });
    await openLedger(fake);
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('follows what is sent and what is written', async () => {
    const fake = createFakeServices();
    const id = unsent(fake, 'Garden');
    await openLedger(fake);
    await screen.findByText('Garden');
    act(() => void unsent(fake, 'Trip'));
    expect(await screen.findByText('Trip')).toBeTruthy();
    act(() => fake.notebook.confirm(id));
    await waitFor(() => expect(screen.queryByText('Garden')).toBeNull());
  });

  it('tries now, and keeps the focus meanwhile', async () => {
    const fake = createFakeServices();
    const id = unsent(fake, 'Garden');
    fake.notebook.onSync = () => fake.notebook.confirm(id);
    const { user } = await openLedger(fake);
    await screen.findByText('Garden');
    screen.getByRole('button', { name: 'Try now' }).focus();
    await user.keyboard('{Enter}');
    expect(fake.notebook.rounds).toBe(1);
    expect(await screen.findByRole('heading', { name: 'Everything is sent' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Try now' }));
  });

  it('says that it is trying on a button that stays in reach', async () => {
    const fake = createFakeServices();
    let end = () => {};
    fake.notebook.syncNow = () =>
      new Promise((resolve) => {
        end = resolve;
      });
    const { user } = await openLedger(fake);
    const button = screen.getByRole('button', { name: 'Try now' });
    await user.click(button);
    expect([button.getAttribute('aria-disabled'), button.hasAttribute('disabled')]).toEqual(['true', false]);
    await act(async () => end());
    expect(button.getAttribute('aria-disabled')).toBe('false');
  });

  it('exports all that waits', async () => {
    const fake = createFakeServices();
    for (const text of ['Garden', 'Trip']) unsent(fake, text);
    fake.notebook.put({ text: 'Sent long ago' });
    const { user } = await openLedger(fake);
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    expect(await screen.findByText('2 notes exported.')).toBeTruthy();
    expect(Object.keys(await unzipped(saved[0]?.file ?? new Blob())).sort()).toEqual(['Garden.md', 'Trip.md']);
  });

  it('shows a hundred changes at a time', async () => {
    const fake = createFakeServices();
    for (let at = 0; at < 130; at += 1) unsent(fake, `Note ${at}`);
    const { user } = await openLedger(fake);
    await screen.findByRole('heading', { name: '130 notes' });
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(130);
  });

  it('names files on their way, which are not sent either', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: 'Garden' });
    fake.notebook.files.attach(id, [picked(new File(['abcd'], 'plan.pdf'))], null);
    await openLedger(fake);
    expect(rowOf('plan.pdf').textContent).toContain('0 bytes of 4 bytes sent');
    expect(screen.queryByText('Everything is sent')).toBeNull();
  });
});

describe('discarding a change', () => {
  it('asks first, with the keyboard alone, and can be called off', async () => {
    const fake = createFakeServices();
    const id = unsent(fake, 'Garden, edited', { base: { text: 'Garden', attachment: null, version: 1, at: fakeNow } });
    const { user } = await openLedger(fake);
    const button = await screen.findByRole('button', { name: 'Discard edit “Garden, edited”' });
    button.focus();
    await user.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: 'Discard what was changed in “Garden, edited”?' });
    expect(dialog.textContent).toContain('goes back to the text that AWS has');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(fake.notebook.text(id)).toBe('Garden, edited');
  });

  it('gives it up, keeps the focus in the list, and takes it back on demand', async () => {
    const fake = createFakeServices();
    const id = unsent(fake, 'Garden, edited', { base: { text: 'Garden', attachment: null, version: 1, at: fakeNow } });
    const { user } = await openLedger(fake);
    await user.click(await screen.findByRole('button', { name: /^Discard edit/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Discard' }));
    await screen.findByText('Discarded');
    expect(fake.notebook.text(id)).toBe('Garden');
    expect(document.activeElement).toBe((await screen.findByText('Everything is sent')).closest('[tabindex]'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(fake.notebook.text(id)).toBe('Garden, edited'));
    expect(await screen.findByRole('button', { name: /^Discard edit/ })).toBeTruthy();
  });

  it('of a new note says that all of it goes', async () => {
    const fake = createFakeServices();
    const id = unsent(fake, 'Brand new', { base: null });
    const { user } = await openLedger(fake);
    await user.click(await screen.findByRole('button', { name: 'Discard new note “Brand new”' }));
    const dialog = screen.getByRole('dialog', { name: 'Discard the new note “Brand new”?' });
    expect(dialog.textContent).toContain('The whole note leaves this device');
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(fake.notebook.text(id)).toBeUndefined());
  });

  it('of a deletion keeps the note', async () => {
    const fake = createFakeServices();
    unsent(fake, 'Old flat', { waiting: { kind: 'delete', since: fakeNow, notBefore: fakeNow } });
    const { user } = await openLedger(fake);
    await user.click(await screen.findByRole('button', { name: 'Discard deletion “Old flat”' }));
    await user.click(screen.getByRole('button', { name: 'Call off the deletion' }));
    expect(await screen.findByText('The deletion was called off')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('stored items that are no notes', () => {
  const { click } = HTMLAnchorElement.prototype;
  const { createObjectURL } = URL;
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
  });

  it('are told of and can be saved as a file', async () => {
    const fake = createFakeServices();
    fake.notebook.aside.push({ id: 'notes 1', at: fakeNow, json: '{"text":7}' });
    fake.notebook.aside.push({ id: 'notes 2', at: fakeNow, json: 'null' });
    const saved: { name: string; blob: Blob }[] = [];
    let blob = new Blob();
    URL.createObjectURL = (object) => {
      if (object instanceof Blob) blob = object;
      return 'blob:test/saved';
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, blob });
    };
    const { user } = await openLedger(fake);
    expect(await screen.findByText('2 stored items could not be read as notes')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save them as a file' }));
    expect(saved.map(({ name }) => name)).toEqual(['satchel-unreadable-items.json']);
    expect(JSON.parse((await saved[0]?.blob.text()) ?? '')).toEqual([
      { id: 'notes 1', foundAt: new Date(fakeNow).toISOString(), value: { text: 7 } },
      { id: 'notes 2', foundAt: new Date(fakeNow).toISOString(), value: null },
    ]);
  });

  it('are no matter where there are none', async () => {
    await openLedger();
    await screen.findByText('Everything is sent');
    expect(screen.queryByRole('button', { name: 'Save them as a file' })).toBeNull();
  });
});
