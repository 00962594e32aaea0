import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts another version of the app in the place of the one in the folder: every file in assets/ gets another name, and the old ones are gone. */
export async function deploy(bundle: string): Promise<void> {
  const names = await readdir(join(bundle, 'assets'));
  const renamed = (name: string) => name.replace(/(\.\w+)$/, '2$1');
  const rewrite = async (path: string) => {
    let text = await readFile(path, 'utf8');
    for (const name of names) text = text.replaceAll(name, renamed(name));
    text = text.replace(/(version:[`"'])\w+/, '$1the-next-one');
    await writeFile(path, text);
  };
  for (const name of names) {
    const path = join(bundle, 'assets', name);
    if (/\.(js|css)$/.test(name)) await rewrite(path);
    await rename(path, join(bundle, 'assets', renamed(name)));
  }
  for (const name of ['index.html', 'service-worker.js']) await rewrite(join(bundle, name));
}

/** The app's own files, as the page asks for them. */
export async function filesOf(bundle: string): Promise<readonly string[]> {
  const names = await readdir(bundle, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(bundle.length))
    .filter((path) => !path.startsWith('/.vite/') && path !== '/service-worker.js' && path !== '/robots.txt')
    .map((path) => (path === '/index.html' ? '/' : path))
    .sort();
}
