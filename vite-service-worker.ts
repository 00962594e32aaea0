import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import type { AppBuild } from './src/service-worker/app-files.ts';

const fileName = 'service-worker.js';

/** Writes the service worker beside a build's files, with their names in it. `servers`: paths that it leaves alone. */
export function serviceWorker(servers: AppBuild['servers']): Plugin {
  let outDir = '';
  return {
    name: 'satchel-service-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir: folder } }) => {
      outDir = resolve(root, folder);
    },
    async closeBundle(error?: Error) {
      if (error !== undefined) return;
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        define: { __APP_BUILD__: JSON.stringify(await appBuild(outDir, servers)) },
        build: {
          write: false,
          target: 'es2022',
          rolldownOptions: {
            input: join(import.meta.dirname, 'src/service-worker/service-worker.ts'),
            output: { format: 'iife' },
          },
        },
      });
      const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
      const script = outputs.find((output) => output.type === 'chunk');
      if (script === undefined) throw new Error('The service worker was not built.');
      await writeFile(join(outDir, fileName), script.code);
    },
  };
}

/** What shows PDFs: 1.5 MB, and some 170 small files for texts in Asian scripts. */
const comesLater = (path: string) => path.startsWith('/assets/pdf');

/** All files of the build that the page may ask for. */
async function appBuild(dir: string, servers: AppBuild['servers']): Promise<AppBuild> {
  const entries = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('.') && path !== fileName && path !== 'robots.txt')
    .sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(await readFile(join(dir, path)));
  const page = await readFile(join(dir, 'index.html'), 'utf8');
  const start = /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1];
  if (start === undefined) throw new Error('index.html starts no script.');
  const addresses = paths.map((path) => (path === 'index.html' ? '/' : `/${path}`));
  return {
    version: hash.digest('hex').slice(0, 16),
    files: addresses.filter((path) => !comesLater(path)),
    later: addresses.filter(comesLater),
    start,
    servers,
  };
}
