import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

async function openCorn(...others: readonly string[]) {
  const fake = createFakeServices();
  const corn = fake.notebook.put({ text: '# Corn\n\nSee [[Corn]]', changedAt: fakeNow });
  const ids = others.map((text, at) => fake.notebook.put({ text, changedAt: fakeNow - at - 1 }));
  const { user } = await renderApp({ fake, url: `/notes/${corn}?in=pinned` });
  await screen.findByRole('textbox', { name: 'Note' });
  const links = () => within(screen.getByRole('list', { name: 'Linked from' })).getAllByRole('link');
  return { user, fake, corn, ids, links, titles: () => links().map((link) => link.textContent) };
}

describe('under a note', () => {
  it('are the notes that link to it, and lead there', async () => {
    const { user, ids, links, titles } = await openCorn('Hay\n\nlike [[corn]]', 'Oats `[[Corn]]`', '# Rye [[Corn]]');
    await screen.findByRole('list', { name: 'Linked from' });
    expect(titles()).toEqual(['Hay', 'Rye [[Corn]]']);
    const [first] = links();
    if (first !== undefined) await user.click(first);
    await waitFor(() => expect(address()).toBe(`/notes/${ids[0]}?in=pinned`));
  });

  it('is nothing where none does, and what begins to link to it', async () => {
    const { fake, ids, titles } = await openCorn('Hay');
    expect(screen.queryByRole('heading', { name: 'Linked from' })).toBeNull();
    act(() => fake.notebook.arrive(ids[0] ?? fake.notebook.newId(), 'Hay\n\n[[Corn]]'));
    await screen.findByRole('list', { name: 'Linked from' });
    expect(titles()).toEqual(['Hay']);
  });

  it('are twenty at first, and more when asked for', async () => {
    const { user, titles } = await openCorn(...Array.from({ length: 25 }, (_, at) => `Note ${at}\n\n[[Corn]]`));
    await screen.findByRole('list', { name: 'Linked from' });
    expect(titles()).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Show more notes' }));
    expect(titles()).toHaveLength(25);
  });
});
