import { describe, expect, it, vi } from 'vitest';
import type { Found } from '#src/notes/note-search.ts';
import type { NotebookName } from '#src/notes/notebooks.ts';
import { createOwnSearch } from '#src/search/own-search.ts';
import { createNames, packIds } from '#src/search/packed-ids.ts';
import type { FromSearcher, ToSearcher } from '#src/search/search-messages.ts';
import { serveSearch } from '#src/search/serve-search.ts';
import { createWorkerSearch } from '#src/search/worker-search.ts';
import { noteId } from '../notes/a-note-id.ts';
import { fakeSource } from './fake-source.ts';

const all: NotebookName = { kind: 'all' };
const now = () => 1_000;
const breather = () => async () => {};

/** Both ends, with everything between them copied as between a page and its worker. */
function aSearch({ fails = false } = {}) {
  const notes = fakeSource();
  const closed: string[] = [];
  let toPage = (_message: FromSearcher) => {};
  const serve = serveSearch({
    ...{ now, breather },
    open: async (database) => {
      if (fails) throw new Error('no such database');
      return { ...notes.source, close: () => closed.push(database) };
    },
    tell: (message, transfer) => toPage(structuredClone(message, { transfer })),
    onEnd: () => closed.push('worker'),
  });
  const search = createWorkerSearch({
    database: 'mine',
    summaryOf: notes.summaryOf,
    say: (message: ToSearcher) => serve(structuredClone(message)),
    listen: (onMessage) => {
      toPage = onMessage;
    },
    otherwise: () => createOwnSearch({ ...{ now, breather }, source: notes.source, summaryOf: notes.summaryOf }),
  });
  const found: Found[] = [];
  const find = (typed: string) => search.find({ typed, within: all }, (next) => found.push(next));
  const last = () => found.at(-1);
  return { ...notes, search, find, found, last, closed };
}

describe('ids on their way', () => {
  it.each([[[['a', 'bc', 'def']]], [[['né', '花', 'x'], ['y']]], [[[], ['a'], ['b', 'c']]], [[]]])(
    'arrive as they were: %j',
    (packs) => {
      const names = createNames();
      for (const pack of packs) names.add(structuredClone(packIds(pack.map(noteId))));
      const sent = packs.flat();
      expect(sent.map((_, number) => names.at(number))).toEqual(sent);
      expect(names.at(sent.length)).toBeUndefined();
      expect(names.at(-1)).toBeUndefined();
    },
  );
});

describe('a search in a worker', () => {
  it('gives the notes as the list knows them', async () => {
    const { put, find, last } = aSearch();
    put('a', 'eggs', { title: 'Shopping' });
    find('eggs');
    await vi.waitFor(() => expect(last()).toMatchObject({ typed: 'eggs', count: 1, complete: true }));
    put('a', 'eggs', { title: 'Shopping today' });
    expect(last()?.noteAt(0)?.title).toBe('Shopping today');
    expect(last()?.noteAt(1)).toBeUndefined();
  });

  it('knows notes that came while others were being asked for', async () => {
    const { put, find, last } = aSearch();
    put('a', 'eggs', { title: 'Shopping' });
    find('milk')();
    find('eggs');
    await vi.waitFor(() => expect(last()).toMatchObject({ typed: 'eggs', count: 1, complete: true }));
    put('b', 'eggs again', { title: 'Baking' });
    await vi.waitFor(() => expect(last()).toMatchObject({ count: 2, complete: true }));
    expect([last()?.noteAt(0)?.title, last()?.noteAt(1)?.title].sort()).toEqual(['Baking', 'Shopping']);
  });

  it('says nothing more of a question that is over', async () => {
    const { put, find, found, last } = aSearch();
    put('a', 'eggs and milk');
    find('eggs')();
    const stop = find('milk');
    await vi.waitFor(() => expect(last()?.complete).toBe(true));
    expect(found.map(({ typed }) => typed)).not.toContain('eggs');
    stop();
    const before = found.length;
    put('b', 'milk');
    await new Promise((resolve) => setTimeout(resolve));
    expect(found).toHaveLength(before);
  });

  it('goes on where the page is when the worker cannot', async () => {
    const { put, find, last, search } = aSearch({ fails: true });
    put('a', 'eggs and milk');
    find('eggs');
    await vi.waitFor(() => expect(last()).toMatchObject({ typed: 'eggs', count: 1, complete: true }));
    search.warm();
    find('milk');
    await vi.waitFor(() => expect(last()).toMatchObject({ typed: 'milk', count: 1, complete: true }));
  });

  it('lets the database go at the end', async () => {
    const { search, closed } = aSearch();
    search.warm();
    search.end();
    await vi.waitFor(() => expect(closed).toEqual(['mine', 'worker']));
  });
});
