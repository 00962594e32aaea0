import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setWindowSize } from '../support/browser-gaps.ts';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { address, renderApp } from '../support/render-app.tsx';

const memoryStorage = (kept: Record<string, string> = {}) => {
  const items = new Map(Object.entries(kept));
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
};

describe('the pages', () => {
  it.each(['/settings', '/unsent', '/gone', '/notes/new', '/notes/0190?in=trash', '/notes/0190/history'])(
    'send a guest from %s to sign in and back',
    async (url) => {
      await renderApp({ url, fake: createFakeServices({ user: null }) });
      await waitFor(() => expect(address()).toBe(`/login?${new URLSearchParams({ redirect: url })}`));
    },
  );

  it('show a guest what this is', async () => {
    await renderApp({ fake: createFakeServices({ user: null }) });
    expect(address()).toBe('/');
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('say that an address leads nowhere', async () => {
    await renderApp({ url: '/no/such/page' });
    expect(screen.getByRole('heading', { name: 'Page not found' })).toBeTruthy();
    expect(document.title).toBe('Page not found · Satchel');
  });

  it('move the focus to the new page when the old one takes it away', async () => {
    const { user } = await renderApp();
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitem', { name: 'Settings' }));
    await screen.findByRole('heading', { name: 'Settings' });
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it.each([
    ['breaks', 'planted fault', 'Something went wrong'],
    [
      'cannot be loaded',
      'Failed to fetch dynamically imported module: https://example.com/a.js',
      'This part of the app is not here',
    ],
  ])(
    'say what happened where a part of the app %s, with the error under Details, and go on elsewhere',
    async (_, fault, title) => {
      const fake = createFakeServices();
      let isBroken = true;
      const { get } = fake.notebook.sync;
      Object.assign(fake.notebook.sync, {
        get() {
          if (isBroken) throw new Error(fault);
          return get();
        },
      });
      // React reports the fault as well; that is its job.
      const before = console.error;
      console.error = () => {};
      await renderApp({ fake, url: '/help' });
      expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
      console.error = before;
      expect(screen.getByRole('alert').textContent).toContain(fault);
      expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
      isBroken = false;
      await act(async () => window.history.pushState(null, '', '/'));
      await act(async () => void window.dispatchEvent(new PopStateEvent('popstate')));
      expect(await screen.findByRole('searchbox')).toBeTruthy();
    },
  );
});

describe('the device', () => {
  const failure = { kind: 'broken', message: 'The browser does not open the notes.', details: 'UnknownError' } as const;

  it('that cannot be read is said so, in place of an empty library', async () => {
    const fake = createFakeServices();
    fake.opened.set(null);
    fake.notebookFailure.set(failure);
    await renderApp({ fake });
    expect(screen.getByRole('alert').textContent).toContain(failure.message);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('that fails later leaves the open note on screen', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: 'Garden' });
    await renderApp({ fake, url: `/notes/${id}` });
    const note = await screen.findByRole('textbox', { name: 'Note' });
    act(() => fake.notebookFailure.set({ ...failure, kind: 'gone' }));
    expect(screen.getByRole('alert').textContent).toContain(failure.message);
    expect(screen.getByRole('textbox', { name: 'Note' })).toBe(note);
  });
});

describe('settings', () => {
  it('show the account and the connection', async () => {
    await renderApp({ url: '/settings' });
    expect(await screen.findByText('ada@example.com')).toBeTruthy();
    expect(screen.getByText('satchel-uploads')).toBeTruthy();
  });

  it('put the theme on the page and keep it', async () => {
    const storage = memoryStorage();
    const { user } = await renderApp({ url: '/settings', storage });
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(storage.items.get('satchel.theme')).toBe('dark');
    await user.click(screen.getByRole('radio', { name: 'System' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('hold for the visit where the browser keeps nothing', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const { user } = await renderApp({ url: '/settings', storage: { getItem: refuse, setItem: refuse } });
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});

describe('the connection page', () => {
  it('says what is wrong, what to do, and tries again', async () => {
    const fake = createFakeServices();
    const failure = { kind: 'denied', message: 'AWS refused the request.', details: 'AccessDeniedException' } as const;
    fake.notebook.sync.set({
      phase: 'trouble',
      waiting: 2,
      offlineSince: null,
      syncedAt: null,
      longList: false,
      failure,
    });
    fake.notebook.onSync = () =>
      fake.notebook.sync.set({
        phase: 'idle',
        waiting: 0,
        offlineSince: null,
        syncedAt: 1,
        longList: false,
        failure: null,
      });
    const { user } = await renderApp({ url: '/help', fake });
    expect(await screen.findByText('AWS refused the request.')).toBeTruthy();
    expect(screen.getByText('AccessDeniedException')).toBeTruthy();
    expect(screen.getByText(/execute-api:Invoke/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(fake.notebook.rounds).toBe(1);
    expect(await screen.findByText('Working')).toBeTruthy();
  });
});

describe('the summary of sync', () => {
  const status = {
    phase: 'idle',
    waiting: 0,
    offlineSince: null,
    syncedAt: null,
    longList: false,
    failure: null,
  } as const;
  const since = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(fakeNow);
  const refused = { kind: 'denied', message: 'AWS refused the request.', details: '' } as const;

  it.each([
    [{}, 'All notes saved'],
    [{ phase: 'syncing' }, 'Looking for changes…'],
    [{ phase: 'offline' }, 'Offline: notes are saved on this device'],
    [{ phase: 'offline', offlineSince: fakeNow }, `Offline since ${since}: notes are saved on this device`],
  ] as const)('for %o is "%s", and leads nowhere', async (part, words) => {
    const fake = createFakeServices();
    fake.notebook.sync.set({ ...status, ...part });
    await renderApp({ fake });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('link', { name: words })).toBeNull();
  });

  it.each([
    [{ waiting: 3 }, '3 notes waiting'],
    [{ phase: 'syncing', waiting: 1 }, 'Sending 1 note…'],
    [{ phase: 'offline', waiting: 1 }, '1 note waiting, offline'],
    [{ phase: 'offline', waiting: 3, offlineSince: fakeNow }, `3 notes waiting, offline since ${since}`],
    [{ phase: 'trouble', waiting: 2, failure: refused }, '2 notes waiting: see why'],
    [{ phase: 'trouble', failure: refused }, 'AWS refused the request.'],
  ] as const)('for %o is "%s", and leads to what is not sent yet', async (part, words) => {
    const fake = createFakeServices();
    fake.notebook.sync.set({ ...status, ...part });
    const { user } = await renderApp({ fake });
    await user.click(screen.getByRole('link', { name: words }));
    expect(await screen.findByRole('heading', { name: 'Not sent yet' })).toBeTruthy();
    expect(address()).toBe('/unsent');
  });

  it('does not say that all is saved while a file is on its way, and leads to that', async () => {
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: 'House' });
    await fake.notebook.files.attach(id, [{ file: new File(['a'], 'plan.pdf'), name: 'plan.pdf' }], null);
    fake.notebook.sync.set({ ...status });
    const { user } = await renderApp({ fake });
    expect(screen.queryByText('All notes saved')).toBeNull();
    await user.click(screen.getByRole('link', { name: '1 file on its way' }));
    expect(await screen.findByRole('heading', { name: 'Not sent yet' })).toBeTruthy();
  });

  it('tells screen readers of another phase, and not of rounds or counts', async () => {
    const fake = createFakeServices();
    await renderApp({ fake });
    const told = screen.getByText('Connected to AWS');
    expect(told.closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
    const changes: string[] = [];
    const observer = new MutationObserver(() => changes.push(told.textContent ?? ''));
    observer.observe(told, { childList: true, characterData: true, subtree: true });
    for (const part of [
      { phase: 'syncing', waiting: 1 },
      { phase: 'idle', waiting: 1 },
      { phase: 'offline', waiting: 1 },
      { phase: 'offline', waiting: 2 },
      { phase: 'syncing', waiting: 2 },
      { phase: 'offline', waiting: 2 },
      { phase: 'idle', waiting: 0 },
    ] as const) {
      await act(async () => fake.notebook.sync.set({ ...status, ...part }));
    }
    expect(changes).toEqual(['Offline. Notes are saved on this device.', 'Connected to AWS']);
  });

  it('asks to sign in again, and leads back', async () => {
    const fake = createFakeServices();
    fake.notebook.sync.set({
      phase: 'signed out',
      waiting: 1,
      offlineSince: null,
      syncedAt: null,
      longList: false,
      failure: null,
    });
    await renderApp({ fake, url: '/notes/new' });
    expect(screen.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe(
      '/login?redirect=%2Fnotes%2Fnew',
    );
  });
});

describe('notes that the browser had removed', () => {
  const title = 'This browser had removed the notes kept on this device';

  it('are told of once', async () => {
    const fake = createFakeServices();
    fake.evicted.set(true);
    const { user } = await renderApp({ fake });
    expect(screen.getByText(title)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(title)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('main'));
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitem', { name: 'Settings' }));
    await user.click(await screen.findByRole('link', { name: 'Back to notes' }));
    expect(screen.queryByText(title)).toBeNull();
  });

  it('are not told of where nothing was removed', async () => {
    await renderApp();
    expect(screen.queryByText(title)).toBeNull();
  });
});

describe('on a smaller window', () => {
  it('the notebooks are in a drawer that a choice closes', async () => {
    setWindowSize(900);
    const { user } = await renderApp();
    expect(screen.queryByRole('navigation', { name: 'Notebooks' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show notebooks' }));
    const drawer = await screen.findByRole('dialog', { name: 'Notebooks' });
    await user.click(within(drawer).getByRole('link', { name: 'Archive' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(address()).toBe('/?in=archive');
  });

  it('the drawer closes by Escape and gives the focus back', async () => {
    setWindowSize(390);
    const { user } = await renderApp();
    await user.click(screen.getByRole('button', { name: 'Show notebooks' }));
    await screen.findByRole('dialog', { name: 'Notebooks' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show notebooks' }));
  });

  it('a note on a phone has the way back to its list', async () => {
    setWindowSize(390);
    const fake = createFakeServices();
    const id = fake.notebook.put({ text: 'Garden #home' });
    const { user } = await renderApp({ fake, url: `/notes/${id}?in=tag%3Ahome` });
    await user.click(await screen.findByRole('link', { name: 'Back to notes' }));
    expect(address()).toBe('/?in=tag%3Ahome');
    act(() => setWindowSize(1280));
    expect(screen.getByRole('navigation', { name: 'Notebooks' })).toBeTruthy();
  });
});

it('a list of notes that is near its end is told of, for as long as it is so', async () => {
  const fake = createFakeServices();
  await renderApp({ fake });
  const title = 'Other devices may not see every note';
  expect(screen.queryByText(title)).toBeNull();
  act(() => fake.notebook.sync.set({ ...fake.notebook.sync.get(), longList: true }));
  expect(screen.getByText(title)).toBeTruthy();
  act(() => fake.notebook.sync.set({ ...fake.notebook.sync.get(), longList: false }));
  expect(screen.queryByText(title)).toBeNull();
});
