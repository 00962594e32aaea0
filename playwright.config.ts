import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/e2e/chromium.mjs';
import type { ServerOptions } from './tests/e2e/server.ts';

const executablePath = findChromium();
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
// Chromium refuses to sandbox itself for root, as in most containers.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The Chromium to run, and how. */
export const launch = {
  browserName: 'chromium' as const,
  launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...quiet, ...sandbox] },
};

/** Every worker runs against an embedded AWS of its own, on a free port, which is emptied before each test (tests/e2e/server.ts). */
export default defineConfig<ServerOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/build-bundle.ts',
  outputDir: 'test-results',
  // A repetition under other circumstances, for `npm run soak`.
  grepInvert: /@soak/,
  fullyParallel: false,
  // They wait for the network more than they work.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    ...launch,
    // What a test intercepts must come from the page; tests/e2e/installed.spec.ts looks at the service worker.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // Drawing what moves costs the processor more than the tests do.
    contextOptions: { reducedMotion: 'reduce' },
    // A slow machine is no fault.
    actionTimeout: 30_000,
  },
  projects: [
    { name: 'production bundle', testIgnore: /main-job-short|killed-tab|site\.spec/, use: { serve: 'preview' } },
    { name: 'npm start', testMatch: /main-job-short/, use: { serve: 'dev' } },
    {
      name: 'the tutorial of 2018',
      testMatch: /main-job-short/,
      use: { serve: 'preview', env: { LOCAL_AWS_API: 'tutorial', LOCAL_AWS_POLICY: 'tutorial-2018' } },
    },
    // What a deploy makes: our function, our policy, the site as CloudFront serves it.
    { name: 'from CloudFront', testMatch: /main-job-short|site\.spec/, use: { serve: 'site' } },
    {
      // It gives the device 50 ms for a write, and so runs when the others have ended and the machine is free.
      name: 'by itself',
      testMatch: /killed-tab/,
      use: { serve: 'preview' },
      dependencies: ['production bundle', 'npm start'],
    },
  ],
});
