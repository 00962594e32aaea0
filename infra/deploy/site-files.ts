import { readdir } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { cacheControl, isForEver } from '../site/cache-rules.ts';

/** A file of the built site, and what it is served with. */
export interface SiteFile {
  /** On the site; begins with a slash. */
  readonly path: string;
  /** On this computer. */
  readonly file: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  // The licences of what pdf.js brings along.
  '': 'text/plain; charset=utf-8',
};

/**
 * The files of a build in the order in which they are uploaded: those whose names change with what is in them first, so that a page never
 * asks for one that is not there yet, and the page last. Hidden files stay here.
 */
export async function siteFiles(dir: string): Promise<readonly SiteFile[]> {
  const entries = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: `/${relative(dir, file).replaceAll('\\', '/')}` }))
    .filter(({ path }) => !path.includes('/.'))
    .map(({ file, path }) => ({
      path,
      file,
      contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
      cacheControl: cacheControl(path),
    }))
    .sort((a, b) => turn(a.path) - turn(b.path) || (a.path < b.path ? -1 : 1));
}

function turn(path: string): number {
  if (isForEver(path)) return 0;
  return ['/service-worker.js', '/index.html'].indexOf(path) + 2;
}
