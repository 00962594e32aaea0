import type { Check, DoctorParts } from '#src/aws/doctor/check.ts';
import { cognitoEndpoints } from '#src/aws/doctor/cognito-checks.ts';
import { examine } from '#src/aws/doctor/examine.ts';
import { pageFetch } from '#src/aws/doctor/page-fetch.ts';
import { readSettings } from '#src/aws/settings.ts';
import { factsOf, reportHead, reportOn } from '#src/screens/help/report-text.ts';
import { isWrong, summaryOf } from '#src/screens/help/summary.ts';
import { createWords } from '#src/words/words.ts';
import { deployedStage } from './deployed-stage.ts';
import { readOptions } from './options.ts';
import { type Account, visitorFor } from './visitor-for.ts';

export interface DoctorCommand {
  /** With the VITE_ settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What stands behind `npm run doctor --`. */
  readonly args: readonly string[];
  /** A file of this folder; null: there is none. */
  readonly read: (path: string) => Promise<string | null>;
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

const notDeployed = (stage: string) =>
  `This folder does not know the stage ${stage}: run npm run deploy -- --stage ${stage} here first, or put the ids into .env.\n`;

const nothing =
  'No VITE_ setting names a backend, so that there is nothing to check: see .env.example. The embedded AWS is checked on its page, at /help.\n';

const noPassword =
  'No password was given, so that nothing was checked. Where there is no terminal, SATCHEL_PASSWORD may hold it.\n';

/** How to have the rest looked at. */
const more = (account: Account | null, origin: string | null) =>
  [
    account === null ? 'With SATCHEL_EMAIL=me@example.com before the command, it signs in and checks the rest.\n' : '',
    origin === null ? 'With --origin https://notes.example.com, it checks whether CORS lets your site in.\n' : '',
  ].join('');

/** Runs the connection check from a command line, and writes what it finds, each check as soon as it is done. */
export async function runDoctor(command: DoctorCommand): Promise<ExitCode> {
  const { args, write, now, wait, signal } = command;
  const asked = readOptions(args);
  if (!asked.ok) {
    write(`${asked.problem}\n`);
    return 2;
  }
  const deployed = asked.stage === null ? null : await deployedStage(asked.stage, command.read);
  if (asked.stage !== null && deployed === null) {
    write(notDeployed(asked.stage));
    return 2;
  }
  const origin = asked.origin ?? deployed?.origin ?? null;
  const read = readSettings(deployed?.environment ?? command.environment);
  if (read.kind === 'local') {
    write(nothing);
    return 2;
  }
  if (read.kind === 'wrong') {
    write(`[Wrong] Settings\n${read.problems.map((problem) => `  ${problem}\n`).join('')}`);
    return 1;
  }
  const account = await command.account();
  if (account === 'given up') {
    write(noPassword);
    return 130;
  }
  const { settings } = read;
  const parts: DoctorParts = {
    backend: settings,
    problems: [],
    endpoints: cognitoEndpoints(settings.region),
    locate: (address) => address,
    fetch: origin === null ? command.fetch : pageFetch(origin, command.fetch, true),
    origin,
    visitor: async () => (account === null ? { kind: 'nobody' } : visitorFor(settings, account)),
    now,
    wait,
  };
  const words = createWords('en', 'en', null);
  write(`${reportHead(factsOf(settings, words), words)}\n\n`);
  let told = 0;
  const tell = (checks: readonly Check[]) => {
    for (const check of checks.slice(told)) {
      if (check.state.kind === 'waiting' || check.state.kind === 'running') return;
      write(`${reportOn(check, words)}\n`);
      told += 1;
    }
  };
  const checks = await examine(parts, tell, signal);
  write(`\n${summaryOf(checks, signal.aborted, words)}\n`);
  if (signal.aborted) return 130;
  write(more(account, origin));
  return checks.some(isWrong) ? 1 : 0;
}
