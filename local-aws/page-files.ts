import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Connect } from 'vite';
import { cacheControl } from '../infra/site/cache-rules.ts';
import { decodedPath } from './decoded-path.ts';

const serviceWorker = '/service-worker.js';

export interface PageFiles {
  /** The folder of the build. */
  readonly dir: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The page as it is served, made from the build's index.html. */
  readonly page: (html: string) => string;
}

/**
 * Serves a build as static hosting should: the page for every route of the app, 404 for a file that is not there. Files that are there
 * get their headers, and are left to who comes next.
 */
export function pageFiles({ dir, headers, page }: PageFiles): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = decodedPath(new URL(request.url ?? '/', 'http://page').pathname);
    if ((request.method !== 'GET' && request.method !== 'HEAD') || path === null) {
      response.writeHead(path === null ? 400 : 405).end();
      return;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(path, request.method, response).then((answered) => {
      if (!answered) next();
    }, next);
  };

  async function answer(path: string, method: string, response: Parameters<Connect.NextHandleFunction>[1]) {
    if (path === serviceWorker && (await isFile(path))) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(method === 'HEAD' ? undefined : await serviceWorkerFor(page));
      return true;
    }
    if (path !== '/index.html' && (await isFile(path))) {
      response.setHeader('cache-control', cacheControl(path));
      return false;
    }
    response.setHeader('cache-control', 'no-cache');
    if (extname(path) !== '' && path !== '/index.html') {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return true;
    }
    const html = page(await readFile(join(dir, 'index.html'), 'utf8'));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(method === 'HEAD' ? undefined : html);
    return true;
  }

  /**
   * A browser fetches the page anew when the bytes of its service worker change: where the page is made as it is served, they must
   * change with it.
   */
  async function serviceWorkerFor(make: PageFiles['page']): Promise<string> {
    const [script, html] = await Promise.all(
      [serviceWorker, 'index.html'].map((name) => readFile(join(dir, name), 'utf8')),
    );
    const served = make(html ?? '');
    return served === html ? `${script}` : `${script}\n// ${createHash('sha256').update(served).digest('hex')}\n`;
  }

  async function isFile(path: string): Promise<boolean> {
    const file = join(dir, path);
    if (!file.startsWith(dir + sep) || path.includes('\0')) return false;
    try {
      return (await stat(file)).isFile();
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
        return false;
      throw error;
    }
  }
}
