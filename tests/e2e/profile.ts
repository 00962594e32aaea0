import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launch } from '../../playwright.config.ts';
import { watchPage } from './server.ts';

/** A browser of one's own that can be closed and opened again with all that it keeps. `wrong`: what its console has that nobody expects. */
export async function createProfile() {
  const profile = await mkdtemp(join(tmpdir(), 'satchel-profile-'));
  return {
    async open() {
      const context = await chromium.launchPersistentContext(profile, launch.launchOptions);
      const page = context.pages()[0] ?? (await context.newPage());
      const wrong: string[] = [];
      watchPage(page, wrong);
      return { context, page, wrong };
    },
    remove: () => rm(profile, { recursive: true, force: true }),
  };
}
