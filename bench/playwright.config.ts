import { defineConfig } from '@playwright/test';
import ends, { launch } from '../playwright.config.ts';
import type { ServerOptions } from '../tests/e2e/server.ts';

/** `npm run bench`: one measurement at a time, with nothing recorded beside it. */
export default defineConfig<ServerOptions>({
  ...ends,
  testDir: '.',
  globalSetup: '../tests/e2e/build-bundle.ts',
  globalTeardown: './report.ts',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  workers: 1,
  timeout: 30 * 60_000,
  expect: { timeout: 10 * 60_000 },
  use: { ...launch, serviceWorkers: 'allow', serve: 'preview', trace: 'off', actionTimeout: 60_000 },
  projects: [{ name: 'bench' }],
});
