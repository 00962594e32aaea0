import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongsTo, type NotebookName } from '#src/notes/notebooks.ts';
import { byPinnedThenChanged } from '#src/notes/order.ts';
import { tagCounts } from '#src/notes/tag-counts.ts';
import { aSummary } from './a-summary.ts';

describe('the order of a list', () => {
  it('is pinned notes first, then the last changed', () => {
    const notes = [
      aSummary({ id: 'old', changedAt: 1 }),
      aSummary({ id: 'pinned, old', changedAt: 0, pinned: true }),
      aSummary({ id: 'new', changedAt: 2 }),
      aSummary({ id: 'pinned, new', changedAt: 1, pinned: true }),
    ];
    expect(notes.sort(byPinnedThenChanged).map(({ id }) => id)).toEqual(['pinned, new', 'pinned, old', 'new', 'old']);
  });

  it('is the same for the same notes, whatever order they come in', () => {
    const summary = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), changedAt: fc.nat(2), pinned: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(summary, { selector: ({ id }) => id }), (all) => {
        const notes = all.map(aSummary);
        expect(notes.toReversed().sort(byPinnedThenChanged)).toEqual(notes.toSorted(byPinnedThenChanged));
      }),
    );
  });
});

describe('a notebook', () => {
  const all: NotebookName = { kind: 'all' };
  const kinds = ['all', 'pinned', 'archive', 'trash'] as const;
  const kindsOf = (told: Parameters<typeof aSummary>[0]) => kinds.filter((kind) => belongsTo(aSummary(told), { kind }));

  it('has what belongs there and nothing else', () => {
    expect(kindsOf({})).toEqual(['all']);
    expect(kindsOf({ pinned: true })).toEqual(['all', 'pinned']);
    expect(kindsOf({ pinned: true, archived: true })).toEqual(['archive']);
    expect(kindsOf({ pinned: true, archived: true, trashedAt: 0 })).toEqual(['trash']);
  });

  it('of a tag has the notes with it, whatever its case, that are in all notes', () => {
    const home: NotebookName = { kind: 'tag', tag: 'home' };
    expect(belongsTo(aSummary({ tags: ['Home'] }), home)).toBe(true);
    expect(belongsTo(aSummary({ tags: ['HOME/garden'] }), home)).toBe(true);
    expect(belongsTo(aSummary({ tags: ['homework'] }), home)).toBe(false);
    expect(belongsTo(aSummary({ tags: ['home'], archived: true }), home)).toBe(false);
    expect(belongsTo(aSummary({ tags: ['home'], trashedAt: 1 }), home)).toBe(false);
  });

  it('counts the notes of each tag as it lists them', () => {
    const notes = [
      aSummary({ tags: ['b', 'Home'] }),
      aSummary({ tags: ['home', 'a10'] }),
      aSummary({ tags: ['a9'] }),
      aSummary({ tags: ['gone'], trashedAt: 1 }),
    ];
    expect(tagCounts(notes)).toEqual([
      { tag: 'a9', notes: 1 },
      { tag: 'a10', notes: 1 },
      { tag: 'b', notes: 1 },
      { tag: 'Home', notes: 2 },
    ]);
    for (const { tag, notes: count } of tagCounts(notes)) {
      expect(notes.filter((note) => belongsTo(note, { kind: 'tag', tag }) && belongsTo(note, all))).toHaveLength(count);
    }
  });
});
