import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

function withNotes(...texts: readonly string[]) {
  const fake = createFakeServices();
  const ids = texts.map((text, at) => fake.notebook.put({ text, changedAt: fakeNow - at }));
  return { fake, texts: () => ids.map((id) => fake.notebook.text(id)) };
}

const farm = () =>
  withNotes('Corn #farm/north', 'Hay #farm #farm/south/barn', 'Tax #Zinc', '---\narchived: true\n---\nOld #attic');

const tree = () => screen.getByRole('list', { name: 'Tags' });
const sidebar = async (fake: ReturnType<typeof withNotes>['fake'], url = '/') => {
  const app = await renderApp({ fake, url });
  await screen.findByRole('list', { name: 'Tags' });
  return app;
};
const rowOf = (link: HTMLElement) => link.closest<HTMLElement>('li > div') ?? link;
const rows = () =>
  within(tree())
    .getAllByRole('link')
    .map((link) => `${link.textContent}, ${within(rowOf(link)).getByText(/^\d+ notes?$/).textContent}`);
const turn = (tag: string) => screen.getByRole('button', { name: `Tags under ${tag}` });

describe('the tags in the sidebar', () => {
  it('are groups that open, with the number of notes in all of each', async () => {
    const { user } = await sidebar(farm().fake);
    expect(rows()).toEqual(['farm, 2 notes', 'Zinc, 1 note']);
    expect(turn('farm').getAttribute('aria-expanded')).toBe('false');
    await user.click(turn('farm'));
    expect(turn('farm').getAttribute('aria-expanded')).toBe('true');
    expect(rows()).toEqual(['farm, 2 notes', 'north, 1 note', 'south, 1 note', 'Zinc, 1 note']);
    await user.click(screen.getByRole('link', { name: 'farm/south' }));
    expect(address()).toBe('/?in=tag%3Afarm%2Fsouth');
    expect(screen.getByRole('list', { name: 'Notes' }).textContent).toContain('Hay');
    expect(screen.getByRole('list', { name: 'Notes' }).textContent).not.toContain('Corn');
  });

  it('show the way to the one that is chosen', async () => {
    await sidebar(farm().fake, '/?in=tag%3AFARM%2Fsouth%2Fbarn');
    expect(screen.getByRole('link', { name: 'farm/south/barn' }).getAttribute('aria-current')).toBe('page');
  });

  it('are walked by the arrow keys', async () => {
    const { user } = await sidebar(farm().fake);
    const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
    screen.getByRole('link', { name: 'farm' }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('farm/north');
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('farm/south/barn');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Zinc');
    await user.keyboard('{ArrowUp}{ArrowLeft}');
    expect(focused()).toBe('farm/south');
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('link', { name: 'farm/south/barn' })).toBeNull();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe('farm');
    expect(rows()).toEqual(['farm, 2 notes', 'Zinc, 1 note']);
  });

  it('are shown a hundred at a time', async () => {
    const { fake } = withNotes(Array.from({ length: 150 }, (_, at) => `#tag${at}`).join(' '));
    const { user } = await sidebar(fake);
    expect(rows()).toHaveLength(100);
    await user.click(screen.getByRole('button', { name: 'Show more tags' }));
    expect(rows()).toHaveLength(150);
    expect(screen.queryByRole('button', { name: 'Show more tags' })).toBeNull();
  });
});

