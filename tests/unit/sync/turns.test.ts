import { describe, expect, it } from 'vitest';
import { createTurns } from '#src/sync/turns.ts';
import { settled } from './fakes/fake-timers.ts';

function withTurns() {
  const granted: string[] = [];
  const ends: (() => void)[] = [];
  const ask = createTurns<string>(
    (wish) => {
      granted.push(wish);
      return new Promise((resolve) => ends.push(resolve));
    },
    (one, other) => `${one}+${other}`,
  );
  return { ask, granted, end: () => ends.shift()?.() };
}

describe('Turns', () => {
  it('grant one wish at a time, and together those that came meanwhile', async () => {
    const { ask, granted, end } = withTurns();
    const done: string[] = [];
    const wish = (name: string) => void ask(name).then(() => done.push(name));
    wish('a');
    await settled();
    for (const name of ['b', 'c', 'd']) wish(name);
    await settled();
    expect(granted).toEqual(['a']);
    end();
    await settled();
    expect(granted).toEqual(['a', 'b+c+d']);
    expect(done).toEqual(['a']);
    wish('e');
    end();
    await settled();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
    expect(granted).toEqual(['a', 'b+c+d', 'e']);
  });
});
