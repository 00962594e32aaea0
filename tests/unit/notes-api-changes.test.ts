import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CLOCK_DIFFERENCE, FUNCTION_TIMEOUT, INDEX_LAG } from '../../infra/notes-api/limits.ts';
import { createNotesApi } from '../../infra/notes-api/notes-api.ts';
import { laggingTable } from './notes-api-lagging-table.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** After this every write has come through; ms. */
const SETTLED = FUNCTION_TIMEOUT + CLOCK_DIFFERENCE + INDEX_LAG;
const userId = 'us-east-1:ann';

/** A client that reads changes page by page, keeps what is newer than what it has, and begins again where it is told to. */
function startClient(get: (since: string) => Promise<unknown>) {
  let since = '0';
  let notes = new Map<string, { readonly version: number; readonly content: string }>();

  /** `content` null: deleted. Nothing of it is kept then, as in the app: once its tombstone is gone, its id begins again at version 1. */
  function learn(noteId: string, version: number, content: string | null) {
    if (version <= (notes.get(noteId)?.version ?? -1)) return;
    if (content === null) notes.delete(noteId);
    else notes.set(noteId, { version, content });
  }

  /** Reads one page; whether there are more. */
  async function readPage(): Promise<boolean> {
    const page = Object(await get(since));
    if (page.reset === true) {
      since = '0';
      notes = new Map();
      return true;
    }
    for (const { noteId, version, content } of page.notes) learn(noteId, version, content);
    for (const { noteId, version } of page.deleted) learn(noteId, version, null);
    since = page.cursor;
    return page.more;
  }

  return {
    readPage,
    async readToEnd() {
      while (await readPage());
    },
    notes: () =>
      [...notes]
        .map(([noteId, { version, content }]) => ({ noteId, version, content }))
        .sort((a, b) => (a.noteId < b.noteId ? -1 : 1)),
  };
}

/** A world with one true clock, a lagging index, and instances of the function whose clocks are off. */
function startWorld() {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const table = laggingTable(clock, 2);
  let texts = 0;

  const instance = (offset: number) =>
    createNotesApi({ table, now: () => clock.now + offset, newId: () => 'never asked for' });

  /** `delay`: how long before it arrived at the table the write was stamped. */
  async function write(noteId: string, { deleted = false, skew = 0, delay = 0, lag = { old: 0, new: 0 } } = {}) {
    table.lag = lag;
    texts += 1;
    const body = JSON.stringify({ content: `text ${texts}` });
    const method = deleted ? 'DELETE' : 'PUT';
    await instance(skew - delay).handle({ method, userId, noteId, query: {}, body });
  }

  async function get(since: string | undefined, skew = 0): Promise<unknown> {
    const { body } = await instance(skew).handle({ method: 'GET', userId, noteId: null, query: { since }, body: null });
    return body;
  }

  return { clock, write, get };
}

const skew = fc.integer({ min: -CLOCK_DIFFERENCE / 2, max: CLOCK_DIFFERENCE / 2 });
const noteId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const upTo = (ms: number) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: ms }), fc.constant(ms));

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      noteId,
      deleted: fc.boolean(),
      skew,
      delay: upTo(FUNCTION_TIMEOUT),
      lag: fc.tuple(upTo(INDEX_LAG), upTo(INDEX_LAG)).map(([a, b]) => ({ old: Math.min(a, b), new: Math.max(a, b) })),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('page' as const), skew }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: upTo(4 * MINUTE) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(DAY, 79 * DAY, 95 * DAY) }),
  },
);

describe('changes since a cursor, under an index that lags', () => {
  it('are never missed, whoever writes when, however far the index lags and the clocks differ', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const world = startWorld();
        let readerSkew = 0;
        const client = startClient((since) => world.get(since, readerSkew));
        for (const taken of steps) {
          if (taken.kind === 'wait') world.clock.now += taken.ms;
          else if (taken.kind === 'write') await world.write(taken.noteId, taken);
          else {
            readerSkew = taken.skew;
            await client.readPage();
          }
        }
        world.clock.now += SETTLED;
        await client.readToEnd();
        await client.readToEnd();
        const stored = await world.get(undefined);
        expect(client.notes()).toEqual(
          Object(stored).map(({ noteId, version, content }: Record<string, unknown>) => ({ noteId, version, content })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('include the latest that a write can show up, after a reading by the clock that is furthest ahead', async () => {
    const { clock, write, get } = startWorld();
    let readerSkew = 0;
    const client = startClient((since) => get(since, readerSkew));
    await client.readToEnd();
    await write('slow', {
      delay: FUNCTION_TIMEOUT,
      skew: -CLOCK_DIFFERENCE / 2,
      lag: { old: INDEX_LAG, new: INDEX_LAG },
    });
    clock.now += INDEX_LAG - 1;
    await write('quick');
    readerSkew = CLOCK_DIFFERENCE / 2;
    await client.readToEnd();
    expect(client.notes()).toMatchObject([{ noteId: 'quick' }]);
    clock.now += 1;
    await client.readToEnd();
    expect(client.notes()).toMatchObject([{ noteId: 'quick' }, { noteId: 'slow' }]);
  });

  it('include what showed up behind the page that was being read', async () => {
    const { clock, write, get } = startWorld();
    const client = startClient(get);
    await client.readToEnd();
    await write('late', { lag: { old: INDEX_LAG, new: INDEX_LAG } });
    clock.now += 1;
    for (const noteId of ['a', 'b', 'c']) await write(noteId);
    expect(await client.readPage()).toBe(true);
    clock.now += DAY;
    expect(await client.readPage()).toBe(false);
    expect(client.notes()).toMatchObject([{ noteId: 'a' }, { noteId: 'b' }, { noteId: 'c' }]);
    await client.readToEnd();
    expect(client.notes()).toHaveLength(4);
  });

  it('begin again where a reading rested so long that the tombstones before it may be gone', async () => {
    const { clock, write, get } = startWorld();
    const client = startClient(get);
    for (const noteId of ['a', 'b', 'c', 'd']) await write(noteId);
    await client.readToEnd();
    clock.now += DAY;
    for (const noteId of ['a', 'b', 'c', 'd']) await write(noteId, { deleted: true });
    clock.now += 75 * DAY;
    expect(await client.readPage()).toBe(true);
    clock.now += 20 * DAY;
    await client.readToEnd();
    expect(client.notes()).toEqual([]);
  });

  it('are not told again once they have settled', async () => {
    const { clock, write, get } = startWorld();
    const client = startClient(get);
    await write('a');
    clock.now += SETTLED + 1;
    await client.readToEnd();
    const { cursor } = Object(await get('0'));
    expect(await get(cursor)).toMatchObject({ notes: [], deleted: [], more: false });
  });
});
