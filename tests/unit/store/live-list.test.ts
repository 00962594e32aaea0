import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { byPinnedThenChanged } from '#src/notes/order.ts';
import { createLiveList } from '#src/store/live-list.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import type { StoreChange } from '#src/store/note-store.ts';
import { createSortedNotes } from '#src/store/sorted-notes.ts';
import { StoreUnreadable } from '#src/store/store-failure.ts';
import { noteId } from '../notes/a-note-id.ts';
import { aSummary } from '../notes/a-summary.ts';
import { aRecord, home } from './a-record.ts';

/** A store whose chunks come when the test says so. */
function aSlowStore() {
  const listeners = new Set<(change: StoreChange) => void>();
  let give: (step: { chunk?: readonly NoteSummary[]; error?: Error }) => void = () => {};
  const next = () =>
    new Promise<{ chunk?: readonly NoteSummary[]; error?: Error }>((resolve) => {
      give = resolve;
    });
  return {
    async *summaries() {
      for (;;) {
        const { chunk, error } = await next();
        if (error !== undefined) throw error;
        if (chunk === undefined) return;
        yield chunk;
      }
    },
    subscribe(listener: (change: StoreChange) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listeners,
    async give(step: { chunk?: readonly NoteSummary[]; error?: Error }) {
      give(step);
      await settled();
    },
    tell(...changed: { id: NoteId; summary: NoteSummary | null }[]) {
      for (const listener of listeners) listener({ changed, from: 'this tab' });
    },
  };
}

/** Lets everything run that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const ids = (list: { get(): { notes: readonly NoteSummary[] } }) => list.get().notes.map(({ id }) => id);

describe('a live list', () => {
  it('shows what is read as it comes, in order, and says when that is all', async () => {
    const store = aSlowStore();
    const list = createLiveList(store);
    await settled();
    expect(list.get()).toEqual({ notes: [], complete: false });
    await store.give({ chunk: [aSummary({ id: 'b', changedAt: 2 }), aSummary({ id: 'c', changedAt: 1 })] });
    expect([ids(list), list.get().complete]).toEqual([['b', 'c'], false]);
    await store.give({ chunk: [aSummary({ id: 'a', pinned: true })] });
    await store.give({});
    expect([ids(list), list.get().complete]).toEqual([['a', 'b', 'c'], true]);
  });

  it('gives the same object until something changes', async () => {
    const store = createMemoryNoteStore({ home, now: () => 0 });
    const list = createLiveList(store);
    await settled();
    const before = list.get();
    expect(list.get()).toBe(before);
    await store.change([noteId('a')], () => aRecord({ id: 'a' }), 'writing');
    expect(list.get()).not.toBe(before);
    expect([before.notes.length, list.get().notes.length]).toEqual([0, 1]);
    expect(list.get()).toBe(list.get());
  });

  it('calls listeners once for all that changes in one go', async () => {
    const store = aSlowStore();
    const list = createLiveList(store);
    await settled();
    let calls = 0;
    const stop = list.subscribe(() => {
      calls += 1;
    });
    for (let time = 0; time < 10; time += 1)
      store.tell({ id: noteId('a'), summary: aSummary({ id: 'a', changedAt: time }) });
    expect(calls).toBe(0);
    await settled();
    expect([calls, ids(list)]).toEqual([1, ['a']]);
    stop();
    store.tell({ id: noteId('a'), summary: null });
    await settled();
    expect([calls, ids(list)]).toEqual([1, []]);
  });

  it('believes what it is told while it reads more than what it reads', async () => {
    const store = aSlowStore();
    const list = createLiveList(store);
    await settled();
    store.tell(
      { id: noteId('gone'), summary: null },
      { id: noteId('new'), summary: aSummary({ id: 'new', title: 'New' }) },
    );
    await store.give({
      chunk: [aSummary({ id: 'gone' }), aSummary({ id: 'new', title: 'Old' }), aSummary({ id: 'other' })],
    });
    await store.give({});
    expect(list.get().notes.map(({ title, id }) => [id, title])).toEqual([
      ['new', 'New'],
      ['other', 'Title'],
    ]);
  });

  it('stays as far as it was read when the store goes away', async () => {
    const store = aSlowStore();
    const list = createLiveList(store);
    await settled();
    await store.give({ chunk: [aSummary()] });
    await store.give({ error: new StoreUnreadable({ kind: 'gone', message: '', details: '' }) });
    expect([ids(list), list.get().complete]).toEqual([['a'], false]);
  });

  it('stops', async () => {
    const store = aSlowStore();
    const list = createLiveList(store);
    await settled();
    list.stop();
    await store.give({ chunk: [aSummary()] });
    expect([ids(list), store.listeners.size]).toEqual([[], 0]);
  });
});

describe('sorted notes', () => {
  it('are always as if sorted anew, and never change what they gave', () => {
    const summary = fc
      .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), changedAt: fc.nat(3), pinned: fc.boolean() })
      .map(aSummary);
    const step = fc.oneof(
      fc.record({ set: summary }),
      fc.record({ remove: summary }),
      fc.record({ add: fc.uniqueArray(summary, { selector: ({ id }) => id }) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const sorted = createSortedNotes(byPinnedThenChanged);
        const model = new Map<NoteId, NoteSummary>();
        const given: [readonly NoteSummary[], string][] = [];
        for (const one of steps) {
          if ('set' in one) sorted.set(one.set.id, one.set);
          if ('set' in one) model.set(one.set.id, one.set);
          if ('remove' in one) sorted.set(one.remove.id, null);
          if ('remove' in one) model.delete(one.remove.id);
          if ('add' in one) sorted.addAll(one.add);
          if ('add' in one) for (const added of one.add) model.set(added.id, added);
          given.push([sorted.all(), JSON.stringify([...model.values()].sort(byPinnedThenChanged))]);
        }
        expect(given.map(([notes]) => JSON.stringify(notes))).toEqual(given.map(([, expected]) => expected));
      }),
    );
  });
});
