import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { play } from '../unit/sync/world/play.ts';
import { story } from '../unit/sync/world/steps.ts';

// `npm run fuzz`: the property of tests/unit/sync/devices.property.test.ts, twenty times as often.
const sequences = 10_000;

describe.each(['versioned', 'tutorial'] as const)('Two or three devices over a bad network, %s backend', (profile) => {
  it(`lose no word in ${sequences} sequences`, async () => {
    await fc.assert(
      fc.asyncProperty(story, (one) => play(one, profile)),
      { numRuns: sequences },
    );
  }, 1_800_000);
});
