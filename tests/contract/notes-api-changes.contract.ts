import { expect, it } from 'vitest';
import type { Subjects } from './notes-api.contract.ts';
import type { NotesApiSubject } from './notes-api-subject.ts';
import { ann, bob, noteId } from './notes-api-subject.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Page {
  readonly notes: readonly { readonly noteId: string; readonly version: number; readonly content: string }[];
  readonly deleted: readonly { readonly noteId: string; readonly version: number }[];
  readonly cursor: string;
  readonly more: boolean;
}

async function readPage(api: NotesApiSubject, since: string, as = ann): Promise<Page> {
  const { status, body } = await api.call('GET', `/notes?since=${since}`, undefined, as);
  expect(status).toBe(200);
  expect(Object.keys(Object(body)).sort()).toEqual(['cursor', 'deleted', 'more', 'notes']);
  return Object(body);
}

/** All pages up to the one that says there are no more. */
async function readAll(api: NotesApiSubject, since: string, as = ann): Promise<readonly [Page, ...Page[]]> {
  const page = await readPage(api, since, as);
  return page.more ? [page, ...(await readAll(api, page.cursor, as))] : [page];
}

/** GET /notes?since=…, as seen by one client after another. How it bears a lagging index is in tests/unit/notes-api-changes.test.ts. */
export function changesBehave({ api, over }: Subjects): void {
  it('begins with all notes and tombstones, and a cursor', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'one' });
    await api().call('PUT', `/notes/${noteId(2)}`, { content: 'two' });
    await api().call('DELETE', `/notes/${noteId(2)}`);
    const page = await readPage(api(), '0');
    expect(page.notes).toEqual([(await api().call('GET', `/notes/${noteId(1)}`)).body]);
    expect(page.deleted).toEqual([{ noteId: noteId(2), version: 2 }]);
    expect(page).toMatchObject({ more: false, cursor: expect.stringMatching(/^[\w-]+$/) });
  });

  it('begins with nothing where there is nothing', async () => {
    expect(await readPage(api(), '0')).toMatchObject({ notes: [], deleted: [], more: false });
  });

  it('tells only what has changed since, once older changes have settled', async () => {
    for (const n of [1, 2, 3]) await api().call('PUT', `/notes/${noteId(n)}`, { content: 'old' });
    api().clock.now += 10 * MINUTE;
    const { cursor } = await readPage(api(), '0');
    await api().call('PUT', `/notes/${noteId(2)}`, { content: 'new' });
    await api().call('DELETE', `/notes/${noteId(3)}`);
    expect(await readPage(api(), cursor)).toMatchObject({
      notes: [{ noteId: noteId(2), content: 'new', version: 2 }],
      deleted: [{ noteId: noteId(3), version: 2 }],
      more: false,
    });
    api().clock.now += 10 * MINUTE;
    const settled = await readPage(api(), (await readPage(api(), cursor)).cursor);
    expect(await readPage(api(), settled.cursor)).toMatchObject({ notes: [], deleted: [], more: false });
  });

  it('tells the last state of a note that changed often, in place of the ones before', async () => {
    const { cursor } = await readPage(api(), '0');
    for (const content of ['a', 'b', 'c']) {
      await api().call('PUT', `/notes/${noteId(1)}`, { content });
      api().clock.now += 1_000;
    }
    expect((await readPage(api(), cursor)).notes).toMatchObject([{ content: 'c', version: 3 }]);
    await api().call('DELETE', `/notes/${noteId(1)}`);
    expect(await readPage(api(), cursor)).toMatchObject({ notes: [], deleted: [{ version: 4 }] });
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'd' });
    expect(await readPage(api(), cursor)).toMatchObject({ notes: [{ content: 'd', version: 5 }], deleted: [] });
  });

  it('gives the same answer to the same cursor, however often', async () => {
    const { cursor } = await readPage(api(), '0');
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a' });
    const first = await readPage(api(), cursor);
    expect(await readPage(api(), cursor)).toEqual(first);
  });

  it('tells nobody the changes of somebody else, even for their cursor', async () => {
    const { cursor } = await readPage(api(), '0');
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'Ann’s' });
    expect(await readPage(api(), cursor, bob)).toMatchObject({ notes: [], deleted: [] });
    expect(await readPage(api(), '0', bob)).toMatchObject({ notes: [], deleted: [] });
  });

  it('shows notes of the tutorial’s in the beginning, and their changes from then on', async () => {
    const api = await over([1, 2].map((n) => ({ userId: ann, noteId: noteId(n), content: 'old', createdAt: 1 })));
    const { notes, cursor } = await readPage(api, '0');
    expect(notes).toMatchObject([{ version: 0 }, { version: 0 }]);
    expect(await readPage(api, cursor)).toMatchObject({ notes: [], deleted: [] });
    await api.call('PUT', `/notes/${noteId(2)}`, { content: 'new', version: 0 });
    expect(await readPage(api, cursor)).toMatchObject({ notes: [{ noteId: noteId(2), version: 1 }] });
  });

  it('pages big notes by about 1 MB, each once, in both ways of reading', async () => {
    const { cursor } = await readPage(api(), '0');
    const ids = Array.from({ length: 7 }, (_, n) => noteId(n));
    for (const id of ids) await api().call('PUT', `/notes/${id}`, { content: 'x'.repeat(300_000) });
    for (const since of ['0', cursor]) {
      const pages = await readAll(api(), since);
      expect(pages.flatMap(({ notes }) => notes.map((note) => note.noteId))).toEqual(ids);
      expect(pages.length).toBeGreaterThanOrEqual(3);
      for (const page of pages) {
        expect(JSON.stringify(page).length).toBeLessThan(1_100_000);
        expect(page.notes.length).toBeGreaterThan(0);
      }
    }
  });

  it('gets further also where one note alone is longer than a page', async () => {
    const { cursor } = await readPage(api(), '0');
    const escaped = '\u0001'.repeat(200_000);
    for (const n of [1, 2]) await api().call('PUT', `/notes/${noteId(n)}`, { content: escaped });
    for (const since of ['0', cursor]) {
      const pages = await readAll(api(), since);
      expect(pages.map(({ notes }) => notes.map((note) => note.noteId))).toEqual([[noteId(1)], [noteId(2)]]);
    }
  });

  it('ends, and tells the rest next time, while somebody writes as fast as it reads', async () => {
    const { cursor } = await readPage(api(), '0');
    for (let n = 0; n < 4; n += 1) await api().call('PUT', `/notes/${noteId(n)}`, { content: 'x'.repeat(340_000) });
    const seen = new Map<string, number>();
    let page = await readPage(api(), cursor);
    for (let pages = 1; page.more; pages += 1) {
      expect(pages).toBeLessThan(6);
      api().clock.now += 2 * MINUTE;
      for (const note of page.notes) {
        seen.set(note.noteId, note.version);
        await api().call('PUT', `/notes/${note.noteId}`, { content: 'y'.repeat(340_000 - pages) });
      }
      page = await readPage(api(), page.cursor);
    }
    for (page of [page, ...(await readAll(api(), page.cursor))]) {
      for (const note of page.notes) seen.set(note.noteId, note.version);
    }
    const stored: Page['notes'] = Object((await api().call('GET', '/notes')).body);
    expect([...seen].sort()).toEqual(stored.map((note) => [note.noteId, note.version]));
  });

  it('still tells a deletion after 79 days, and asks to begin again after 80', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a' });
    const { cursor } = await readPage(api(), '0');
    await api().call('DELETE', `/notes/${noteId(1)}`);
    api().clock.now += 79 * DAY;
    expect(await readPage(api(), cursor)).toMatchObject({ deleted: [{ noteId: noteId(1) }] });
    api().clock.now += DAY;
    const { status, body } = await api().call('GET', `/notes?since=${cursor}`);
    expect(status).toBe(200);
    expect(body).toEqual({ reset: true });
  });

  it('asks to begin again where the cursor was made by a clock that was ahead', async () => {
    api().clock.now += 60 * MINUTE;
    const { cursor } = await readPage(api(), '0');
    api().clock.now -= 60 * MINUTE;
    expect((await api().call('GET', `/notes?since=${cursor}`)).body).toEqual({ reset: true });
  });

  it('forgets a tombstone after 90 days', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a' });
    await api().call('DELETE', `/notes/${noteId(1)}`);
    api().clock.now += 91 * DAY;
    expect(await readPage(api(), '0')).toMatchObject({ notes: [], deleted: [] });
  });
}
