import { describe, expect, it } from 'vitest';
import { mergeTexts } from '#src/notes/merge.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type { Cause, Snapshot } from '#src/store/snapshot.ts';
import { noteId } from '../unit/notes/a-note-id.ts';
import { aRecord } from '../unit/store/a-record.ts';
import { keyOf, textWith } from '../unit/store/an-upload.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const [a, b] = [noteId('a'), noteId('b')];
const waiting = { kind: 'save', since: 0 } as const;
const base = (text: string) => ({ text, attachment: null, version: 1, at: 0 });

/** What every NoteStore must keep of the texts that its notes had. `open` gives an empty one. */
export function describeNoteHistory(name: string, open: (now: () => number) => Promise<NoteStore>): void {
  /** A store at a clock that the test moves. */
  async function opened() {
    let time = 1_000 * day;
    const store = await open(() => time);
    const become = async (told: Partial<NoteRecord> | undefined, cause: Cause, id = a) => {
      const changed = await store.change([id], () => told && aRecord({ ...told, id, changedAt: time }), cause);
      if (!changed.ok) throw new Error(changed.failure.message);
    };
    return {
      store,
      now: () => time,
      pass(ms: number) {
        time += ms;
      },
      become,
      kept: async (id = a) => told(await store.history(id)),
    };
  }
  const told = (snapshots: readonly Snapshot[]) => snapshots.map(({ text, reason }) => `${reason}: ${text}`);

  describe(`${name}: the history`, () => {
    it('is empty of a note that was only ever written in one go, or never', async () => {
      const { store, become, kept } = await opened();
      await become({ text: 'M' }, 'writing');
      await become({ text: 'Milk' }, 'writing');
      expect([await kept(), await store.history(b)]).toEqual([[], []]);
    });

    it('has what stood before each stretch of writing, the newest first', async () => {
      const { become, pass, kept, now, store } = await opened();
      for (const text of ['1', '2', '3']) {
        await become({ text }, 'writing');
        pass(6 * minute);
      }
      await become({ text: '4' }, 'writing', b);
      expect(await kept()).toEqual(['writing: 2', 'writing: 1']);
      const [newest, oldest] = await store.history(a);
      expect(newest).toMatchObject({ noteId: a, at: now() - 6 * minute });
      expect(newest?.id).toBeGreaterThan(oldest?.id ?? Number.POSITIVE_INFINITY);
    });

    it('has both sides of a merge, and what a pull replaced', async () => {
      const { become, kept } = await opened();
      await become({ text: 'here', base: base('old'), waiting }, 'writing');
      await become({ text: 'here and there', base: base('there'), waiting }, 'sync');
      await become({ text: 'saved', base: base('saved') }, 'writing');
      await become({ text: 'saved', base: { ...base('saved'), own: true } }, 'sync');
      await become({ text: 'other', base: base('other') }, 'sync');
      expect(await kept()).toEqual(['replaced: saved', 'theirs: there', 'mine: here']);
    });

    it.each([
      ['restoring', 'restored'],
      ['discarding', 'discarded'],
      ['choosing', 'chosen'],
    ] as const)('has what stood before %s, however soon', async (cause, reason) => {
      const { become, kept } = await opened();
      await become({ text: '1' }, 'writing');
      await become({ text: '2' }, cause);
      await become({ text: '3' }, cause);
      expect(await kept()).toEqual([`${reason}: 2`, `${reason}: 1`]);
    });

    it('has a text once where nothing else was kept in between', async () => {
      const { become, pass, kept } = await opened();
      for (const [text, cause] of [
        ['1', 'writing'],
        ['2', 'restoring'],
        ['1', 'writing'],
        ['3', 'choosing'],
      ] as const) {
        await become({ text }, cause);
      }
      pass(6 * minute);
      await become({ text: '1' }, 'writing');
      await become({ text: '4' }, 'choosing');
      expect(await kept()).toEqual(['chosen: 1', 'writing: 3', 'restored: 1']);
    });

    it('is written with the change or not at all', async () => {
      const { store, become, kept } = await opened();
      await become({ text: '1' }, 'writing');
      const failing = store.change(
        [a, b],
        (record, id) => {
          if (id === b) throw new Error('a bug');
          return record && { ...record, text: '2' };
        },
        'restoring',
      );
      await expect(failing).rejects.toThrow('a bug');
      expect(await kept()).toEqual([]);
    });

    it('is there when listeners are told of the change', async () => {
      const { store, become } = await opened();
      await become({ text: '1' }, 'writing');
      const reads: Promise<readonly Snapshot[]>[] = [];
      store.subscribe(({ changed }) => reads.push(...changed.map(({ id }) => store.history(id))));
      await become({ text: '2' }, 'restoring');
      expect((await Promise.all(reads)).map(told)).toEqual([['restored: 1']]);
    });

    it('is of each note that one change is about', async () => {
      const { store, become, kept } = await opened();
      await become({ text: 'a' }, 'writing', a);
      await become({ text: 'b' }, 'writing', b);
      await store.change([a, b], (record) => record && { ...record, text: 'new' }, 'restoring');
      expect([await kept(a), await kept(b)]).toEqual([['restored: a'], ['restored: b']]);
    });

    it('gets thinner with time', async () => {
      const { become, pass, kept } = await opened();
      for (let at = 0; at < 30; at += 1) {
        await become({ text: `${at}` }, 'writing');
        pass(10 * minute);
      }
      // 29 in five hours: those of the last one, and one of each hour before.
      expect((await kept()).length).toBeLessThan(13);
      pass(31 * day);
      await become({ text: 'last' }, 'writing');
      expect(await kept()).toEqual(['writing: 29']);
    });

    it('has the sides of a clash for as long as the person has not decided', async () => {
      const { become, pass, kept } = await opened();
      const clash = mergeTexts('Call', 'Call Ann', 'Call Bob').text;
      await become({ text: 'Call Ann', base: base('Call'), waiting }, 'writing');
      await become({ text: clash, base: base('Call Bob'), waiting }, 'sync');
      pass(40 * day);
      await become({ text: `${clash}\nmore` }, 'writing');
      expect(await kept()).toEqual([`writing: ${clash}`, 'theirs: Call Bob', 'mine: Call Ann']);
      await become({ text: 'decided' }, 'choosing');
      expect(await kept()).toEqual([`chosen: ${clash}\nmore`, `writing: ${clash}`]);
    });

    it('goes with a note that the person has deleted for ever, and with no other', async () => {
      const { become, kept } = await opened();
      for (const id of [a, b]) {
        await become({ text: '1' }, 'writing', id);
        await become({ text: '2', base: base('2') }, 'restoring', id);
      }
      await become({ text: '2', waiting: { kind: 'delete', since: 0, notBefore: 0 } }, 'writing');
      expect(await kept()).toHaveLength(1);
      await become(undefined, 'sync');
      await become(undefined, 'sync', b);
      expect([await kept(a), await kept(b)]).toEqual([[], ['gone: 2', 'restored: 1']]);
    });
  });

  describe(`${name}: notes that are gone`, () => {
    it('are shown by their last text, the last gone first', async () => {
      const { store, become, pass } = await opened();
      await become({ text: 'first' }, 'writing', a);
      await become({ text: 'a', base: base('a') }, 'restoring', a);
      await become({ text: 'b', waiting }, 'writing', b);
      await become(undefined, 'sync', a);
      pass(minute);
      await become(undefined, 'discarding', b);
      expect(await store.gone()).toMatchObject([
        { noteId: b, text: 'b', reason: 'discarded' },
        { noteId: a, text: 'a', reason: 'gone' },
      ]);
    });

    it('are not those that are here, also on their way out, or came back', async () => {
      const { store, become } = await opened();
      await become({ text: '1' }, 'writing', a);
      await become({ text: '2' }, 'discarding', a);
      expect(await store.gone()).toEqual([]);
      await become({ text: '2', waiting: { kind: 'delete', since: 0, notBefore: 0 } }, 'writing', a);
      expect(await store.gone()).toEqual([]);
      await become({ text: 'b' }, 'writing', b);
      await become(undefined, 'sync', b);
      expect(told(await store.gone())).toEqual(['gone: b']);
      await become({ text: 'b' }, 'restoring', b);
      expect(await store.gone()).toEqual([]);
    });

    it('are forgotten after 30 days', async () => {
      const { store, become, pass } = await opened();
      await become({ text: 'a' }, 'writing');
      await become(undefined, 'sync');
      pass(30 * day);
      expect(await store.gone()).toHaveLength(1);
      pass(1);
      expect(await store.gone()).toEqual([]);
    });
  });

  describe(`${name}: the objects that the history names`, () => {
    const [x, y] = [keyOf('1-x.png'), keyOf('2 y.png')];
    const named = async (store: NoteStore) => [...(await store.namedInHistory([x, y, keyOf('none')]))].sort();

    it('are those of its texts, however they are written there, and not those of the notes themselves', async () => {
      const { store, become } = await opened();
      expect(await named(store)).toEqual([]);
      await become({ text: textWith('1-x.png') }, 'writing');
      await become({ text: `${textWith('1-x.png')} [y](attachment:~/2%20y.png)` }, 'writing', b);
      expect(await named(store)).toEqual([]);
      await become({ text: '' }, 'discarding');
      expect(await named(store)).toEqual([x]);
      await become({ text: '[y](attachment:us-east-1%3Ame/%32%20y.png)' }, 'discarding', b);
      await become(undefined, 'sync', b);
      expect(await named(store)).toEqual([x, y]);
      expect(await store.namedInHistory([])).toEqual(new Set());
    });

    it('are not what only stands there as text', async () => {
      const { store, become } = await opened();
      await become({ text: `\`${textWith('1-x.png')}\` and ${x}` }, 'writing');
      await become({ text: '' }, 'discarding');
      expect(await named(store)).toEqual([]);
    });

    it('are found in however long a history', async () => {
      const { store, become } = await opened();
      const long = 'long '.repeat(100_000);
      for (let at = 0; at < 7; at += 1) await become({ text: `${at} ${long}` }, 'restoring');
      await become({ text: textWith('1-x.png') }, 'restoring');
      await become({ text: '' }, 'restoring');
      expect(await named(store)).toEqual([x]);
    });

    it('are free when the note is deleted for ever', async () => {
      const { store, become } = await opened();
      await become({ text: textWith('1-x.png') }, 'writing');
      await become({ text: 'x' }, 'restoring');
      await become({ text: 'x', waiting: { kind: 'delete', since: 0, notBefore: 0 } }, 'writing');
      await become(undefined, 'sync');
      expect(await named(store)).toEqual([]);
    });

    it('are free after 30 days, and what is so old goes', async () => {
      const { store, become, pass, kept } = await opened();
      await become({ text: textWith('1-x.png') }, 'writing');
      await become({ text: textWith('2%20y.png') }, 'restoring');
      pass(minute);
      await become({ text: 'now' }, 'restoring');
      pass(30 * day - minute);
      expect(await named(store)).toEqual([x, y]);
      pass(1);
      expect(await named(store)).toEqual([y]);
      expect(await kept()).toEqual([`restored: ${textWith('2%20y.png')}`]);
      pass(minute);
      expect(await named(store)).toEqual([]);
      expect(await kept()).toEqual([]);
    });

    it('stay as long as the clash that they are a side of', async () => {
      const { store, become, pass, kept } = await opened();
      const clash = mergeTexts('base', 'mine', 'theirs').text;
      await become({ text: textWith('1-x.png'), base: base('base'), waiting }, 'writing');
      await become({ text: clash, base: base('theirs'), waiting }, 'sync');
      pass(60 * day);
      expect(await named(store)).toEqual([x]);
      expect(await kept()).toHaveLength(2);
      await become({ text: 'theirs', base: base('theirs') }, 'writing');
      expect(await named(store)).toEqual([]);
    });
  });

  describe(`${name}: what was set aside`, () => {
    it('is nothing where every note can be read', async () => {
      const { store, become } = await opened();
      await become({ text: 'a' }, 'writing');
      expect(await store.setAside()).toEqual([]);
    });
  });

  describe(`${name}: the end of the history`, () => {
    it('is that of the store', async () => {
      const { store, become } = await opened();
      await become({ text: 'a' }, 'writing');
      store.close();
      for (const reading of [store.history(a), store.gone(), store.setAside(), store.namedInHistory(['x'])]) {
        await expect(reading).rejects.toMatchObject({ name: 'StoreUnreadable', failure: { kind: 'gone' } });
      }
    });
  });
}
