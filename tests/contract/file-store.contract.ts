import { describe, expect, it } from 'vitest';
import type { FileStore, NewUpload, StoredUpload } from '#src/store/file-store.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { noteId } from '../unit/notes/a-note-id.ts';
import { aRecord } from '../unit/store/a-record.ts';
import { aNewUpload, anUpload, keyOf, streamed, textWith } from '../unit/store/an-upload.ts';

const hour = 3_600_000;
const a = noteId('a');
const [x, y] = [keyOf('1-x.png'), keyOf('2-y.png')];
const blob = (letters: string) => new Blob([letters], { type: 'image/png' });

/** What every NoteStore must do with the files of its notes. `open` gives an empty one. */
export function describeFileStore(name: string, open: (now: () => number) => Promise<NoteStore>): void {
  /** A store at a clock that the test moves. */
  async function opened() {
    let time = 1_000 * hour;
    const store = await open(() => time);
    const files = await store.files();
    const told: string[][] = [];
    files.subscribe((keys) => told.push([...keys]));
    return {
      store,
      files,
      told,
      now: () => time,
      pass(ms: number) {
        time += ms;
      },
      /** The note with the text, and what comes along. */
      attach: (along: readonly NewUpload[], text = textWith('1-x.png')) =>
        store.change([a], (_, id) => aRecord({ id, text }), 'writing', along),
      held: async () => ({
        text: (await store.read(a))?.text,
        uploads: (await files.uploads()).map(({ key }) => key),
        kept: (await files.kept()).map(({ key }) => key),
        bytes: await Promise.all([x, y].map(async (key) => (await files.bytes(key))?.text())),
      }),
    };
  }
  const nothing = { text: undefined, uploads: [], kept: [], bytes: [undefined, undefined] };

  describe(`${name}: files that come with a note`, () => {
    it('are there with it, byte for byte', async () => {
      const { attach, held, files, told } = await opened();
      const uploads = [aNewUpload('abc'), aNewUpload('', { key: y, name: 'Täst 👍.png', addedAt: 1 })];
      expect((await attach(uploads)).ok).toBe(true);
      expect(await held()).toEqual({ text: textWith('1-x.png'), uploads: [x, y], kept: [], bytes: ['abc', ''] });
      expect(await files.uploads()).toEqual(uploads.map(({ row }) => row));
      expect((await files.bytes(x))?.type).toBe('image/png');
      expect(told).toEqual([[x, y]]);
    });

    it('are not there when the transition throws', async () => {
      const { store, held, told } = await opened();
      const failing = store.change(
        [a],
        () => {
          throw new Error('a bug');
        },
        'writing',
        [aNewUpload()],
      );
      await expect(failing).rejects.toThrow('a bug');
      expect(await held()).toEqual(nothing);
      expect(told.flat()).toEqual([]);
    });

    it('are not taken in where the note is left as it is, or goes', async () => {
      const { store, held } = await opened();
      expect((await store.change([a], (record) => record, 'writing', [aNewUpload()])).ok).toBe(true);
      expect(await held()).toEqual(nothing);
      await store.change([a], (_, id) => aRecord({ id, text: 'here' }), 'writing');
      expect((await store.change([a], () => undefined, 'writing', [aNewUpload()])).ok).toBe(true);
      expect(await held()).toEqual(nothing);
    });

    it('are of the note that their row names', async () => {
      const { store, files } = await opened();
      const b = noteId('b');
      await store.change([a, b], (record, id) => (id === b ? aRecord({ id, text: 'x' }) : record), 'writing', [
        aNewUpload('abc', { noteId: a }),
        aNewUpload('def', { noteId: b, key: y }),
      ]);
      expect((await files.uploads()).map(({ key }) => key)).toEqual([y]);
    });

    it('may stay with the one who chose them', async () => {
      const { attach, files } = await opened();
      const row = anUpload({ source: streamed });
      await attach([{ row, bytes: null }]);
      expect(await files.uploads()).toEqual([row]);
      expect(await files.bytes(x)).toBeUndefined();
    });

    it('may be kept files that go up again, while their bytes are here', async () => {
      const { attach, files, held } = await opened();
      await files.keep({ key: x, blob: blob('abc'), type: 'image/png' }, 0);
      await attach([
        { row: anUpload(), bytes: null },
        { row: anUpload({ key: y }), bytes: null },
      ]);
      expect(await held()).toMatchObject({ uploads: [x], kept: [], bytes: ['abc', undefined] });
    });
  });

  describe(`${name}: uploads`, () => {
    it('come in the order in which they were added', async () => {
      const { attach, files } = await opened();
      await attach([
        aNewUpload('c', { key: 'c', addedAt: 2 }),
        aNewUpload('b', { key: 'b', addedAt: 1 }),
        aNewUpload('a', { key: 'a', addedAt: 2 }),
      ]);
      expect((await files.uploads()).map(({ key }) => key)).toEqual(['b', 'a', 'c']);
    });

    it('remember everything that was done of them', async () => {
      const { attach, files, told } = await opened();
      await attach([aNewUpload()]);
      told.length = 0;
      const row: StoredUpload = {
        ...anUpload(),
        wish: 'pause',
        multipart: { uploadId: 'u', partSize: 8, parts: [{ number: 1, etag: '"e"', sha256: 's=' }] },
        sentAgain: 2,
        problem: { failure: { kind: 'offline', message: 'm', details: 'd' }, attempts: 1, nextTryAt: null },
      };
      expect(await files.changeUpload(x, () => row)).toEqual({ ok: true, value: row });
      expect(await files.uploads()).toEqual([row]);
      expect(told).toEqual([[x]]);
    });

    it('are left alone where the row is given back, and where there is none', async () => {
      const { attach, files, told } = await opened();
      await attach([aNewUpload()]);
      told.length = 0;
      expect(await files.changeUpload(x, (row) => row)).toMatchObject({ ok: true, value: { key: x } });
      expect(await files.changeUpload(y, (row) => row)).toEqual({ ok: true, value: undefined });
      expect(told).toEqual([]);
    });

    it('go with their bytes and thumbnail', async () => {
      const { attach, files, held, told } = await opened();
      await attach([aNewUpload()]);
      await files.keepThumb({ key: x, blob: blob('t'), width: 1, height: 2 });
      expect(await files.changeUpload(x, () => undefined)).toEqual({ ok: true, value: undefined });
      expect(await held()).toMatchObject({ uploads: [], kept: [], bytes: [undefined, undefined] });
      expect(await files.thumb(x)).toBeUndefined();
      expect(told).toEqual([[x], [x]]);
    });

    it('whose bytes are elsewhere leave nothing when they go', async () => {
      const { files, held } = await opened();
      await files.changeUpload(x, () => anUpload({ source: streamed }));
      expect(await held()).toMatchObject({ uploads: [x], kept: [] });
      await files.changeUpload(x, () => undefined);
      expect(await held()).toMatchObject({ uploads: [], kept: [] });
    });

    it('stay as they are where a transition tells of another file', async () => {
      const { attach, files } = await opened();
      const along = [aNewUpload()];
      await attach(along);
      const wrong = [
        [anUpload({ key: y }), `a row of ${y}`],
        [anUpload({ source: streamed }), 'moved its bytes'],
      ] as const;
      for (const [row, message] of wrong) await expect(files.changeUpload(x, () => row)).rejects.toThrow(message);
      expect(await files.uploads()).toEqual(along.map(({ row }) => row));
      expect(await (await files.bytes(x))?.text()).toBe('abc');
    });

    it('are changed one after the other, however many ask at once', async () => {
      const { attach, files } = await opened();
      await attach([aNewUpload()]);
      const again = () => files.changeUpload(x, (row) => row && { ...row, sentAgain: row.sentAgain + 1 });
      await Promise.all([again(), again(), again()]);
      expect((await files.uploads())[0]?.sentAgain).toBe(3);
    });

    it('may be made of kept files, without being two things at once', async () => {
      const { files, held } = await opened();
      await files.keep({ key: x, blob: blob('abc'), type: 'image/png' }, 0);
      expect(await files.changeUpload(x, () => anUpload())).toEqual({ ok: true, value: anUpload() });
      expect(await held()).toMatchObject({ uploads: [x], kept: [], bytes: ['abc', undefined] });
    });

    it('are none without bytes', async () => {
      const { files, held, told } = await opened();
      expect(await files.changeUpload(x, () => anUpload())).toEqual({ ok: true, value: undefined });
      expect(await held()).toEqual(nothing);
      expect(told).toEqual([]);
    });

    it('that are done become kept files', async () => {
      const { attach, files, held, told } = await opened();
      await attach([aNewUpload('abc', { type: 'image/gif' })]);
      expect(await files.uploadsDone([x], 5)).toEqual({ ok: true, value: undefined });
      expect(await files.kept()).toEqual([{ key: x, size: 3, type: 'image/gif', usedAt: 5 }]);
      expect(await held()).toMatchObject({ uploads: [], bytes: ['abc', undefined] });
      expect(told).toEqual([[x], [x]]);
    });

    it('that are done leave nothing where the bytes were never here', async () => {
      const { attach, files, held } = await opened();
      await attach([{ row: anUpload({ source: streamed }), bytes: null }]);
      await files.uploadsDone([x], 5);
      expect(await held()).toMatchObject({ uploads: [], kept: [], bytes: [undefined, undefined] });
    });

    it('that went meanwhile are not done', async () => {
      const { files, held, told } = await opened();
      expect(await files.uploadsDone([x], 5)).toEqual({ ok: true, value: undefined });
      expect(await held()).toEqual(nothing);
      expect(told).toEqual([]);
    });
  });

  describe(`${name}: kept files`, () => {
    it('are there, the one first that has not been used for the longest time', async () => {
      const { files, told } = await opened();
      await files.keep({ key: x, blob: blob('abc'), type: 'image/png' }, 9);
      await files.keep({ key: y, blob: blob('de'), type: 'audio/ogg' }, 8);
      expect(await files.kept()).toEqual([
        { key: y, size: 2, type: 'audio/ogg', usedAt: 8 },
        { key: x, size: 3, type: 'image/png', usedAt: 9 },
      ]);
      expect(await (await files.bytes(x))?.text()).toBe('abc');
      expect(told).toEqual([[x], [y]]);
    });

    it('are used when they are read, to the hour', async () => {
      const { files, pass, now } = await opened();
      const start = now();
      await files.keep({ key: x, blob: blob('abc'), type: 'image/png' }, start);
      const usedAt = async () => (await files.kept())[0]?.usedAt;
      pass(hour - 1);
      await files.bytes(x);
      expect(await usedAt()).toBe(start);
      pass(1);
      await files.bytes(x);
      expect(await usedAt()).toBe(start + hour);
      pass(-2 * hour);
      await files.bytes(x);
      expect(await usedAt()).toBe(start - hour);
    });

    it('stay what they are when they are kept once more', async () => {
      const { files } = await opened();
      await files.keep({ key: x, blob: blob('abc'), type: 'image/png' }, 1);
      await files.keep({ key: x, blob: blob('abc'), type: 'image/png' }, 2);
      expect(await files.kept()).toEqual([{ key: x, size: 3, type: 'image/png', usedAt: 2 }]);
    });

    it('are none of what is on its way', async () => {
      const { attach, files, held } = await opened();
      await attach([aNewUpload('abc')]);
      expect(await files.keep({ key: x, blob: blob('xyz'), type: 'image/png' }, 1)).toEqual({
        ok: true,
        value: undefined,
      });
      expect(await held()).toMatchObject({ uploads: [x], kept: [], bytes: ['abc', undefined] });
    });

    it('go with their thumbnails; what is on its way stays', async () => {
      const { attach, files, held, told } = await opened();
      await attach([aNewUpload()]);
      await files.keep({ key: y, blob: blob('de'), type: 'image/png' }, 1);
      for (const key of [x, y]) await files.keepThumb({ key, blob: blob('t'), width: 1, height: 1 });
      told.length = 0;
      expect(await files.letGo([x, y])).toEqual({ ok: true, value: undefined });
      expect(await held()).toMatchObject({ uploads: [x], kept: [], bytes: ['abc', undefined] });
      expect([(await files.thumb(x))?.key, await files.thumb(y)]).toEqual([x, undefined]);
      expect(told).toEqual([[y]]);
    });
  });

  describe(`${name}: thumbnails`, () => {
    it('are kept, the last one of each', async () => {
      const { files } = await opened();
      expect(await files.thumb(x)).toBeUndefined();
      await files.keepThumb({ key: x, blob: blob('old'), width: 1, height: 1 });
      expect(await files.keepThumb({ key: x, blob: blob('new'), width: 4_000, height: 3_000 })).toEqual({
        ok: true,
        value: undefined,
      });
      const thumb = await files.thumb(x);
      expect(thumb).toMatchObject({ key: x, width: 4_000, height: 3_000 });
      expect(await thumb?.blob.text()).toBe('new');
    });
  });

  describe(`${name}: what names files`, () => {
    const texts = async (files: FileStore) => {
      const all: string[] = [];
      for await (const portion of files.texts()) all.push(...portion);
      return all;
    };

    it('is told by object, of all notes whatever becomes of them', async () => {
      const { store, files } = await opened();
      const [b, c] = [noteId('b'), noteId('c')];
      expect(await files.named()).toEqual(new Map());
      await store.change([a], (_, id) => aRecord({ id, text: textWith('1-x.png') }), 'writing');
      await store.change([b], (_, id) => aRecord({ id, text: textWith('1-x.png') + textWith('2-y.png') }), 'writing');
      const base = { text: textWith('3-z.png'), attachment: null, version: 1, at: 0 };
      const leaving = { kind: 'delete', since: 0, notBefore: 0 } as const;
      await store.change([c], (_, id) => aRecord({ id, text: '', base, waiting: leaving }), 'writing');
      const named = await files.named();
      expect([...named.keys()].sort()).toEqual([x, y, keyOf('3-z.png')]);
      expect([...(named.get(x) ?? [])].sort()).toEqual([a, b]);
      expect([named.get(y), named.get(keyOf('3-z.png'))]).toEqual([[b], [c]]);
    });

    it('is told of very many as well, each once', async () => {
      const { store, files } = await opened();
      const names = Array.from({ length: 1_100 }, (_, at) => `${at}-x.png`);
      const ids = ['a', 'b'].map(noteId);
      await store.change(ids, (_, id) => aRecord({ id, text: names.map(textWith).join(' ') }), 'writing');
      const named = await files.named();
      expect(named.size).toBe(names.length);
      expect([...named.values()].every((by) => by.length === 2 && new Set(by).size === 2)).toBe(true);
    });

    it('may be in any text that this copy has', async () => {
      const { store, files, pass } = await opened();
      expect(await texts(files)).toEqual([]);
      const base = { text: 'what AWS has', attachment: 'on the wire', version: 1, at: 0 };
      await store.change([a], (_, id) => aRecord({ id, text: 'before', base }), 'writing');
      pass(hour);
      await store.change([a], (record) => record && { ...record, text: 'x'.repeat(1_500_000) }, 'writing');
      await store.change([noteId('b')], (_, id) => aRecord({ id, text: 'the last' }), 'writing');
      const found = await texts(files);
      expect(found).toEqual(expect.arrayContaining(['what AWS has', 'on the wire', 'before', 'the last']));
      expect(found.filter((text) => text.length === 1_500_000)).toHaveLength(1);
    });
  });

  describe(`${name}: the end of the files`, () => {
    const reads: readonly ((files: FileStore) => Promise<unknown>)[] = [
      (files) => files.uploads(),
      (files) => files.bytes(x),
      (files) => files.kept(),
      (files) => files.thumb(x),
      (files) => files.named(),
      async (files) => {
        for await (const _ of files.texts());
      },
    ];
    const writes: readonly ((files: FileStore) => Promise<unknown>)[] = [
      (files) => files.changeUpload(x, () => anUpload()),
      (files) => files.uploadsDone([x], 0),
      (files) => files.keep({ key: x, blob: blob('a'), type: '' }, 0),
      (files) => files.letGo([x]),
      (files) => files.keepThumb({ key: x, blob: blob('a'), width: 1, height: 1 }),
    ];

    it('is that of the notes', async () => {
      for (const how of ['close', 'destroy'] as const) {
        const { store, files, told, attach } = await opened();
        await store[how]();
        for (const read of reads) await expect(read(files)).rejects.toMatchObject({ name: 'StoreUnreadable' });
        for (const write of writes) expect(await write(files)).toMatchObject({ ok: false, failure: { kind: 'gone' } });
        expect(await attach([aNewUpload()])).toMatchObject({ ok: false, failure: { kind: 'gone' } });
        expect(told).toEqual([]);
      }
    });

    it('is heard by nobody who has stopped listening', async () => {
      const { files, attach, told } = await opened();
      const others: unknown[] = [];
      files.subscribe((keys) => others.push(keys))();
      await attach([aNewUpload()]);
      expect([told.length, others.length]).toEqual([1, 0]);
    });
  });
}
