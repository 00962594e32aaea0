import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setWindowSize } from '../support/browser-gaps.ts';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { picked } from '../support/picked.ts';
import { address, renderApp } from '../support/render-app.tsx';
import { savedFiles } from '../support/saved-files.ts';

const saved = savedFiles();

function withUnsent() {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text: 'Unsent' });
  fake.notebook.patch(id, { waiting: { kind: 'save', since: fakeNow } });
  return { fake, id };
}

async function askToSignOut(
  fake = createFakeServices(),
  rest: Omit<NonNullable<Parameters<typeof renderApp>[0]>, 'fake'> = {},
) {
  const app = await renderApp({ fake, ...rest });
  await app.user.click(screen.getByRole('button', { name: 'Account' }));
  await app.user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
  return app;
}

describe('signing out', () => {
  it('leads to the landing page where everything is sent', async () => {
    const { signOuts } = await askToSignOut(createFakeServices(), { url: '/notes/new' });
    await waitFor(() => expect(address()).toBe('/'));
    expect(signOuts()).toBe(1);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('says what would be lost, and can be called off', async () => {
    const { user, signOuts } = await askToSignOut(withUnsent().fake);
    expect(await screen.findByRole('dialog', { name: 'Not sent yet: 1 note' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(signOuts()).toBe(0);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Account' }));
  });

  it('asks where the page has not yet heard of what the device has to send', async () => {
    const { fake } = withUnsent();
    const { sync } = fake.notebook;
    const heard = sync.get();
    sync.set({ ...heard, waiting: 0 });
    const { user, signOuts } = await askToSignOut(fake);
    const dialog = await screen.findByRole('dialog', { name: 'Everything is sent' });
    await user.click(within(dialog).getByRole('button', { name: 'Sign out' }));
    act(() => sync.set(heard));
    expect(await screen.findByRole('dialog', { name: 'Not sent yet: 1 note' })).toBeTruthy();
    expect(signOuts()).toBe(0);
  });

  it.each([1280, 800])(
    'goes on asking when a screen of %i pixels is turned, which moves the menu elsewhere',
    async (width) => {
      setWindowSize(width, 900);
      const { user, signOuts } = await askToSignOut(withUnsent().fake);
      const name = 'Not sent yet: 1 note';
      const before = await screen.findByRole('dialog', { name });
      act(() => setWindowSize(width === 1280 ? 800 : 1280, 900));
      const after = await screen.findByRole('dialog', { name });
      expect(after).not.toBe(before);
      await user.click(within(after).getByRole('button', { name: 'Cancel' }));
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(signOuts()).toBe(0);
    },
  );

  it('counts files on their way', async () => {
    const { fake, id } = withUnsent();
    fake.notebook.files.attach(id, [picked(new File(['a'], 'plan.pdf'))], null);
    await askToSignOut(fake);
    expect(await screen.findByRole('dialog', { name: 'Not sent yet: 1 note and 1 file' })).toBeTruthy();
  });

  it('names what would be lost', async () => {
    const { fake, id } = withUnsent();
    for (let at = 2; at <= 9; at += 1) {
      fake.notebook.patch(fake.notebook.put({ text: `Unsent ${at}` }), { waiting: { kind: 'save', since: fakeNow } });
    }
    const mark = '###### Edited in two places.';
    const text = `Trip\n${mark} First version ↓\nhere\n${mark} Second version ↓\nthere\n${mark} End of both versions ↑`;
    fake.notebook.patch(fake.notebook.put({ text }), { waiting: { kind: 'save', since: fakeNow } });
    fake.notebook.put({ text: 'Sent' });
    fake.notebook.files.attach(id, [picked(new File(['a'], 'plan.pdf'))], null);
    await askToSignOut(fake);
    const dialog = await screen.findByRole('dialog', { name: 'Not sent yet: 10 notes and 1 file' });
    expect(await within(dialog).findByText('two versions, none chosen yet')).toBeTruthy();
    const [first, ...lost] = within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(first).toContain('Trip');
    expect(lost).toEqual([
      'Unsent',
      ...[2, 3, 4, 5, 6, 7].map((at) => `Unsent ${at}`),
      'and 2 more',
      'plan.pdfa file being sent',
    ]);
  });

  it('exports what would be lost', async () => {
    const { fake } = withUnsent();
    fake.notebook.put({ text: 'Sent long ago' });
    const { user } = await askToSignOut(fake);
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    expect(await screen.findByText('1 note exported.')).toBeTruthy();
    expect(saved.map(({ name }) => name)).toEqual(['Unsent.md']);
  });

  it('shows how much is left while it sends', async () => {
    const { fake, id } = withUnsent();
    fake.notebook.files.attach(id, [picked(new File(['a'], 'plan.pdf'))], null);
    fake.notebook.files.attach(id, [picked(new File(['ab'], 'scan.pdf'))], null);
    const { user } = await askToSignOut(fake);
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    expect(screen.getByText('Sending… 3 left')).toBeTruthy();
    act(() => fake.notebook.send(fake.notebook.files.uploads.get()[0]?.key ?? '', 1));
    expect(screen.getByText('Sending… 2 left')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Sending' }).getAttribute('aria-valuenow')).toBe('33');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send now' }));
  });

  it('is free of worries once everything is sent meanwhile', async () => {
    const { fake, id } = withUnsent();
    const { user, signOuts } = await askToSignOut(fake);
    await screen.findByRole('dialog', { name: 'Not sent yet: 1 note' });
    await act(async () => fake.notebook.confirm(id));
    expect(screen.getByRole('dialog', { name: 'Everything is sent' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(signOuts()).toBe(1));
  });

  it('sends first on demand', async () => {
    const { fake, id } = withUnsent();
    fake.notebook.onSync = () => fake.notebook.confirm(id);
    const { user, signOuts } = await askToSignOut(fake);
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    await waitFor(() => expect(signOuts()).toBe(1));
  });

  it('waits for files on their way when it is to send first', async () => {
    const { fake, id } = withUnsent();
    fake.notebook.files.attach(id, [picked(new File(['a'], 'plan.pdf'))], null);
    fake.notebook.onSync = () => fake.notebook.confirm(id);
    const { user, signOuts } = await askToSignOut(fake);
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    expect(fake.notebook.rounds).toBe(0);
    act(() => fake.notebook.send(fake.notebook.files.uploads.get()[0]?.key ?? '', 1));
    await waitFor(() => expect(signOuts()).toBe(1));
    expect(fake.notebook.rounds).toBe(1);
  });

  it('stays where sending fails, and says so', async () => {
    const { fake } = withUnsent();
    const { user, signOuts } = await askToSignOut(fake);
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    expect((await screen.findByRole('alert')).textContent).toContain('It could not be sent.');
    expect(signOuts()).toBe(0);
  });

  it('goes on without sending when told to', async () => {
    const { user, signOuts } = await askToSignOut(withUnsent().fake);
    await user.click(await screen.findByRole('button', { name: 'Sign out and discard' }));
    await waitFor(() => expect(signOuts()).toBe(1));
  });

  it('takes away first what S3 has of files that are discarded, and says so', async () => {
    const { fake, id } = withUnsent();
    fake.notebook.files.attach(id, [picked(new File(['abcd'], 'film.mp4'))], null);
    fake.notebook.send(fake.notebook.files.uploads.get()[0]?.key ?? '', 2);
    let done = (_: undefined) => {};
    const abandoned = new Promise<undefined>((resolve) => {
      done = resolve;
    });
    Object.assign(fake.notebook.files, { abandon: () => abandoned });
    const { user, signOuts } = await askToSignOut(fake);
    await user.click(await screen.findByRole('button', { name: 'Sign out and discard' }));
    expect(await screen.findByText('Taking away what has been sent of files…')).toBeTruthy();
    expect(signOuts()).toBe(0);
    done(undefined);
    await waitFor(() => expect(signOuts()).toBe(1));
  });

  it('says what stays in the bucket where there is no network to take it away', async () => {
    const { fake, id } = withUnsent();
    fake.notebook.files.attach(id, [picked(new File(['abcd'], 'film.mp4'))], null);
    fake.notebook.send(fake.notebook.files.uploads.get()[0]?.key ?? '', 2);
    fake.notebook.sync.set({ ...fake.notebook.sync.get(), phase: 'offline' });
    await askToSignOut(fake);
    expect(
      await screen.findByText(/^Without a network, what has been sent of files stays in your bucket/),
    ).toBeTruthy();
  });
});
