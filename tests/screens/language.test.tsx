import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { german } from '#src/words/german.ts';
import { createWords } from '#src/words/words.ts';
import { createFakeServices, fakeNow } from '../support/fake-services.ts';
import { picked } from '../support/picked.ts';
import { renderApp } from '../support/render-app.tsx';

const memoryStorage = (items: Record<string, string> = {}) => ({
  items,
  getItem: (key: string) => items[key] ?? null,
  setItem: (key: string, value: string) => {
    items[key] = value;
  },
});

describe('the language', () => {
  it('is the one that a person chooses, at once and from then on', async () => {
    const storage = memoryStorage();
    const { user } = await renderApp({ url: '/settings', storage });
    await user.click(await screen.findByRole('radio', { name: 'Deutsch' }));
    expect(await screen.findByRole('heading', { name: 'Einstellungen' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('de');
    expect(document.title).toBe('Einstellungen · Satchel');
    expect(storage.items['satchel.language']).toBe('de');
    await user.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });

  it('is that of the browser where nothing is chosen', async () => {
    await renderApp({ url: '/settings', languages: ['fr-FR', 'de-AT', 'en'] });
    expect(await screen.findByRole('heading', { name: 'Einstellungen' })).toBeTruthy();
  });

  it('is English to a browser that speaks neither, and where what is stored is nonsense', async () => {
    await renderApp({ url: '/settings', languages: ['fr-FR'], storage: memoryStorage({ 'satchel.language': 'xx' }) });
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
  });
});

it('calls a notebook and what is done with a note by words of their own where a language has two', async () => {
  const fake = createFakeServices();
  const id = fake.notebook.put({ text: 'Garten' });
  const deutsch = createWords('de', 'de-DE', german);
  const { user } = await renderApp({ url: `/notes/${id}`, fake, words: deutsch, languages: ['de'] });
  expect(await screen.findByRole('link', { name: 'Archiv' })).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Mehr' }));
  expect(screen.getByRole('menuitem', { name: 'Archivieren' })).toBeTruthy();
});

/** Every sentence in other letters, so that what comes from elsewhere is told apart. */
const cyrillic = (letter: string) => String.fromCodePoint(0x430 + ((letter.toLowerCase().codePointAt(0) ?? 0) % 26));
const foreign = (sentence: string) =>
  sentence.replace(/(\{\w+\}|<\/?\w+>)|\p{L}/gu, (letter, place?: string) => place ?? cyrillic(letter));

const pseudo = createWords(
  'de',
  'en-US',
  Object.fromEntries(
    Object.entries(german).map(([english, entry]) => [
      english,
      typeof entry === 'string' ? foreign(english) : { other: foreign(english) },
    ]),
  ),
);

/** What a person may read or hear that no catalogue has: names, times, numbers, and what they wrote themselves. */
const theirs =
  /^(?:[\d\s.,:/+()·#-]*|[\d:]+ [AP]M|(?:Yesterday|\w+day|\w+ \d+(?:, \d{4})?(?:(?:,| at) [\d:]+ [AP]M)?)|Satchel|English|Deutsch|ada@example\.com|[A-Z]|.*(?:amazonaws|us-east-1|satchel-uploads|1client2of3satchel).*|\{identityId\}\/|AWS|[\d,]+ (?:kB|MB|bytes?)|(?:Garden\s)?(?:Sow peas)?(?: ?#?green)?(?:\s*\[?plan\.pdf.*)?|Garden|plan\.pdf|zebra|(?:tag|is|has|before|after):|"…"|-|[a-z?/#]|Esc|F3|[↑↓])$/u;

const said = (): readonly string[] => {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) found.push(node.data);
    else if (node instanceof HTMLElement) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '');
    }
  }
  return found.map((text) => text.trim()).filter((text) => text !== '');
};

/** What is said in no language but English. */
const untranslated = () =>
  said().filter((text) => {
    const others = text
      .split(/\p{Script=Cyrillic}+/u)
      .map((part) => part.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, ''));
    return !theirs.test(text) && !others.every((part) => theirs.test(part));
  });

const open = async (url: string, prepare: (fake: ReturnType<typeof createFakeServices>) => string | undefined) => {
  const fake = createFakeServices();
  const path = prepare(fake) ?? url;
  return renderApp({ url: path, fake, words: pseudo, languages: ['de'] });
};

describe('nothing is said that no translation could reach', () => {
  const garden = ({ notebook }: ReturnType<typeof createFakeServices>) => {
    const id = notebook.put({
      text: '---\npinned: true\n---\nGarden\nSow peas #green\n\n[plan.pdf](attachment:~/0a-plan.pdf)',
    });
    notebook.put({ text: '' });
    return id;
  };
  const nothing = () => undefined;

  it.each([
    ['an empty library', '/', nothing],
    ['an empty trash', '/?in=trash', nothing],
    ['the archive', '/?in=archive', nothing],
    ['a search without hits', '/?q=zebra', nothing],
    ['settings', '/settings', nothing],
    ['the connection', '/help', nothing],
    ['an address that leads nowhere', '/nowhere', nothing],
    ['notes removed elsewhere', '/gone', nothing],
  ])('in %s', async (_name, url, prepare) => {
    await open(url, prepare);
    await screen.findAllByText(/\p{Script=Cyrillic}/u);
    expect(untranslated()).toEqual([]);
  });

  it('in the library with an open note, its menu and the account’s', async () => {
    const { user } = await open('/', (fake) => `/notes/${garden(fake)}`);
    await screen.findAllByText('Garden');
    await user.click(await screen.findByRole('button', { name: pseudo.t('More') }));
    expect(untranslated()).toEqual([]);
    await user.click(screen.getByRole('menuitem', { name: pseudo.t('Move to trash') }));
    await user.click(await screen.findByRole('button', { name: pseudo.t('Account') }));
    expect(untranslated()).toEqual([]);
    await user.click(screen.getByRole('menuitem', { name: pseudo.t('Keyboard shortcuts') }));
    await screen.findByRole('dialog');
    expect(untranslated()).toEqual([]);
  });

  it('in the ledger', async () => {
    await open('/unsent', ({ notebook }) => {
      const id = notebook.put({ text: 'Garden' });
      notebook.patch(id, {
        base: null,
        waiting: { kind: 'save', since: fakeNow },
        problem: {
          failure: { kind: 'unavailable', message: 'AWS asks for a pause. Wait a moment.', details: '' },
          attempts: 2,
          nextTryAt: null,
        },
      });
      act(() => void notebook.files.attach(id, [picked(new File(['a'], 'plan.pdf'))], null));
      return undefined;
    });
    await screen.findByText('Garden');
    expect(untranslated()).toEqual([]);
  });
});
