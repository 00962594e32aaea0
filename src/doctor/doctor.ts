import { loadEnv } from 'vite';
import { readIfThere } from '../../infra/read-if-there.ts';
import { askSecret } from './ask-secret.ts';
import { runDoctor } from './run-doctor.ts';
import type { Account } from './visitor-for.ts';

/*
 * `npm run doctor`. It reads .env and .env.local as the build does. SATCHEL_EMAIL signs somebody in; SATCHEL_PASSWORD is asked for where it
 * is not set.
 */

async function accountOf({ SATCHEL_EMAIL, SATCHEL_PASSWORD }: NodeJS.ProcessEnv): Promise<Account | 'given up' | null> {
  if (SATCHEL_EMAIL === undefined || SATCHEL_EMAIL === '') return null;
  const question = `Password of ${SATCHEL_EMAIL} (it is not shown): `;
  const password =
    SATCHEL_PASSWORD !== undefined && SATCHEL_PASSWORD !== ''
      ? SATCHEL_PASSWORD
      : await askSecret(question, process.stdin, (text) => void process.stderr.write(text));
  return password === null ? 'given up' : { email: SATCHEL_EMAIL, password };
}

const stop = new AbortController();
// The second time, Node.js ends it at once.
process.once('SIGINT', () => {
  process.stderr.write('\nStopping. What was put into the bucket is taken away first.\n');
  stop.abort();
});

process.exit(
  await runDoctor({
    environment: loadEnv('production', process.cwd(), 'VITE_'),
    args: process.argv.slice(2),
    read: readIfThere,
    account: () => accountOf(process.env),
    fetch,
    now: () => Date.now(),
    wait: (ms) => new Promise((done) => void setTimeout(done, ms)),
    write: (text) => void process.stdout.write(text),
    signal: stop.signal,
  }),
);
