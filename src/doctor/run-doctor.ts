import type { Check, DoctorParts } from '#src/aws/doctor/check.ts';
import { cognitoEndpoints } from '#src/aws/doctor/cognito-checks.ts';
import { examine } from '#src/aws/doctor/examine.ts';
import { pageFetch } from '#src/aws/doctor/page-fetch.ts';
import { readSettings } from '#src/aws/settings.ts';
import { reportHead, reportOn } from '#src/screens/help/report-text.ts';
import { createWords } from '#src/words/words.ts';
import { type Account, visitorFor } from './visitor-for.ts';

export interface DoctorCommand {
  /** With the VITE_ settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What stands behind `npm run doctor --`. */
  readonly args: readonly string[];
  /** Who is to be signed in; null: nobody. Asked for where there is something to check. */
  readonly account: () => Promise<Account | 'given up' | null>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly write: (text: string) => void;
  /** Stops it when it aborts. */
  readonly signal: AbortSignal;
}

/** 0: nothing is wrong; 1: something is; 2: it was called so that nothing could be checked; 130: stopped before the end. */
export type ExitCode = 0 | 1 | 2 | 130;

const usage = 'npm run doctor [-- --origin https://notes.example.com]: no other options are known.\n';

const nothing =
  'No VITE_ setting names a backend, so that there is nothing to check: see .env.example. The embedded AWS is checked on its page, at /help.\n';

/** Runs the connection check from a command line, and writes what it finds, each check as soon as it is done. */
export async function runDoctor(command: DoctorCommand): Promise<ExitCode> {
  const { environment, args, write, now, wait, signal } = command;
  const origin = originIn(args);
  if (origin === undefined) {
    write(usage);
    return 2;
  }
  const read = readSettings(environment);
  if (read.kind === 'local') {
    write(nothing);
    return 2;
  }
  if (read.kind === 'wrong') {
    write(`[Wrong] Settings\n${read.problems.map((problem) => `  ${problem}\n`).join('')}`);
    return 1;
  }
  const account = await command.account();
  if (account === 'given up') return 130;
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
  const words = createWords('en', 'en', null);
  const facts = [
    ['Notes API', apiUrl],
    ['Bucket', bucket],
    ['User pool', userPoolId],
    ['Identity pool', identityPoolId],
  ] as const;
  write(`${reportHead(facts, words)}\n\n`);
  let told = 0;
  const tell = (checks: readonly Check[]) => {
    for (const check of checks.slice(told)) {
      if (check.state.kind === 'waiting' || check.state.kind === 'running') return;
      write(`${reportOn(check, words)}\n`);
      told += 1;
    }
  };
  const checks = await examine(parts, tell, signal);
  if (signal.aborted) return 130;
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
