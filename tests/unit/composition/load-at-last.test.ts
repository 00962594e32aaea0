import { describe, expect, it } from 'vitest';
import { loadAtLast } from '#src/composition/load-at-last.ts';
import { createFakeNetwork } from '../sync/fakes/fake-network.ts';
import { createFakePage } from '../sync/fakes/fake-page.ts';
import { createFakeTimers } from '../sync/fakes/fake-timers.ts';

/** A part that cannot be loaded until `isThere`. */
function aPart() {
  const timers = createFakeTimers();
  const page = createFakePage(createFakeNetwork(timers));
  const ending = new AbortController();
  const part = { isThere: false, asked: 0, failures: 0, loaded: null as string | null };
  void loadAtLast(
    async () => {
      part.asked += 1;
      if (!part.isThere) throw new Error('Importing a module script failed.');
      return 'loaded';
    },
    {
      ...{ page, timers, signal: ending.signal },
      onFailure: () => {
        part.failures += 1;
      },
    },
  ).then((loaded) => {
    part.loaded = loaded;
  });
  return { part, timers, page, end: () => ending.abort() };
}

describe('A part that cannot be loaded', () => {
  it('is asked for again when a person comes back to the page', async () => {
    const { part, page } = aPart();
    await expect.poll(() => part.failures).toBe(1);
    part.isThere = true;
    page.tell('focus');
    await expect.poll(() => part.loaded).toBe('loaded');
  });

  it('is asked for again after half a minute, and no more once it is there', async () => {
    const { part, timers } = aPart();
    await expect.poll(() => part.failures).toBe(1);
    await timers.pass(30_000);
    await expect.poll(() => part.failures).toBe(2);
    part.isThere = true;
    await timers.pass(30_000);
    await expect.poll(() => part.loaded).toBe('loaded');
    await timers.pass(300_000);
    expect(part.asked).toBe(3);
  });

  it('is not asked for again by what has ended', async () => {
    const { part, page, timers, end } = aPart();
    await expect.poll(() => part.failures).toBe(1);
    end();
    page.tell('online');
    await timers.pass(300_000);
    expect(part.asked).toBe(1);
  });
});
