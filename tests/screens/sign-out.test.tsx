import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

function withUnsent() {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text: 'Unsent' });
  fake.notebook.patch(id, { waiting: { kind: 'save', since: fakeNow } });
  return { fake, id };
}

async function askToSignOut(fake = createFakeServices(), url = '/') {
  const app = await renderApp({ fake, url });
  await app.user.click(screen.getByRole('button', { name: 'Account' }));
  await app.user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
  return app;
}

describe('signing out', () => {
  it('leads to the landing page where everything is sent', async () => {
    const { signOuts } = await askToSignOut(createFakeServices(), '/notes/new');
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

  it('counts files on their way', async () => {
    const { fake, id } = withUnsent();
    fake.notebook.attach(id, new File(['a'], 'plan.pdf'));
    await askToSignOut(fake);
    expect(await screen.findByRole('dialog', { name: 'Not sent yet: 1 note and 1 file' })).toBeTruthy();
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
    fake.notebook.attach(id, new File(['a'], 'plan.pdf'));
    fake.notebook.onSync = () => fake.notebook.confirm(id);
    const { user, signOuts } = await askToSignOut(fake);
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    expect(fake.notebook.rounds).toBe(0);
    act(() => fake.notebook.send(fake.notebook.uploads.get()[0]?.id ?? '', 1));
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
    await user.click(await screen.findByRole('button', { name: 'Sign out anyway' }));
    await waitFor(() => expect(signOuts()).toBe(1));
  });
});
