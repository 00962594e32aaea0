import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from '#src/store/history-thinning.ts';
import type { Snapshot, SnapshotReason } from '#src/store/snapshot.ts';
import { noteId } from '../notes/a-note-id.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = 1_000 * day + 12 * hour;

/** Snapshots of these ages (ms), the oldest first; each has a text of its own. */
const snapshots = (ages: readonly number[], reason: SnapshotReason = 'writing'): readonly Snapshot[] =>
  ages
    .toSorted((one, other) => other - one)
    .map((age, id) => ({ id, noteId: noteId('a'), at: now - age, text: `${id}`, reason }));

/** The ages that stay, the oldest first. */
function staying(given: readonly Snapshot[], clashing = false): readonly number[] {
  const gone = thinned(given, { now, clashing });
  return given.filter(({ id }) => !gone.includes(id)).map(({ at }) => now - at);
}

describe('of the snapshots before stretches of writing', () => {
  it('all of the last hour stay', () => {
    const ages = [hour, 50 * minute, 3 * minute, 2 * minute, minute, 0];
    expect(staying(snapshots(ages))).toEqual(ages);
  });

  it('the newest of each hour stay for a day', () => {
    expect(staying(snapshots([3 * hour + 9 * minute, 3 * hour + minute, 2 * hour + 50 * minute, 2 * hour]))).toEqual([
      3 * hour + minute,
      2 * hour + 50 * minute,
      2 * hour,
    ]);
    expect(staying(snapshots([2 * hour - minute, 2 * hour - 2 * minute]))).toEqual([2 * hour - 2 * minute]);
  });

  it('the newest of each day stay for 30 days, and none longer', () => {
    const ages = [30 * day + 1, 30 * day, 4 * day + hour, 4 * day, 3 * day, day + hour];
    expect(staying(snapshots(ages))).toEqual([30 * day, 4 * day, 3 * day, day + hour]);
  });

  it('60 stay at most, the newest', () => {
    const ages = Array.from({ length: 70 }, (_, index) => index * 1_000);
    expect(staying(snapshots(ages))).toEqual(ages.slice(0, 60).toReversed());
  });

  it('those go whose text stands in the next one as well', () => {
    const twice = snapshots([3 * minute, 2 * minute, minute]).map((one) => ({
      ...one,
      text: one.id === 2 ? 'x' : 'y',
    }));
    expect(staying(twice)).toEqual([2 * minute, minute]);
  });
});

describe('of the other snapshots', () => {
  it.each(['mine', 'theirs', 'replaced', 'gone', 'restored', 'discarded', 'chosen'] as const)(
    'every one kept as "%s" stays for 30 days',
    (reason) => {
      const ages = [30 * day, ...Array.from({ length: 70 }, (_, index) => 20 * day - index), 5, 4];
      expect(staying(snapshots(ages, reason))).toEqual(ages);
      expect(staying(snapshots([30 * day + 1], reason))).toEqual([]);
    },
  );

  it('the sides of a clash stay for as long as it is not decided', () => {
    for (const reason of ['mine', 'theirs'] as const) {
      expect(staying(snapshots([400 * day, 31 * day], reason), true)).toHaveLength(2);
      expect(staying(snapshots([400 * day, 31 * day], reason), false)).toEqual([]);
    }
    expect(staying(snapshots([31 * day], 'chosen'), true)).toEqual([]);
  });
});

describe('thinning', () => {
  const reasons = ['writing', 'mine', 'theirs', 'replaced', 'restored', 'discarded', 'chosen', 'gone'] as const;
  const age = fc.oneof(fc.nat(2 * hour), fc.nat(2 * day), fc.nat(40 * day), fc.integer({ min: -hour, max: 0 }));
  const history = fc
    .array(fc.record({ age, reason: fc.constantFrom(...reasons), text: fc.constantFrom('a', 'b', 'c') }), {
      maxLength: 150,
    })
    .map((all) =>
      all
        .toSorted((one, other) => other.age - one.age)
        .map(({ age, reason, text }, id) => ({ id, noteId: noteId('a'), at: now - age, reason, text })),
    );
  const isSide = ({ reason }: Snapshot) => reason === 'mine' || reason === 'theirs';

  it('never takes what is protected, and never leaves more than may stay', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (all, clashing) => {
        const gone = new Set(thinned(all, { now, clashing }));
        const left = all.filter(({ id }) => !gone.has(id));
        const isProtected = (one: Snapshot) =>
          (clashing && isSide(one)) || (one.reason !== 'writing' && now - one.at <= 30 * day);
        expect(all.filter((one) => isProtected(one) && gone.has(one.id))).toEqual([]);

        const others = left.filter((one) => !isProtected(one));
        expect(others.every(({ at, reason }) => reason === 'writing' && now - at <= 30 * day)).toBe(true);
        expect(others.length).toBeLessThanOrEqual(60);
        const inHours = others
          .filter(({ at }) => now - at > hour && now - at <= day)
          .map(({ at }) => Math.floor(at / hour));
        const inDays = others.filter(({ at }) => now - at > day).map(({ at }) => Math.floor(at / day));
        expect([new Set(inHours).size, new Set(inDays).size]).toEqual([inHours.length, inDays.length]);
      }),
    );
  });

  it('takes nothing more of what it has left, and always leaves the newest of the last 30 days', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (all, clashing) => {
        const gone = new Set(thinned(all, { now, clashing }));
        const left = all.filter(({ id }) => !gone.has(id));
        expect(thinned(left, { now, clashing })).toEqual([]);
        const newest = all.at(-1);
        if (newest !== undefined && now - newest.at <= 30 * day) expect(left.at(-1)).toEqual(newest);
      }),
    );
  });
});
