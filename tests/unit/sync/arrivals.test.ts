import { describe, expect, it } from 'vitest';
import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { newObjectKey } from '#src/notes/object-key.ts';
import { failed, succeeded } from '#src/notes/result.ts';
import { createArrivals } from '#src/sync/arrivals.ts';
import { createFakeNetwork } from './fakes/fake-network.ts';
import { createFakePage } from './fakes/fake-page.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const denied: AwsFailure = { kind: 'denied', message: 'denied', details: '' };
const minute = 60_000;

function aDevice({ age = 0 } = {}) {
  const timers = createFakeTimers();
  const network = createFakeNetwork(timers);
  const page = createFakePage(network);
  const there = new Set<string>();
  let asked = 0;
  const { arrival, stop } = createArrivals({
    ...{ page, timers },
    find: async ([key]) => {
      asked += 1;
      return there.has(key) ? succeeded({ key, size: 1 }) : failed(denied);
    },
  });
  const randomBytes = (length: number) => new Uint8Array(length);
  const key = newObjectKey({ prefix: 'me/', now: timers.now() - age, randomBytes, name: 'sea.png' });
  const waiting = new AbortController();
  const seen: boolean[] = [];
  const wait = () => void arrival([key], waiting.signal).then((is) => seen.push(is));
  return { timers, network, page, there, key, stop, seen, wait, leave: () => waiting.abort(), asked: () => asked };
}

describe('A file that is not there', () => {
  it('is looked for after ten seconds, then ever more seldom, and told of once it has arrived', async () => {
    const { timers, there, key, wait, seen, asked } = aDevice();
    wait();
    await timers.pass(9_000);
    expect(asked()).toBe(0);
    await timers.pass(1_000);
    expect(asked()).toBe(1);
    await timers.pass(30_000);
    expect(asked()).toBe(2);
    await timers.pass(60 * minute);
    expect(asked()).toBe(2 + 30);
    expect(seen).toEqual([]);
    there.add(key);
    await timers.pass(2 * minute);
    expect(seen).toEqual([true]);
    await timers.pass(60 * minute);
    expect(asked()).toBe(3 + 30);
  });

  it('is looked for seldom where it is not likely on its way', async () => {
    const { timers, wait, asked } = aDevice({ age: 3 * 24 * 60 * minute });
    wait();
    await timers.pass(60 * minute);
    expect(asked()).toBe(6);
  });

  it('is looked for once for all who wait for it', async () => {
    const { timers, there, key, wait, seen, asked } = aDevice();
    for (let widget = 0; widget < 3; widget += 1) wait();
    there.add(key);
    await timers.pass(minute);
    expect(seen).toEqual([true, true, true]);
    expect(asked()).toBe(1);
  });

  it('is looked for when a person comes back to the page, but not over and over', async () => {
    const { timers, page, there, key, wait, seen, asked } = aDevice();
    wait();
    await timers.pass(5_000);
    page.tell('focus');
    page.tell('focus');
    await timers.pass(100);
    expect(asked()).toBe(1);
    there.add(key);
    page.tell('focus');
    expect(asked()).toBe(1);
    await timers.pass(4_000);
    page.tell('focus');
    await timers.pass(0);
    expect(seen).toEqual([true]);
  });

  it('is not looked for while nobody sees the page, without a network, and once nobody waits for it', async () => {
    const { timers, page, network, there, key, wait, leave, seen, asked } = aDevice();
    wait();
    page.isVisible = false;
    await timers.pass(60 * minute);
    page.isVisible = true;
    network.online = false;
    page.tell('focus');
    await timers.pass(60 * minute);
    expect(asked()).toBe(0);
    network.online = true;
    page.tell('online');
    await timers.pass(0);
    expect(asked()).toBe(1);
    leave();
    there.add(key);
    await timers.pass(60 * minute);
    expect(seen).toEqual([false]);
    expect(asked()).toBe(1);
  });

  it('does not begin to be looked for often again by leaving and coming back', async () => {
    const { timers, key, page } = aDevice();
    let asked = 0;
    const { arrival } = createArrivals({
      ...{ page, timers },
      find: async () => {
        asked += 1;
        return failed(denied);
      },
    });
    for (let times = 0; times < 60; times += 1) {
      const sight = new AbortController();
      void arrival([key], sight.signal);
      await timers.pass(minute);
      sight.abort();
    }
    expect(asked).toBeLessThanOrEqual(33);
  });
});
