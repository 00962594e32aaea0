import { defineConfig } from '@playwright/test';
import ends, { launch } from '../../playwright.config.ts';
import type { ServerOptions } from '../e2e/server.ts';

/** `npm run soak`: what takes as long as it takes. */
export default defineConfig<ServerOptions>({
  ...ends,
  testDir: '.',
  globalSetup: '../e2e/build-bundle.ts',
  outputDir: '../../test-results/soak',
  workers: 1,
  timeout: 30 * 60_000,
  expect: { timeout: 60_000 },
  use: { ...launch, serve: 'preview', trace: 'off', actionTimeout: 60_000 },
  grepInvert: [],
  projects: [
    { name: 'soak' },
    { name: 'repetitions of npm test', testDir: '../e2e', grep: /@soak/, use: { ...ends.use, serve: 'preview' } },
    {
      name: 'the tutorial of 2017',
      testDir: '../e2e',
      testMatch: /main-job-short/,
      use: { ...ends.use, serve: 'preview', env: { LOCAL_AWS_API: 'tutorial', LOCAL_AWS_POLICY: 'tutorial-2017' } },
    },
  ],
});
