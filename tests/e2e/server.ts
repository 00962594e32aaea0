import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type ControlApi, controlApi } from './control-api.ts';

const root = resolve(import.meta.dirname, '../..');

export interface ServerOptions {
  /** `npm start`'s server, the production bundle's, or that bundle's as CloudFront serves it (site-server.ts). */
  readonly serve: 'dev' | 'preview' | 'site';
  /** Whether the test deploys other versions: the server then has a copy of the bundle of its own. */
  readonly ownBundle: boolean;
  /** LOCAL_AWS_… settings. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Server extends ControlApi {
  /** The page's address. */
  readonly url: string;
  /** The folder of the bundle that is served. */
  readonly bundle: string;
  /** Ends the server, as when the network is gone; `start` brings it back on the same port and data, and with other settings for this once. */
  stop(): Promise<void>;
  start(settings?: ServerOptions['env']): Promise<void>;
}

interface Fixtures {
  /** Whether AWS may answer 403 in this test. */
  readonly mayBeRefused: boolean;
  /** Parts of the app may be gone from the server, which Chromium and React log before the page moves on. */
  readonly mayMissParts: boolean;
  readonly server: Server;
  readonly watched: undefined;
}

interface WorkerFixtures extends ServerOptions {
  /** One server for all tests of a worker; `server` is what each of them gets, with nothing left of the one before. */
  readonly sharedServer: Server;
}

/** Playwright's `test` with a server and an embedded AWS that is as new in each test, and pages in which nothing unexpected may happen. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  serve: ['preview', { option: true, scope: 'worker' }],
  ownBundle: [false, { option: true, scope: 'worker' }],
  env: [{}, { option: true, scope: 'worker' }],
  mayBeRefused: [false, { option: true }],
  mayMissParts: [false, { option: true }],
  sharedServer: [
    async ({ serve, ownBundle, env }, use) => {
      const dir = await mkdtemp(join(tmpdir(), 'satchel-e2e-'));
      const port = await freePort();
      const bundle = ownBundle ? join(dir, 'bundle') : join(root, 'dist-local');
      if (ownBundle) await cp(join(root, 'dist-local'), bundle, { recursive: true });
      const start = (settings: ServerOptions['env'] = {}) =>
        startServer({ serve, bundle, port, env: { ...env, ...settings, LOCAL_AWS_DIR: join(dir, 'aws') } });
      let running = await start();
      const url = `http://127.0.0.1:${port}`;
      await use({
        url,
        bundle,
        ...controlApi(`${url}/__aws`),
        stop: () => running.stop(),
        start: async (settings) => {
          running = await start(settings);
        },
      });
      await running.stop();
      await rm(dir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  server: async ({ browser, sharedServer }, use) => {
    await sharedServer.reset();
    await use(sharedServer);
    // A second device that a test has left open would go on asking.
    await Promise.all(browser.contexts().map((context) => context.close()));
  },
  baseURL: async ({ server }, use) => use(server.url),
  watched: [
    async ({ context, mayBeRefused, mayMissParts }, use) => {
      const wrong: string[] = [];
      const watch = (page: Page) => watchPage(page, wrong, { mayBeRefused, mayMissParts });
      context.on('page', watch);
      for (const page of context.pages()) watch(page);
      await use(undefined);
      expect(wrong, 'console errors, page errors and Content-Security-Policy violations').toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects what a person would find in the console: errors, warnings, uncaught exceptions, violations of the policy. */
export function watchPage(page: Page, wrong: string[], expected: Expected = nothingExpected): void {
  page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (isExpected(message.text(), expected)) return;
    wrong.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
}

/**
 * Chromium itself logs every failed request and every answer of 400 and above; what the app makes of them is tested elsewhere. That AWS
 * refuses a person something (403) has no place in an ordinary day, so that a test has to expect it.
 */
const isExpected = (text: string, { mayBeRefused, mayMissParts }: Expected): boolean =>
  text.startsWith('Service Worker registration blocked by Playwright') ||
  (mayMissParts && missingPart.test(text)) ||
  (text.startsWith('Failed to load resource:') && (mayBeRefused || !text.includes('status of 403')));

const missingPart = /Failed to fetch dynamically imported module|Refused to apply style|Unable to preload CSS/;

type Expected = Pick<Fixtures, 'mayBeRefused' | 'mayMissParts'>;
const nothingExpected: Expected = { mayBeRefused: false, mayMissParts: false };

interface Running {
  stop(): Promise<void>;
}

async function startServer({
  serve,
  bundle,
  port,
  env,
}: Pick<ServerOptions, 'serve' | 'env'> & { readonly bundle: string; readonly port: number }): Promise<Running> {
  if (serve === 'site') {
    // It brings CDK along, which the other tests need not wait for.
    const { startSite } = await import('./site-server.ts');
    return startSite({ bundle, port, env });
  }
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = serve === 'dev' ? [vite] : [vite, 'preview', '--mode', 'local-aws', '--outDir', bundle];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'pipe',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
  await Promise.race([answers(`http://127.0.0.1:${port}/__aws/inbox`), ended]);
  return { stop: () => stop(child) };
}

/** Resolves once the address answers; the caller's time-out ends it where it never does. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.removeAllListeners('exit');
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await gone;
}

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
