import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { play } from './world/play.ts';
import { story } from './world/steps.ts';

describe.each(['versioned', 'tutorial'] as const)('Two or three devices over a bad network, %s backend', (profile) => {
  it('lose no word that nobody took away, and agree in the end', async () => {
    await fc.assert(
      fc.asyncProperty(story, (one) => play(one, profile)),
      { numRuns: 500 },
    );
  }, 300_000);
});

describe("Two or three devices over the tutorial's list, cut at 1 MB", () => {
  it('lose no word that nobody took away', async () => {
    await fc.assert(
      fc.asyncProperty(story, (one) => play(one, 'tutorial', { listIsCut: true })),
      { numRuns: 500 },
    );
  }, 300_000);
});
