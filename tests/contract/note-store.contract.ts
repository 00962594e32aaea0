import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, StoreChange } from '#src/store/note-store.ts';
import { noteId } from '../unit/notes/a-note-id.ts';
import { aRecord, home } from '../unit/store/a-record.ts';

/** What every NoteStore must do. `open` gives an empty one. */
export function describeNoteStore(name: string, open: () => Promise<NoteStore>): void {
  const put = (store: NoteStore, ...records: readonly NoteRecord[]) => {
    const byId = new Map(records.map((record) => [record.id, record]));
    return store.change([...byId.keys()], (_, id) => byId.get(id), 'sync');
  };
  const [a, b, c] = [noteId('a'), noteId('b'), noteId('c')];

  describe(`${name}: records`, () => {
    it('come back as they were written', async () => {
      const store = await open();
      const record = aRecord({
        id: 'a',
        text: '\ufeffText\r\n\u0000 👍',
        attachment: '1-x.png',
        createdAt: 5,
        base: { text: 'before', attachment: null, version: 3, at: 4 },
        sending: { kind: 'save', text: 'sent', attachment: null, version: 3, since: 6 },
        waiting: { kind: 'delete', since: 7, notBefore: 17 },
        problem: { failure: { kind: 'offline', message: 'm', details: 'd' }, attempts: 2, nextTryAt: 9 },
      });
      expect(await put(store, record)).toEqual({ ok: true, value: [record] });
      expect(await store.read(a)).toEqual(record);
      expect(await store.read(b)).toBeUndefined();
    });

    it('are changed by what they are, in the order that was asked for', async () => {
      const store = await open();
      await put(store, aRecord({ id: 'a', text: '1' }), aRecord({ id: 'b', text: '2' }));
      const seen: unknown[] = [];
      const changed = await store.change(
        [b, c, a],
        (record, id) => {
          seen.push([id, record?.text]);
          return record && { ...record, text: `${record.text}!` };
        },
        'writing',
      );
      expect(seen).toEqual([
        ['b', '2'],
        ['c', undefined],
        ['a', '1'],
      ]);
      expect(changed.ok && changed.value.map((record) => record?.text)).toEqual(['2!', undefined, '1!']);
    });

    it('asked for twice are changed twice', async () => {
      const store = await open();
      const changed = await store.change(
        [a, a],
        (record, id) => aRecord({ id, text: `${record?.text ?? ''}x` }),
        'writing',
      );
      expect(changed.ok && changed.value.map((record) => record?.text)).toEqual(['xx', 'xx']);
      expect((await store.read(a))?.text).toBe('xx');
    });

    it('go where nothing is returned', async () => {
      const store = await open();
      await put(store, aRecord({ id: 'a', base: { text: '', attachment: null, version: 1, at: 0 } }));
      expect(await store.change([a], () => undefined, 'sync')).toEqual({ ok: true, value: [undefined] });
      expect(await store.read(a)).toBeUndefined();
      expect(await all(store)).toEqual([]);
      expect(await store.confirmed()).toEqual(new Map());
    });

    it('all stay as they were when a transition throws', async () => {
      const store = await open();
      const before = [aRecord({ id: 'a', text: '1' }), aRecord({ id: 'b', text: '2' })];
      await put(store, ...before);
      const told = listen(store);
      const failing = store.change(
        [a, b, c],
        (record, id) => {
          if (id === c) throw new Error('a bug');
          return record && { ...record, text: 'changed' };
        },
        'writing',
      );
      await expect(failing).rejects.toThrow('a bug');
      expect([await store.read(a), await store.read(b)]).toEqual(before);
      expect((await all(store)).map(({ title }) => title).sort()).toEqual(['1', '2']);
      expect(told).toEqual([]);
      expect((await put(store, aRecord({ id: 'c' }))).ok).toBe(true);
    });

    it('never take the place of another note', async () => {
      const store = await open();
      await expect(store.change([a], () => aRecord({ id: 'b' }), 'writing')).rejects.toThrow('a record of b');
      expect(await store.read(b)).toBeUndefined();
    });

    it('are changed one after the other, however many ask at once', async () => {
      const store = await open();
      const append = (letter: string) =>
        store.change([a], (record, id) => aRecord({ id, text: (record?.text ?? '') + letter }), 'writing');
      await Promise.all(['1', '2', '3', '4', '5'].map(append));
      expect((await store.read(a))?.text).toHaveLength(5);
    });
  });

  describe(`${name}: summaries`, () => {
    it('are those of the notes, the last changed first', async () => {
      const store = await open();
      await put(
        store,
        aRecord({ id: 'a', text: '# One\nmore', changedAt: 1 }),
        aRecord({ id: 'b', text: 'Two #tag', changedAt: 3, attachment: '1-x.png' }),
        aRecord({ id: 'c', text: 'Three', changedAt: 2 }),
      );
      const summaries = await all(store);
      expect(summaries.map(({ title }) => title)).toEqual(['Two #tag', 'Three', 'One']);
      expect(summaries[0]).toMatchObject({ id: 'b', tags: ['tag'], attachments: 1, changedAt: 3 });
    });

    it('come in a small first chunk and larger later ones, each note once', async () => {
      const store = await open();
      const records = Array.from({ length: 2_100 }, (_, index) =>
        aRecord({ id: `n${index}`, changedAt: Math.floor(index / 7) }),
      );
      await put(store, ...records);
      const chunks: (readonly NoteSummary[])[] = [];
      for await (const chunk of store.summaries()) chunks.push(chunk);
      expect(chunks.map((chunk) => chunk.length)).toEqual([50, 2_000, 50]);
      const times = chunks.flat().map(({ changedAt }) => changedAt);
      expect(times).toEqual(times.toSorted((x, y) => y - x));
      expect(new Set(chunks.flat().map(({ id }) => id)).size).toBe(2_100);
    }, 60_000);

    it('follow the outbox', async () => {
      const store = await open();
      const sending = { kind: 'save', text: '', attachment: null, version: null, since: 0 } as const;
      const waiting = { kind: 'save', since: 0 } as const;
      const failure = { kind: 'too-large', message: '', details: '' };
      const states: readonly [Partial<NoteRecord>, NoteSummary['state']][] = [
        [{}, 'saved'],
        [{ waiting }, 'waiting'],
        [{ sending }, 'sending'],
        [{ sending, waiting }, 'sending'],
        [{ sending, problem: { failure, attempts: 1, nextTryAt: 5 } }, 'waiting'],
        [{ waiting, problem: { failure, attempts: 1, nextTryAt: null } }, 'not saved'],
      ];
      for (const [told, state] of states) {
        await put(store, aRecord({ id: 'a', ...told }));
        expect((await all(store)).map((summary) => summary.state)).toEqual([state]);
      }
    });

    it('leave out what is on its way out, until it comes back', async () => {
      const store = await open();
      const gone = { kind: 'delete', since: 0, notBefore: 10 } as const;
      await put(store, aRecord({ id: 'a', waiting: gone }), aRecord({ id: 'b' }));
      expect((await all(store)).map(({ id }) => id)).toEqual(['b']);
      await put(store, aRecord({ id: 'a', sending: { kind: 'delete', version: 1, since: 0 } }));
      expect((await all(store)).map(({ id }) => id)).toEqual(['b']);
      await put(store, aRecord({ id: 'a', waiting: { kind: 'save', since: 0 } }));
      expect((await all(store)).map(({ id }) => id).sort()).toEqual(['a', 'b']);
    });

    it('are none of an empty store', async () => {
      expect(await all(await open())).toEqual([]);
    });
  });

  describe(`${name}: the outbox`, () => {
    it('has every note with something to send, the longest waiting first', async () => {
      const store = await open();
      const sending = { kind: 'save', text: '', attachment: null, version: null, since: 2 } as const;
      await put(
        store,
        aRecord({ id: 'a', waiting: { kind: 'save', since: 3 } }),
        aRecord({ id: 'b', sending, waiting: { kind: 'save', since: 9 } }),
        aRecord({ id: 'c', waiting: { kind: 'delete', since: 1, notBefore: 11 } }),
        aRecord({ id: 'd' }),
      );
      expect((await store.outbox()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
      await put(store, aRecord({ id: 'b' }));
      expect((await store.outbox()).map(({ id }) => id)).toEqual(['c', 'a']);
    });

    it('tells the versions that AWS has confirmed', async () => {
      const store = await open();
      const base = (version: number) => ({ text: '', attachment: null, version, at: 0 });
      await put(store, aRecord({ id: 'a', base: base(0) }), aRecord({ id: 'b', base: base(7) }), aRecord({ id: 'c' }));
      expect(await store.confirmed()).toEqual(
        new Map([
          [a, 0],
          [b, 7],
        ]),
      );
      await put(store, aRecord({ id: 'b', base: base(8) }), aRecord({ id: 'a' }));
      expect(await store.confirmed()).toEqual(new Map([[b, 8]]));
    });
  });

  describe(`${name}: object keys`, () => {
    const key = `${home.identityId}/1-x.png`;
    const text = 'See ![x](attachment:~/1-x.png)';

    it('lead to every note that names them, in its text, its base, what is in flight, or on the wire', async () => {
      const store = await open();
      await put(
        store,
        aRecord({ id: 'text', text }),
        aRecord({ id: 'base', base: { text, attachment: null, version: 1, at: 0 } }),
        aRecord({ id: 'base wire', base: { text: '', attachment: '1-x.png', version: 1, at: 0 } }),
        aRecord({ id: 'sending', sending: { kind: 'save', text, attachment: null, version: 1, since: 0 } }),
        aRecord({ id: 'wire', attachment: '1-x.png' }),
        aRecord({ id: 'leaving', text, waiting: { kind: 'delete', since: 0, notBefore: 1 } }),
        aRecord({ id: 'other', text: '![x](attachment:~/2-x.png)' }),
      );
      const found = (await store.naming(key)).map(({ id }) => id).sort();
      expect(found).toEqual(['base', 'base wire', 'leaving', 'sending', 'text', 'wire']);
      await put(store, aRecord({ id: 'text' }));
      expect((await store.naming(key)).map(({ id }) => id)).not.toContain('text');
    });

    it('that were let go of are kept until they are forgotten', async () => {
      const store = await open();
      expect(await store.discard(['x', 'y'], 10)).toEqual({ ok: true, value: undefined });
      await store.discard(['y'], 20, 'lost', 'AccessDenied');
      const byKey = (all: readonly { readonly key: string }[]) => all.toSorted((x, y) => (x.key < y.key ? -1 : 1));
      expect(byKey(await store.discarded())).toEqual([
        { key: 'x', notBefore: 10 },
        { key: 'y', notBefore: 20, why: 'lost', refused: 'AccessDenied' },
      ]);
      expect(await store.forgetDiscarded('x')).toEqual({ ok: true, value: undefined });
      await store.discard(['y'], 30);
      expect(await store.discarded()).toEqual([{ key: 'y', notBefore: 30 }]);
    });
  });

  describe(`${name}: the pull mark`, () => {
    it('is kept', async () => {
      const store = await open();
      expect(await store.readPullMark()).toBeUndefined();
      await store.writePullMark({ profile: 'tutorial', at: 1 });
      expect(await store.writePullMark({ profile: 'versioned', cursor: 'c', at: 2 })).toEqual({
        ok: true,
        value: undefined,
      });
      expect(await store.readPullMark()).toEqual({ profile: 'versioned', cursor: 'c', at: 2 });
    });
  });

  describe(`${name}: listeners`, () => {
    it('are told of each change once, with the summaries, when it is done', async () => {
      const store = await open();
      const told = listen(store);
      await put(store, aRecord({ id: 'a', text: 'One' }), aRecord({ id: 'b', text: 'Two' }));
      await store.change([a, c], (record) => record, 'sync');
      await store.change([a], () => undefined, 'sync');
      expect(told.map(({ from, changed }) => [from, changed.map(({ id, summary }) => [id, summary?.title])])).toEqual([
        [
          'this tab',
          [
            ['a', 'One'],
            ['b', 'Two'],
          ],
        ],
        ['this tab', [['a', undefined]]],
      ]);
    });

    it('hear of a note on its way out as one that went', async () => {
      const store = await open();
      const told = listen(store);
      await put(store, aRecord({ id: 'a', waiting: { kind: 'delete', since: 0, notBefore: 1 } }));
      expect(told.map(({ changed }) => changed)).toEqual([[{ id: 'a', summary: null }]]);
    });

    it('find what they were told of in the store', async () => {
      const store = await open();
      const reads: Promise<NoteRecord | undefined>[] = [];
      store.subscribe(({ changed }) => reads.push(...changed.map(({ id }) => store.read(id))));
      await put(store, aRecord({ id: 'a', text: 'One' }));
      expect((await Promise.all(reads)).map((record) => record?.text)).toEqual(['One']);
    });

    it('are told nothing any more once they stop', async () => {
      const store = await open();
      const told: StoreChange[] = [];
      const stop = store.subscribe((change) => told.push(change));
      const others = listen(store);
      stop();
      await put(store, aRecord({ id: 'a' }));
      expect([told.length, others.length]).toEqual([0, 1]);
    });
  });

  describe(`${name}: the end`, () => {
    it('of a closed store is said with every write, and thrown by every read', async () => {
      const store = await open();
      store.close();
      for (const write of [
        store.change([a], () => aRecord({ id: 'a' }), 'writing'),
        store.discard(['x'], 0),
        store.forgetDiscarded('x'),
        store.writePullMark({ profile: 'tutorial', at: 1 }),
      ]) {
        expect(await write).toMatchObject({ ok: false, failure: { kind: 'gone' } });
      }
      await expect(store.read(a)).rejects.toMatchObject({ name: 'StoreUnreadable', failure: { kind: 'gone' } });
      await expect(all(store)).rejects.toMatchObject({ name: 'StoreUnreadable' });
    });

    it('comes with destroying it', async () => {
      const store = await open();
      await put(store, aRecord({ id: 'a' }));
      expect(await store.destroy()).toEqual({ ok: true, value: undefined });
      expect(await put(store, aRecord({ id: 'a' }))).toMatchObject({ ok: false, failure: { kind: 'gone' } });
    });
  });

  describe(`${name}: ten thousand notes`, () => {
    it('are written, listed and found', async () => {
      const store = await open();
      const ids: NoteId[] = [];
      for (let chunk = 0; chunk < 20; chunk += 1) {
        const records = Array.from({ length: 500 }, (_, index) => {
          const number = chunk * 500 + index;
          return aRecord({ id: `n${number}`, text: `Note ${number}`, changedAt: number });
        });
        ids.push(...records.map(({ id }) => id));
        await put(store, ...records);
      }
      const summaries = await all(store);
      expect(summaries).toHaveLength(10_000);
      expect(summaries[0]?.title).toBe('Note 9999');
      expect((await store.read(ids[1_234] ?? noteId('none')))?.text).toBe('Note 1234');
    }, 60_000);
  });
}

async function all(store: NoteStore): Promise<readonly NoteSummary[]> {
  const summaries: NoteSummary[] = [];
  for await (const chunk of store.summaries()) summaries.push(...chunk);
  return summaries;
}

function listen(store: NoteStore): StoreChange[] {
  const told: StoreChange[] = [];
  store.subscribe((change) => told.push(change));
  return told;
}
