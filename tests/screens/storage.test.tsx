import { act, screen, waitFor, within } from '@testing-library/react';
import { run } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { attachmentLink } from '#src/notes/attachment-references.ts';
import { createFakeServices, fakeHome } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const megabyte = 1024 * 1024;
const day = 24 * 60 * 60_000;
const keyOf = (name: string) => `${fakeHome.prefix}0mio4k2s7abcdefghij-${name}`;
const linkTo = (name: string) =>
  attachmentLink({ key: keyOf(name), identityId: fakeHome.identityId, name, inline: false });
const orphan = (name: string, size = megabyte) => ({ key: keyOf(name), size, age: 90 * day });

/** A bucket with two notes' files, and two that no note names. */
function aBucket() {
  const fake = createFakeServices();
  const { notebook } = fake;
  const { storage } = notebook;
  const house = notebook.put({ text: `House\n\n${linkTo('plan.pdf')}\n${linkTo('lost.pdf')}` });
  const garden = notebook.put({ text: `Garden\n\n${linkTo('rose.jpg')}` });
  storage.states.set(keyOf('plan.pdf'), 3 * megabyte);
  storage.states.set(keyOf('rose.jpg'), 'unknown');
  storage.bucket.set({
    ...storage.bucket.get(),
    named: { files: 1, bytes: 3 * megabyte },
    notes: [
      { id: house, bytes: 3 * megabyte, unknown: 0 },
      { id: garden, bytes: 0, unknown: 1 },
    ],
    unknown: 1,
    orphans: [orphan('old.zip', 2 * megabyte), orphan('older.zip')],
  });
  return { fake, notebook, storage, house, garden };
}

async function openStorage(fake = createFakeServices()) {
  const app = await renderApp({ fake, url: '/settings/storage' });
  await screen.findByRole('heading', { name: 'In your bucket' });
  return app;
}

