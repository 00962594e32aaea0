/** The files of one build. */
export interface AppBuild {
  /** Changes with every byte of every file. */
  readonly version: string;
  /** Paths on the app's origin; `/` is the page. */
  readonly files: readonly string[];
  /** Large ones that not everybody needs: kept from when they are first asked for. */
  readonly later: readonly string[];
  /** The script that the page starts. */
  readonly start: string;
  /** What the paths begin with that are the server's alone, on the same origin. */
  readonly servers: readonly string[];
}

interface World {
  readonly caches: CacheStorage;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Of the app itself. */
  readonly origin: string;
}

const family = 'satchel-app-';
const isForEver = (path: string) => path.startsWith('/assets/');

/**
 * The app's own files, kept whole: a build is taken when every one of its files has arrived, or not at all. The build before it is kept as
 * well, since tabs that were opened with it go on loading its parts.
 */
export function createAppFiles({ caches, fetch, origin }: World, { version, files, later, start, servers }: AppBuild) {
  const name = `${family}${version}`;
  const known = new Set(files);

  async function fetched(path: string): Promise<Response> {
    // The names of the files in assets/ change with what is in them; the others must not come from the browser's own cache.
    const response = await fetch(path, isForEver(path) ? {} : { cache: 'no-cache' });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    // Static hosting often answers with the page, or with a redirection, for a file that is not there.
    if (!response.ok || response.redirected || isPage !== (path === '/'))
      throw new Error(`${path} could not be had: ${response.status}`);
    if (isPage && !(await response.clone().text()).includes(`"${start}"`))
      throw new Error('The page is of another build: it is being deployed just now.');
    return response;
  }

  return {
    async install(): Promise<void> {
      const cache = await caches.open(name);
      try {
        await Promise.all(
          files.map(async (path) =>
            cache.put(path, (isForEver(path) ? await caches.match(path) : undefined) ?? (await fetched(path))),
          ),
        );
      } catch (error) {
        await caches.delete(name);
        throw error;
      }
    },

    /** Leaves this build and the one before. */
    async tidy(): Promise<void> {
      const builds = (await caches.keys()).filter((key) => key.startsWith(family) && key !== name);
      await Promise.all(builds.slice(0, -1).map((key) => caches.delete(key)));
    },

    /** Which of the app's files answers the request; null: none, it is the network's. Other origins, S3 above all, are never touched. */
    fileFor({ method, url, mode }: Pick<Request, 'method' | 'url' | 'mode'>): string | null {
      const { origin: asked, pathname, search } = new URL(url);
      if (method !== 'GET' || asked !== origin || servers.some((path) => pathname.startsWith(path))) return null;
      if (mode !== 'navigate') return search === '' && (known.has(pathname) || isForEver(pathname)) ? pathname : null;
      if (pathname !== '/' && known.has(pathname)) return pathname;
      return /\.\w+$/.test(pathname) ? null : '/';
    },

    /** The file of this build, or of the one before; undefined where the browser has thrown it away. */
    async kept(path: string): Promise<Response | undefined> {
      const cache = await caches.open(name);
      return (await cache.match(path)) ?? (isForEver(path) ? caches.match(path) : undefined);
    },

    /** The file from the server; kept from now on where it is one of those that come later. */
    async had(path: string, request: () => Promise<Response>): Promise<Response> {
      const response = await request();
      const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
      if (later.includes(path) && response.ok && !response.redirected && !isPage) {
        // Where there is no room for it, it is asked for again the next time.
        await (await caches.open(name)).put(path, response.clone()).catch(() => undefined);
      }
      return response;
    },
  };
}
