import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { exampleSettings, outDir } from '../tests/build/example-settings.mjs';
import { report } from './report.ts';

const root = resolve(import.meta.dirname, '..');

test('what a build for AWS weighs', () => {
  const run = (script: string, args: readonly string[]) =>
    execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', ...exampleSettings },
    });
  run('vite/bin/vite.js', ['build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error']);
  const sizes: readonly { name: string; size: number; sizeLimit: number }[] = JSON.parse(
    run('size-limit/bin.js', ['--json']),
  );
  expect(sizes.length).toBeGreaterThan(0);
  report(
    'size',
    sizes.map(({ name, size, sizeLimit }) => ({
      what: name,
      figure: size / 1000,
      unit: 'kB',
      budget: sizeLimit / 1000,
    })),
  );
});
