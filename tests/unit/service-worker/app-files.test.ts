import { describe, expect, it } from 'vitest';
import { createAppFiles } from '#src/service-worker/app-files.ts';

const origin = 'https://notes.example';
const page = '<script type="module" src="/assets/start-1.js"></script>';
const one = {
  version: '1',
  files: ['/', '/assets/start-1.js', '/icon.svg'],
  later: ['/assets/pdf-1.js'],
  start: '/assets/start-1.js',
  servers: ['/__aws/'],
};
const two = { ...one, version: '2', files: ['/', '/assets/start-2.js', '/icon.svg'], start: '/assets/start-2.js' };

/** Cache Storage in memory, in the order of opening, as far as it is used. */
function fakeCaches() {
  const all = new Map<string, Map<string, Response>>();
  const cacheOf = (files: Map<string, Response>) => ({
    match: async (path: string) => files.get(path)?.clone(),
    put: async (path: string, response: Response) => void files.set(path, response),
  });
  const caches = {
    open: async (name: string) => {
      const files = all.get(name) ?? new Map<string, Response>();
      all.set(name, files);
      return cacheOf(files);
    },
    match: async (path: string) =>
      [...all.values()]
        .find((files) => files.has(path))
        ?.get(path)
        ?.clone(),
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
  };
  return { caches: caches as unknown as CacheStorage, all };
}

const html = (text: string) => new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
const script = () => new Response('0', { headers: { 'content-type': 'text/javascript' } });

/** A server with a page and every other file, or with what `special` has in their place. */
function world(special: Readonly<Record<string, () => Response>> = {}) {
  const { caches, all } = fakeCaches();
  const asked: string[] = [];
  const fetch = async (path: string) => {
    asked.push(path);
    return special[path]?.() ?? (path === '/' ? html(page) : script());
  };
  return { all, asked, files: (build = one) => createAppFiles({ caches, fetch, origin }, build) };
}

describe('taking a build', () => {
  it('keeps every file', async () => {
    const { all, files } = world();
    await files().install();
    expect([...(all.get('satchel-app-1')?.keys() ?? [])].sort()).toEqual([...one.files].sort());
  });

  it.each([
    ['a file that is not there', { '/icon.svg': () => new Response('', { status: 404 }) }],
    ['the page in place of a script', { '/assets/start-1.js': () => html(page) }],
    ['a script in place of the page', { '/': script }],
    ['the page of another build', { '/': () => html(page.replace('start-1', 'start-2')) }],
  ])('keeps nothing of one with %s', async (_what, special) => {
    const { all, files } = world(special);
    await expect(files().install()).rejects.toThrow();
    expect([...all.keys()]).toEqual([]);
  });

  it('fetches no file again that the build before has, and keeps that build for the tabs that run it', async () => {
    const { all, asked, files } = world({ '/': () => html(page + page.replace('start-1', 'start-2')) });
    await files({ ...one, version: '0' }).install();
    await files(one).install();
    await files(one).tidy();
    asked.splice(0);
    const shared = { ...two, files: [...two.files, '/assets/start-1.js'] };
    await files(shared).install();
    await files(shared).tidy();
    expect(asked.sort()).toEqual(['/', '/assets/start-2.js', '/icon.svg']);
    expect([...all.keys()]).toEqual(['satchel-app-1', 'satchel-app-2']);
    expect(await files(two).kept('/assets/start-1.js')).toBeDefined();
  });
});

describe('a large file that not everybody needs', () => {
  const path = '/assets/pdf-1.js';

  it('is kept from when it is first asked for, and gone with its build', async () => {
    const { files } = world();
    await files().install();
    expect(await files().kept(path)).toBeUndefined();
    expect(await (await files().had(path, async () => script())).text()).toBe('0');
    expect(await (await files().kept(path))?.text()).toBe('0');
    await files({ ...one, version: '2' }).install();
    await files({ ...one, version: '3' }).install();
    await files({ ...one, version: '3' }).tidy();
    expect(await files({ ...one, version: '3' }).kept(path)).toBeUndefined();
  });

  it.each([
    ['is another file', '/assets/other-1.js', script],
    ['is not there', path, () => new Response('', { status: 404 })],
    ['is answered by the page', path, () => html(page)],
  ])('is not kept where it %s', async (_what, asked, answer) => {
    const { files } = world();
    await files().had(asked, async () => answer());
    expect(await files().kept(asked)).toBeUndefined();
  });
});

describe('what is answered from this device', () => {
  const fileFor = (path: string, mode: RequestMode, method = 'GET') =>
    world()
      .files()
      .fileFor({ url: new URL(path, origin).href, mode, method });

  it.each(['/', '/notes/new', '/notes/0190a000-0000-7000-8000-000000000000?q=x', '/settings'])(
    'the page for %s',
    (path) => expect(fileFor(path, 'navigate')).toBe('/'),
  );

  it.each([
    ['/assets/start-1.js', 'cors', '/assets/start-1.js'],
    ['/icon.svg', 'no-cors', '/icon.svg'],
    ['/icon.svg', 'navigate', '/icon.svg'],
    ['/index.html', 'cors', null],
    ['/elsewhere.txt', 'navigate', null],
    ['/__aws/inbox', 'navigate', null],
    ['/__aws/inbox', 'cors', null],
    ['https://bucket.s3.eu-central-1.amazonaws.com/assets/start-1.js', 'cors', null],
  ] as const)('%s asked for as %s: %s', (path, mode, file) => expect(fileFor(path, mode)).toBe(file));

  it('nothing that is not read', () => expect(fileFor('/', 'cors', 'POST')).toBeNull());
});
