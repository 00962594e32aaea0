import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Builds the bundle that the tests serve, once for all of them. SATCHEL_BUNDLE=keep takes the one that is there. */
export default function buildBundle(): void {
  if (process.env.SATCHEL_BUNDLE === 'keep') return;
  const root = resolve(import.meta.dirname, '../..');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--mode', 'local-aws', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
