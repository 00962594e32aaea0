import { describe, expect, it } from 'vitest';
import { createSlots } from '#src/sync/slots.ts';
import { settled } from './fakes/fake-timers.ts';

function line(count: number) {
  const slots = createSlots(count);
  const begun: string[] = [];
  const turnedAway: string[] = [];
  return {
    ...{ slots, begun, turnedAway },
    ask(name: string, width: number): AbortController {
      const stop = new AbortController();
      void slots.enter(width, stop.signal).then((may) => (may ? begun : turnedAway).push(name));
      return stop;
    },
  };
}

describe('Slots', () => {
  it('let nobody overtake who waits for more room', async () => {
    const { slots, begun, ask } = line(4);
    for (const name of ['a', 'b', 'c']) ask(name, 1);
    ask('wide', 2);
    ask('d', 1);
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    slots.leave(1);
    await settled();
    expect(begun).toEqual(['a', 'b', 'c', 'wide']);
    slots.leave(2);
    await settled();
    expect(begun).toEqual(['a', 'b', 'c', 'wide', 'd']);
  });

  it('let the next in where one gives up whom it waited for', async () => {
    const { begun, turnedAway, ask } = line(2);
    ask('a', 1);
    const wide = ask('wide', 2);
    ask('b', 1);
    wide.abort();
    await settled();
    expect({ begun, turnedAway }).toEqual({ begun: ['a', 'b'], turnedAway: ['wide'] });
  });

  it('let nobody in who has been turned away', async () => {
    const { slots, begun, turnedAway, ask } = line(1);
    for (const name of ['a', 'b', 'c']) ask(name, 1);
    slots.turnAway();
    slots.leave(1);
    ask('d', 1);
    await settled();
    expect({ begun, turnedAway }).toEqual({ begun: ['a', 'd'], turnedAway: ['b', 'c'] });
  });
});
