import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyBest, fuzzyScore } from '#src/notes/fuzzy.ts';

const best = (typed: string, names: readonly string[]) => fuzzyBest(typed, names, (name) => name, 10);

describe('fuzzy names', () => {
  it('have the letters in their order', () => {
    expect(best('gp', ['Garden plan', 'Page', 'plan of the garden'])).toEqual(['Garden plan']);
    expect(best('brulee', ['Crème brûlée'])).toEqual(['Crème brûlée']);
  });

  it('come with whole words first, then their beginnings, then pieces', () => {
    expect(best('plan', ['p l a n', 'Airplane', 'The plan', 'Plan'])).toEqual([
      'Plan',
      'The plan',
      'Airplane',
      'p l a n',
    ]);
  });

  it('stay in their order where nothing is typed, and are no more than wanted', () => {
    expect(fuzzyBest('', ['b', 'a', 'c'], (name) => name, 2)).toEqual(['b', 'a']);
  });

  it('are found by any letters of theirs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.array(fc.boolean()), (name, kept) => {
        const typed = [...name.toLowerCase()].filter((_, at) => kept[at] === true).join('');
        expect(fuzzyScore(typed, name)).not.toBeNull();
      }),
    );
  });
});
