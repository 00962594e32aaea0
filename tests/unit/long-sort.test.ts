import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPinnedThen } from '#src/notes/order.ts';
import { sortedAgain, sortSlowly } from '#src/screens/library/long-sort.ts';
import { aSummary } from './notes/a-summary.ts';

const orders = fc.constantFrom('changed' as const, 'created' as const, 'title' as const);
const told = fc.record({
  id: fc.uuid(),
  title: fc.string({ maxLength: 2 }),
  changedAt: fc.nat(9),
  createdAt: fc.nat(9),
  pinned: fc.boolean(),
});
const manyNotes = (most: number) =>
  fc
    .uniqueArray(told, { selector: ({ id }) => id, maxLength: most, size: 'max' })
    .map((all) => all.map((one) => aSummary(one)));

describe('sorting without standing still', () => {
  it('sorts as sorting in one go does, and pauses', async () => {
    await fc.assert(
      fc.asyncProperty(manyNotes(1500), orders, async (notes, order) => {
        let pauses = 0;
        const compare = byPinnedThen(order);
        const pause = async () => {
          pauses += 1;
        };
        expect(await sortSlowly(notes, compare, pause)).toEqual(notes.toSorted(compare));
        expect(pauses).toBeGreaterThanOrEqual(Math.ceil(notes.length / 500));
      }),
      { numRuns: 10 },
    );
  });

  it('puts what is new where it belongs and leaves out what is gone', () => {
    fc.assert(
      fc.property(manyNotes(30), orders, fc.nat(30), fc.nat(30), (notes, order, gone, known) => {
        const compare = byPinnedThen(order);
        const before = notes.slice(0, known).sort(compare);
        const now = notes.slice(gone);
        expect(sortedAgain(before, now, compare)).toEqual(now.toSorted(compare));
      }),
    );
  });

  it('leaves very many new ones to the slow way', () => {
    const notes = Array.from({ length: 501 }, (_, at) => aSummary({ id: `${at}` }));
    expect(sortedAgain([], notes, byPinnedThen('title'))).toBeNull();
    expect(sortedAgain(notes, notes, byPinnedThen('title'))).toHaveLength(501);
  });
});
