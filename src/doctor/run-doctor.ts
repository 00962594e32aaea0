import type { Check, DoctorParts } from '#src/aws/doctor/check.ts';
import { cognitoEndpoints } from '#src/aws/doctor/cognito-checks.ts';
import { examine } from '#src/aws/doctor/examine.ts';
import { pageFetch } from '#src/aws/doctor/page-fetch.ts';
import { readSettings } from '#src/aws/settings.ts';
import { reportText } from '#src/screens/help/report-text.ts';
import { createWords } from '#src/words/words.ts';
import { type Account, visitorFor } from './visitor-for.ts';

export interface DoctorCommand {
  /** With the VITE_ settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What stands behind `npm run doctor --`. */
  readonly args: readonly string[];
  /** Who is to be signed in; null: nobody. */
  readonly account: Account | null;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly write: (text: string) => void;
}

const usage = 'npm run doctor [-- --origin https://notes.example.com]: no other options are known.\n';

/** Runs the connection check from a command line, and writes what it finds. Gives the exit code: 1 where something is wrong. */
export async function runDoctor(command: DoctorCommand): Promise<0 | 1> {
  const { environment, args, account, write, now, wait } = command;
  const origin = originIn(args);
  if (origin === undefined) {
    write(usage);
    return 1;
  }
  const read = readSettings(environment);
  if (read.kind === 'local') {
    write('No VITE_ setting names a backend, so that there is nothing to check: see .env.example.\n');
    return 1;
  }
  if (read.kind === 'wrong') {
    write(`[Wrong] Settings\n${read.problems.map((problem) => `  ${problem}\n`).join('')}`);
    return 1;
  }
  const { settings } = read;
  const { region, apiUrl, bucket, userPoolId, identityPoolId } = settings;
  const parts: DoctorParts = {
    backend: settings,
    problems: [],
    endpoints: cognitoEndpoints(region),
    locate: (address) => address,
    fetch: origin === null ? command.fetch : pageFetch(origin, command.fetch, true),
    origin,
    visitor: async () => (account === null ? { kind: 'nobody' } : visitorFor(settings, account)),
    now,
    wait,
  };
  const checks = await examine(parts, () => {}, new AbortController().signal);
  const facts = [
    ['Notes API', apiUrl],
    ['Bucket', bucket],
    ['User pool', userPoolId],
    ['Identity pool', identityPoolId],
  ] as const;
  write(`${reportText(checks, facts, createWords('en', 'en', null))}\n`);
  return checks.some(isWrong) ? 1 : 0;
}

const isWrong = ({ state }: Check) => state.kind === 'wrong';

/** null: none is given; undefined: what is given is none. */
function originIn(args: readonly string[]): string | null | undefined {
  if (args.length === 0) return null;
  const [name, address = ''] = args.length === 1 ? (args[0] ?? '').split(/=(.*)/s) : args;
  const isOrigin = name === '--origin' && args.length <= 2 && /^https?:\/\/[^/]+\/?$/.test(address);
  return isOrigin ? new URL(address).origin : undefined;
}
