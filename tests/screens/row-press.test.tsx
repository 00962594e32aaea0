import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

describe('while a row of the list is pressed', () => {
  async function pressing() {
    const fake = createFakeServices();
    const [, , corn] = ['Apples', 'Beans', 'Corn'].map((text, age) =>
      fake.notebook.put({ text, changedAt: fakeNow - 10 - age }),
    );
    const { user } = await renderApp({ fake });
    await screen.findByRole('button', { name: 'Select' });
    const links = () => within(screen.getByRole('list', { name: 'Notes' })).getAllByRole('link');
    const titles = () => links().map(({ textContent }) => textContent);
    const row = (name: string) => within(screen.getByRole('list', { name: 'Notes' })).getByRole('link', { name });
    // As what was typed in it last is written when the press takes the focus away.
    const change = () =>
      act(() => {
        fake.notebook.put({ ...(corn === undefined ? {} : { id: corn }), text: 'Corn', changedAt: fakeNow });
      });
    await user.pointer({ keys: '[MouseLeft>]', target: row('Beans') });
    return { user, titles, row, change };
  }
  const before = ['Apples', 'Beans', 'Corn'];
  const after = ['Corn', 'Apples', 'Beans'];

  it('another one does not come under the pointer, and the pressed one opens', async () => {
    const { user, titles, row, change } = await pressing();
    change();
    expect(titles()).toEqual(before);
    await user.pointer({ keys: '[/MouseLeft]', target: row('Beans') });
    expect(address()).toMatch(/^\/notes\//);
    expect(row('Beans').getAttribute('aria-current')).toBe('page');
    await waitFor(() => expect(titles()).toEqual(after));
  });

  it.each(['dragstart', 'contextmenu', 'pointercancel'])('%s ends that', async (kind) => {
    const { titles, row, change } = await pressing();
    change();
    fireEvent(row('Beans'), new Event(kind, { bubbles: true }));
    await waitFor(() => expect(titles()).toEqual(after));
  });

  it('a press that is let go elsewhere ends it too', async () => {
    const { user, titles, change } = await pressing();
    change();
    await user.pointer({ keys: '[/MouseLeft]', target: document.body });
    await waitFor(() => expect(titles()).toEqual(after));
    expect(address()).toBe('/');
  });
});
