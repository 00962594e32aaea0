import { describe, expect, it } from 'vitest';
import { reloadWhereReplaced } from '#src/composition/missing-parts.ts';
import { settled } from '../sync/fakes/fake-timers.ts';

/** A page started by `/assets/start-1.js`; `html`: what the server has now. */
function lab(html: string | null) {
  const page = new EventTarget();
  const kept = new Map<string, string>();
  const state = { taken: 0, now: 1_000_000 };
  reloadWhereReplaced({
    page,
    memory: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    now: () => state.now,
    start: '/assets/start-1.js',
    newestPage: async () => html,
    takeNewest: async () => {
      state.taken += 1;
      return true;
    },
  });
  const miss = async () => {
    page.dispatchEvent(new Event('vite:preloadError'));
    await settled();
  };
  return { state, miss };
}

describe('a part of the app that cannot be loaded', () => {
  it('calls for the new version where there is one, once', async () => {
    const { state, miss } = lab('<script type="module" src="/assets/start-2.js">');
    await miss();
    expect(state.taken).toBe(1);
    state.now += 30_000;
    await miss();
    expect(state.taken).toBe(1);
    state.now += 60_000;
    await miss();
    expect(state.taken).toBe(2);
  });

  it.each([
    ['the server has this version still', '<script type="module" src="/assets/start-1.js">'],
    ['there is no network', null],
  ])('changes nothing where %s', async (_why, html) => {
    const { state, miss } = lab(html);
    await miss();
    expect(state.taken).toBe(0);
  });
});
