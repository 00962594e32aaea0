import { createInterface } from 'node:readline/promises';
import { loadEnv } from 'vite';
import { runDoctor } from './run-doctor.ts';
import type { Account } from './visitor-for.ts';

/*
 * `npm run doctor`. It reads .env and .env.local as the build does. SATCHEL_EMAIL signs somebody in; SATCHEL_PASSWORD is asked for where it
 * is not set.
 */

async function accountOf({ SATCHEL_EMAIL, SATCHEL_PASSWORD }: NodeJS.ProcessEnv): Promise<Account | null> {
  if (SATCHEL_EMAIL === undefined || SATCHEL_EMAIL === '') return null;
  if (SATCHEL_PASSWORD !== undefined) return { email: SATCHEL_EMAIL, password: SATCHEL_PASSWORD };
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const password = await terminal.question(`Password of ${SATCHEL_EMAIL} (it is shown as you type): `);
  terminal.close();
  return { email: SATCHEL_EMAIL, password };
}

const code = await runDoctor({
  environment: loadEnv('production', process.cwd(), 'VITE_'),
  args: process.argv.slice(2),
  account: await accountOf(process.env),
  fetch,
  now: () => Date.now(),
  wait: (ms) => new Promise((done) => void setTimeout(done, ms).unref()),
  write: (text) => void process.stdout.write(text),
});
process.exit(code);