const section = (name: string): HTMLElement => screen.getByRole('region', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function expectNothingOfAxe(): Promise<void> {
  document.documentElement.lang = 'en';
  const { violations } = await run(document, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
}

describe('the storage page', () => {
  it('is reached from the settings, and leads back there', async () => {
    const { user } = await renderApp({ url: '/settings' });
    await user.click(await screen.findByRole('link', { name: 'Storage on this device and in your bucket' }));
    expect(await screen.findByRole('heading', { name: 'Storage' })).toBeTruthy();
    expect(document.title).toBe('Storage · Satchel');
    await user.click(screen.getByRole('link', { name: 'Back to settings' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    expect(address()).toBe('/settings');
  });

  it('shows what is kept of the limit, and lets it be set', async () => {
    const { fake, storage } = aBucket();
    const pinned = { files: 1, bytes: 20 * megabyte, missing: 2 };
    storage.use.set({ ...storage.use.get(), kept: { files: 12, bytes: 250 * megabyte }, pinned });
    const { user } = await openStorage(fake);
    const meter = await screen.findByRole('meter', { name: 'Kept files' });
    expect(meter.getAttribute('aria-valuetext')).toBe('250 MB of 500 MB');
    expect(section('On this device').textContent).toContain('1 file, 20 MB, always kept');
    expect(section('On this device').textContent).toContain('2 files are not here');
    await user.click(screen.getByRole('radio', { name: '100 MB' }));
    await waitFor(() => expect(meter.getAttribute('aria-valuetext')).toBe('0 bytes of 100 MB'));
    await user.click(screen.getByRole('radio', { name: 'Nothing' }));
    expect(await screen.findByText('No files are kept')).toBeTruthy();
    expect(storage.use.get().limit).toBe(0);
  });

  it('removes what is kept, but for the files of pinned notes', async () => {
    const { fake, storage } = aBucket();
    const pinned = { files: 1, bytes: 20 * megabyte, missing: 0 };
    storage.use.set({ ...storage.use.get(), kept: { files: 12, bytes: 250 * megabyte }, pinned });
    const { user } = await openStorage(fake);
    await user.click(await button('Remove kept files now'));
    expect(await screen.findByText('230 MB removed from this device')).toBeTruthy();
    await waitFor(async () => expect((await button('Remove kept files now')).ariaDisabled).toBe('true'));
  });

  it('asks the browser to keep the notes where it has not promised that', async () => {
    const { fake, storage } = aBucket();
    storage.use.set({ ...storage.use.get(), persisted: false });
    const { user } = await openStorage(fake);
    await user.click(await button('Ask it to keep your notes'));
    expect(await screen.findByText(/^The browser keeps your notes until/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Remove kept files now'));
  });

  it('lists the notes by size, with their files', async () => {
    const { fake, notebook, house } = aBucket();
    const { user } = await openStorage(fake);
    const rows = within(await screen.findByRole('region', { name: 'By note' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual(['House3 MBFiles', 'Garden1 file of unknown sizeFiles']);
    await user.click(await button('Files of House'));
    expect(await screen.findByText('not in the bucket')).toBeTruthy();
    await user.click(await button('Download plan.pdf'));
    expect(notebook.downloads).toEqual([keyOf('plan.pdf')]);
    await user.click(await button('Remove lost.pdf'));
    await waitFor(() => expect(notebook.text(house)).not.toContain('lost.pdf'));
    await waitFor(() => expect(document.activeElement?.ariaLabel).toBe('Remove plan.pdf'));
    await user.click(await button('Undo'));
    await waitFor(() => expect(notebook.text(house)).toContain('lost.pdf'));
    await user.click(screen.getByRole('link', { name: 'House' }));
    expect(address()).toBe(`/notes/${house}`);
  });

  it('shows names without what turns the direction of writing', async () => {
    const { fake, notebook, storage } = aBucket();
    const deceptive = 'in\u202egnp.exe';
    const house = notebook.put({ text: `Letter\n\n${linkTo(deceptive)}` });
    const bucket = storage.bucket.get();
    storage.bucket.set({
      ...bucket,
      notes: [{ id: house, bytes: 1, unknown: 0 }],
      orphans: [orphan(deceptive)],
    });
    const { user } = await openStorage(fake);
    await user.click(await button('Files of Letter'));
    expect(await button('Download ingnp.exe')).toBeTruthy();
    expect(await screen.findByRole('checkbox', { name: /^ingnp\.exe/ })).toBeTruthy();
  });

  it('says nothing of what the notes take where the browser has not counted yet what was written', async () => {
    const { fake, storage } = aBucket();
    const kept = { files: 1, bytes: 5 * megabyte };
    storage.use.set({ ...storage.use.get(), kept, all: { used: 2 * megabyte, quota: 1_000 * megabyte } });
    await openStorage(fake);
    await screen.findByText('Room in this browser');
    expect(screen.queryByText('Notes and the app')).toBeNull();
    act(() => storage.use.set({ ...storage.use.get(), all: { used: 8 * megabyte, quota: 1_000 * megabyte } }));
    expect(await screen.findByText('about 3 MB')).toBeTruthy();
  });

  it('shows fifty of very many notes at a time', async () => {
    const { fake, notebook, storage } = aBucket();
    const notes = Array.from({ length: 10_000 }, (_, at) => ({ id: notebook.newId(), bytes: 10_000 - at, unknown: 0 }));
    storage.bucket.set({ ...storage.bucket.get(), notes });
    const { user } = await openStorage(fake);
    const list = await screen.findByRole('region', { name: 'By note' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(50);
    await user.click(within(list).getByRole('button', { name: 'Show more notes' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(100);
  });

  it('asks for sizes only when told to, and can be stopped', async () => {
    const { fake, storage } = aBucket();
    storage.measured.set({ ...storage.bucket.get(), unknown: 0, named: { files: 2, bytes: 4 * megabyte } });
    const { user } = await openStorage(fake);
    const ask = await button('Ask for the size of 1 file');
    const open = storage.hold();
    await user.click(ask);
    expect(screen.getByRole('progressbar', { name: 'Files asked for' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await user.click(await button('Cancel'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Look again'));
    await user.click(await button('Ask for the size of 1 file'));
    await act(async () => open());
    await waitFor(() => expect(section('In your bucket').textContent).toContain('2 files, 4 MB'));
  });

  it('says which line of the policy lets S3 list the files, where it does not', async () => {
    const { fake, storage } = aBucket();
    storage.bucket.set({ ...storage.bucket.get(), places: [{ prefix: fakeHome.prefix, listed: false }], orphans: [] });
    await openStorage(fake);
    expect(await screen.findByText('This is what this device knows')).toBeTruthy();
    expect(screen.getByText(/"s3:prefix"/).textContent).toContain(`\${cognito-identity.amazonaws.com:sub}/*`);
    expect(section('Files without a note').textContent).toContain('None that this device knows of.');
  });

  it('says what kept S3 from answering', async () => {
    const { fake, storage } = aBucket();
    storage.bucket.set({
      ...storage.bucket.get(),
      failure: { kind: 'unavailable', message: 'AWS is busy.', details: 'HTTP 503' },
    });
    await openStorage(fake);
    expect(await screen.findByText('AWS is busy.')).toBeTruthy();
  });

  it('has nothing that axe finds', async () => {
    const { fake, storage } = aBucket();
    storage.bucket.set({ ...storage.bucket.get(), places: [{ prefix: fakeHome.prefix, listed: false }] });
    const { user } = await openStorage(fake);
    await user.click(await button('Files of House'));
    await expectNothingOfAxe();
  });
});

describe('files that S3 does not let go', () => {
  it('are told, with what S3 said and what the policy may lack', async () => {
    const { fake, storage } = aBucket();
    const undeletable = ['a.zip', 'b.zip'].map((name) => ({
      key: fakeHome.prefix + name,
      said: 'HTTP 403 AccessDenied',
    }));
    storage.bucket.set({ ...storage.bucket.get(), undeletable });
    const { user } = await openStorage(fake);
    const title = await screen.findByText('S3 does not let 2 removed files go');
    await user.click(screen.getByText('Details'));
    const details = title.parentElement?.querySelector('pre')?.textContent ?? '';
    expect(details).toContain(`Key: ${fakeHome.prefix}b.zip`);
    expect(details).toContain('The answer: HTTP 403 AccessDenied');
    expect(details).toContain('"s3:DeleteObject"');
    await expectNothingOfAxe();
  });
});

describe('files without a note', () => {
  const choose = (name: RegExp) => screen.findByRole('checkbox', { name });

  it('stay until a person has chosen them, and can be kept for ten seconds more', async () => {
    const { fake, storage } = aBucket();
    const { user } = await openStorage(fake);
    const remove = await button('Delete the selected files');
    expect(remove.ariaDisabled).toBe('true');
    await user.click(remove);
    await user.click(await choose(/^old\.zip 2 MB.*· 3 months old/));
    await user.click(await button('Delete 1 file (2 MB)'));
    expect(screen.getByText(/^1 file will be deleted in 10 seconds/)).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Undo');
    await expectNothingOfAxe();
    await user.click(await button('Undo'));
    expect(await button('Delete 1 file (2 MB)')).toBeTruthy();
    expect(storage.cleaned).toEqual([]);
  });

  it('are all chosen at once', async () => {
    const { fake } = aBucket();
    const { user } = await openStorage(fake);
    await user.click(await choose(/^Select all 2 files/));
    expect(await button('Delete 2 files (3 MB)')).toBeTruthy();
    await user.click(await choose(/^older\.zip/));
    expect(await button('Delete 1 file (2 MB)')).toBeTruthy();
  });

  it('cannot be chosen where not all notes are known, and it says why', async () => {
    const { fake, storage } = aBucket();
    const refusal = { kind: 'long list', message: 'AWS may not list all of your notes.', details: '' };
    storage.bucket.set({ ...storage.bucket.get(), refusal });
    await openStorage(fake);
    expect(await screen.findByText('They cannot be deleted now')).toBeTruthy();
    expect(screen.getByText('AWS may not list all of your notes.')).toBeTruthy();
    expect((await choose(/^old\.zip/)).matches(':disabled')).toBe(true);
  });
});
