import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSettings, outDir } from './example-settings.mjs';

const root = resolve(import.meta.dirname, '../..');
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...exampleSettings },
  });
  const names = (await readdir(outDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name));
  files = new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'latin1')] as const)));
}, 120_000);

/** The files in which the text stands. */
const holding = (text: string) => [...files].filter(([, content]) => content.includes(text)).map(([path]) => path);

describe('a build for AWS', () => {
  it('is a folder of static files with the settings in them', () => {
    expect([...files.keys()]).toContain(join(outDir, 'index.html'));
    for (const value of Object.values(exampleSettings)) expect(holding(value), value).not.toEqual([]);
  });

  it.each([
    ['the embedded AWS', 'local-aws'],
    ['its control API', '__aws'],
    ['its made-up account', 'LocalPool'],
    ['its bucket', 'satchel-local-uploads'],
    ['the mock of the network used in tests', 'mockServiceWorker'],
    ['msw', 'setupServer'],
    ['the way to the embedded S3', 'bucketEndpoint'],
    ['any address of this machine', '127.0.0.1'],
    ['source maps', 'sourceMappingURL'],
  ])('has no trace of %s', (_what, text) => {
    expect(holding(text)).toEqual([]);
  });

  it('has a service worker that keeps every file of it', () => {
    const worker = files.get(join(outDir, 'service-worker.js')) ?? '';
    for (const path of files.keys()) {
      if (!/service-worker|robots|\.vite|index\.html/.test(path)) expect(worker).toContain(path.slice(outDir.length));
    }
  });

  it('has what makes zip files in a chunk of its own, for the export and for all files of a note', () => {
    const names = holding('date not in range 1980-2099').map((path) => basename(path));
    expect(names).toEqual([expect.stringMatching(/^zip-.+\.js$/)]);
  });

  it('has no inline script and no inline style, which the Content-Security-Policy would block', () => {
    const html = files.get(join(outDir, 'index.html')) ?? '';
    expect(html).toContain('<script type="module"');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(html).not.toMatch(/<style|style=/);
  });
});
