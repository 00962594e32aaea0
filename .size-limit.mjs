/** Budgets of the production build, brotli; the sets of files are read from the build's own manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outDir } from './tests/build/example-settings.mjs';

/** @type {Record<string, { file: string; imports?: string[]; css?: string[]; src?: string }>} */
const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'));

/**
 * The chunks that importing the modules loads: each with everything that it imports statically.
 * @param {readonly string[]} sources
 */
function loaded(sources) {
  const keys = new Set();
  const add = (/** @type {string} */ key) => {
    if (keys.has(key)) return;
    keys.add(key);
    for (const next of chunk(key).imports ?? []) add(next);
  };
  for (const source of sources) add(source);
  return [...keys].map(chunk);
}

/** @param {string} key */
function chunk(key) {
  const found = manifest[key];
  if (!found) throw new Error(`The build has no chunk for ${key}; correct .size-limit.mjs.`);
  return found;
}

/** @param {readonly string[]} sources */
const scripts = (sources) => loaded(sources).map(({ file }) => join(outDir, file));

/** @param {readonly string[]} sources */
const styles = (sources) => loaded(sources).flatMap(({ css }) => (css ?? []).map((file) => join(outDir, file)));

const list = ['index.html'];
const editor = [
  ...list,
  'src/app/note-page.tsx',
  'src/screens/editor/styled-text.tsx',
  'src/composition/connect-notebook.ts',
];
const amplify = ['src/aws/amplify-auth.ts', 'src/aws/amplify-api.ts'];
const sync = [...editor, 'src/composition/connect-sync.ts', 'src/aws/connection.ts', ...amplify];
const signIn = [
  ...list,
  'src/screens/sign-in/sign-in-screen.tsx',
  'src/aws/amplify-auth.ts',
  'src/aws/amplify-sign-in.ts',
];

export default [
  { name: 'JS to a usable list, signed in before', path: scripts(list), limit: '100 kB', brotli: true },
  { name: 'JS to an editor to type in', path: scripts(editor), limit: '200 kB', brotli: true },
  { name: 'JS for all that sync needs', path: scripts(sync), limit: '260 kB', brotli: true },
  { name: 'JS to sign-in', path: scripts(signIn), limit: '260 kB', brotli: true },
  { name: 'CSS to sign-in', path: styles(signIn), limit: '30 kB', brotli: true },
];