describe('renaming a tag', () => {
  async function renaming(notes: ReturnType<typeof withNotes>, tag: string) {
    const { user } = await renderApp({ fake: notes.fake, url: `/?in=tag%3A${tag}` });
    await user.click(await screen.findByRole('button', { name: 'Manage tag' }));
    await user.click(screen.getByRole('menuitem', { name: 'Rename…' }));
    const dialog = await screen.findByRole('dialog', { name: `Rename #${tag}` });
    const field = within(dialog).getByRole('textbox', { name: 'New name' });
    await user.clear(field);
    return { user, dialog, field };
  }

  it('changes every note that carries it, and takes it back in one go', async () => {
    const notes = withNotes(
      '---\ntags: [farm, x]\n---\nCorn',
      'Hay #farm/north `#farm`',
      '---\narchived: true\n---\nOld #Farm',
      'No',
    );
    const before = notes.texts();
    const { user, dialog, field } = await renaming(notes, 'farm');
    await user.type(field, '#My field');
    expect(dialog.textContent).toContain('3 notes will change. The tags under it go along.');
    expect(notes.texts()).toEqual(before);
    await user.click(within(dialog).getByRole('button', { name: 'Rename' }));
    expect(await screen.findByText('#farm is #My-field now, in 3 notes')).toBeDefined();
    expect(notes.texts()).toEqual([
      '---\ntags: [My-field, x]\n---\nCorn',
      'Hay #My-field/north `#farm`',
      '---\narchived: true\n---\nOld #My-field',
      'No',
    ]);
    await waitFor(() => expect(address()).toBe('/?in=tag%3AMy-field'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notes.texts()).toEqual(before));
    await waitFor(() => expect(address()).toBe('/?in=tag%3Afarm'));
    expect(screen.getByRole('heading', { name: '#farm' })).toBeTruthy();
  });

  it('leaves whoever has gone elsewhere there when it is taken back', async () => {
    const notes = withNotes('Corn #farm', 'Oats');
    const { user, dialog, field } = await renaming(notes, 'farm');
    await user.type(field, 'field{Enter}');
    await waitFor(() => expect(dialog.isConnected).toBe(false));
    await user.click(screen.getByRole('link', { name: 'All notes' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notes.texts()).toEqual(['Corn #farm', 'Oats']));
    expect(address()).toBe('/');
  });

  it('takes the list of an open note back with it', async () => {
    const notes = withNotes('Corn #farm');
    const { user, field } = await renaming(notes, 'farm');
    await user.type(field, 'field{Enter}');
    await waitFor(() => expect(address()).toBe('/?in=tag%3Afield'));
    await user.click(screen.getByRole('link', { name: 'Corn #field' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(address()).toMatch(/^\/notes\/[^/]+\?in=tag%3Afarm$/));
    expect(screen.getByRole('link', { name: 'Corn #farm' }).getAttribute('aria-current')).toBe('page');
  });

  it('says before that it merges, and takes back which note had which', async () => {
    const notes = withNotes('Corn #farm', 'Hay #farm #field', 'Oats #field');
    const before = notes.texts();
    const { user, dialog, field } = await renaming(notes, 'farm');
    await user.type(field, 'Field');
    expect(dialog.textContent).toContain('There is #Field already. Both become one');
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
    await screen.findByText('#farm is #Field now, in 2 notes');
    expect(notes.texts()).toEqual(['Corn #Field', 'Hay #Field #field', 'Oats #field']);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notes.texts()).toEqual(before));
  });

  it('takes no name that is none or too long', async () => {
    const { user, dialog, field } = await renaming(withNotes('Corn #farm/north'), 'farm');
    const button = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Rename' });
    await user.type(field, '#-/');
    expect(button.disabled).toBe(true);
    await user.clear(field);
    await user.paste('a'.repeat(98));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(button.disabled).toBe(true);
    await user.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(button.disabled).toBe(false);
  });

  it('shows how far it is, stops when told to, and stays with what is left', async () => {
    const notes = withNotes(...Array.from({ length: 50 }, (_, at) => `Note ${at} #farm`));
    const { user, dialog, field } = await renaming(notes, 'farm');
    await user.type(field, 'field');
    const release = notes.fake.notebook.hold();
    await user.click(within(dialog).getByRole('button', { name: 'Rename' }));
    expect(within(dialog).getByRole('progressbar', { name: 'Renaming' }).getAttribute('aria-valuenow')).toBe('0');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await act(release);
    await screen.findByText('#farm is #field now, in 20 notes');
    expect(notes.texts().filter((text) => text?.includes('#farm'))).toHaveLength(30);
    expect(address()).toBe('/?in=tag%3Afarm');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notes.texts().filter((text) => text?.includes('#farm'))).toHaveLength(50));
  });
});
