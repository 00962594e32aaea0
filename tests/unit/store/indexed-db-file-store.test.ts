import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { FileStore } from '#src/store/file-store.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { noteId } from '../notes/a-note-id.ts';
import { aBrowser } from './a-browser.ts';
import { aRecord } from './a-record.ts';
import { aNewUpload, anUpload, keyOf, textWith } from './an-upload.ts';
import { failWhenDone, refuseBlobs, refusePuts } from './refusals.ts';

const id = noteId('a');
const x = keyOf('1-x.png');
const text = textWith('1-x.png');

const attach = (store: NoteStore) => store.change([id], () => aRecord({ id, text }), 'writing', [aNewUpload('abc')]);

async function held(store: NoteStore) {
  const files = await store.files();
  return {
    text: (await store.read(id))?.text,
    uploads: (await files.uploads()).map(({ key }) => key),
    kept: (await files.kept()).map(({ key }) => key),
    bytes: await (await files.bytes(x))?.text(),
  };
}

const nothing = { text: undefined, uploads: [], kept: [], bytes: undefined };

describe('two tabs with one set of files', () => {
  it('have the same, and are told of what either does', async () => {
    const browser = aBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    const [ofOne, ofOther] = [await one.files(), await other.files()];
    const told: (readonly string[])[] = [];
    ofOther.subscribe((keys) => told.push(keys));
    await attach(one);
    expect(await held(other)).toEqual({ text, uploads: [x], kept: [], bytes: 'abc' });
    await ofOne.changeUpload(x, (row) => row && { ...row, wish: 'pause' });
    await ofOne.uploadsDone([x], 1);
    await ofOne.letGo([x]);
    expect(told).toEqual([[x], [x], [x], [x]]);
    expect(await held(other)).toEqual({ ...nothing, text });
  });

  it('pay no heed to messages that are none', async () => {
    const browser = aBrowser();
    const files = await (await browser.openTab()).files();
    const told: unknown[] = [];
    files.subscribe((keys) => told.push(keys));
    for (const message of [null, 'x', {}, [5]]) browser.channel(':files').post(message);
    expect(told).toEqual([]);
  });
});

describe('files on the device', () => {
  it('are there again after closing', async () => {
    const browser = aBrowser();
    const before = await browser.openTab();
    await attach(before);
    before.close();
    expect(await held(await browser.openTab())).toEqual({ text, uploads: [x], kept: [], bytes: 'abc' });
  });

  it('are not copied when they are in S3', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    await attach(store);
    const files = await store.files();
    const written: string[] = [];
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function watched(...values) {
      written.push(this.name);
      return put.apply(this, values);
    };
    await files.uploadsDone([x], 1);
    await files.changeUpload(x, () => anUpload());
    IDBObjectStore.prototype.put = put;
    expect(written).toEqual(['files', 'uploads']);
  });

  it('that a tab was about to put into a note when it died are kept files that no note names', async () => {
    const browser = aBrowser();
    const dying = await browser.openTab();
    const watching = await browser.openTab();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function watched(...values) {
      if (this.name === 'bytes') this.transaction.addEventListener('complete', () => dying.close());
      return put.apply(this, values);
    };
    expect(await attach(dying)).toMatchObject({ ok: false, failure: { kind: 'gone' } });
    IDBObjectStore.prototype.put = put;
    expect(await held(watching)).toEqual({ text: undefined, uploads: [], kept: [x], bytes: 'abc' });
  });

  it('whose rows are none are set aside, and their bytes stay for the note', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    await attach(store);
    await browser.spoil('uploads', { ...anUpload(), size: 'large' });
    await browser.spoil('uploads', { key: 'no bytes' });
    expect(await held(store)).toEqual({ text, uploads: [], kept: [x], bytes: 'abc' });
    expect(await store.setAside()).toMatchObject([{ id: 'no bytes' }, { id: x, at: 1_000 }]);
    expect(await (await store.files()).kept()).toEqual([{ key: x, size: 3, type: 'image/png', usedAt: 1_000 }]);
    await browser.spoil('uploads', { key: x });
    const files = await store.files();
    expect(await files.changeUpload(x, (row) => row ?? anUpload())).toMatchObject({ ok: true, value: { key: x } });
    expect(await store.setAside()).toHaveLength(3);
  });

  it('of which nothing can be told any more are told of anew, or go', async () => {
    const browser = aBrowser();
    const store = await browser.openTab();
    const files = await store.files();
    await files.keep({ key: x, blob: new Blob(['abc'], { type: 'image/png' }), type: 'image/png' }, 5);
    await browser.spoil('files', { key: x, size: -1 });
    await browser.spoil('files', { key: 'no bytes' });
    expect(await files.kept()).toEqual([{ key: x, size: 3, type: 'image/png', usedAt: 1_000 }]);
    await browser.spoil('bytes', 'no bytes', x);
    await browser.spoil('thumbs', { key: x, blob: 'no bytes', width: 1, height: 1 });
    expect([await files.bytes(x), await files.thumb(x)]).toEqual([undefined, undefined]);
  });
});

describe('a device without room for a file', () => {
  const writes: readonly ((files: FileStore) => Promise<unknown>)[] = [
    (files) => files.keep({ key: x, blob: new Blob(['abc']), type: '' }, 1),
    (files) => files.keepThumb({ key: x, blob: new Blob(['abc']), width: 1, height: 1 }),
  ];

  it.each([
    ['at once', () => refusePuts('QuotaExceededError')],
    ['when all is to be written', failWhenDone],
    ['for the file', () => refusePuts('QuotaExceededError', 'bytes')],
    ['for its row', () => refusePuts('QuotaExceededError', 'uploads')],
    ['for the note', () => refusePuts('QuotaExceededError', 'records')],
  ])('that says so %s keeps neither note nor row nor bytes', async (_, refuse) => {
    const store = await aBrowser().openTab();
    const told: unknown[] = [];
    (await store.files()).subscribe((keys) => told.push(keys));
    const restore = refuse();
    expect(await attach(store)).toMatchObject({ ok: false, failure: { kind: 'full' } });
    restore();
    expect(await held(store)).toEqual(nothing);
    expect(told).toEqual([]);
    expect((await attach(store)).ok).toBe(true);
  });

  it('keeps none of several where one has no room', async () => {
    const store = await aBrowser().openTab();
    const restore = refusePuts('QuotaExceededError', 'bytes', keyOf('2'));
    const along = ['1', '2', '3'].map((name) => aNewUpload(name, { key: keyOf(name) }));
    const changed = await store.change([id], () => aRecord({ id, text }), 'writing', along);
    restore();
    expect(changed).toMatchObject({ ok: false, failure: { kind: 'full' } });
    expect(await held(store)).toEqual(nothing);
    expect(await (await store.files()).bytes(keyOf('1'))).toBeUndefined();
  });

  it('says so with every write', async () => {
    const files = await (await aBrowser().openTab()).files();
    const restore = refusePuts('QuotaExceededError');
    for (const write of writes) expect(await write(files)).toMatchObject({ ok: false, failure: { kind: 'full' } });
    restore();
    expect(await files.kept()).toEqual([]);
  });
});

it('A file that was changed after it was chosen is told from a browser that cannot write', async () => {
  const store = await aBrowser().openTab();
  const restore = refusePuts('DataError', 'bytes');
  const changed = await attach(store);
  restore();
  expect(!changed.ok && changed.failure.message).toMatch(/changed, moved or removed after it was chosen/);
  expect(await held(store)).toEqual(nothing);
});

describe('a browser that takes no Blobs', () => {
  it.each(['DataCloneError', 'UnknownError'])('and says so by a %s gets a copy of the bytes', async (name) => {
    const store = await aBrowser().openTab();
    const files = await store.files();
    const restore = refuseBlobs(name);
    expect((await attach(store)).ok).toBe(true);
    const thumb = { key: x, blob: new Blob(['t'], { type: 'image/webp' }), width: 1, height: 1 };
    expect(await files.keepThumb(thumb)).toEqual({ ok: true, value: undefined });
    restore();
    expect(await held(store)).toEqual({ text, uploads: [x], kept: [], bytes: 'abc' });
    expect((await files.bytes(x))?.type).toBe('image/png');
    const stored = (await files.thumb(x))?.blob;
    expect([stored?.type, await stored?.text()]).toEqual(['image/webp', 't']);
  });

  it('gets none of a file that cannot be read', async () => {
    const store = await aBrowser().openTab();
    const unreadable = Object.assign(new Blob(['abc']), {
      arrayBuffer: () => Promise.reject(new DOMException('refused by the test', 'NotReadableError')),
    });
    const restore = refuseBlobs('DataCloneError');
    const kept = await (await store.files()).keep({ key: x, blob: unreadable, type: '' }, 1);
    restore();
    expect(!kept.ok && kept.failure.message).toMatch(/changed, moved or removed after it was chosen/);
    expect(await held(store)).toEqual(nothing);
  });

  it('gets none of a file that is too large for the memory', async () => {
    const store = await aBrowser().openTab();
    const large = Object.defineProperty(new Blob(['abc']), 'size', { value: 51 * 2 ** 20 });
    const restore = refuseBlobs('DataCloneError');
    const kept = await (await store.files()).keep({ key: x, blob: large, type: '' }, 1);
    restore();
    expect(kept).toMatchObject({ ok: false, failure: { kind: 'full' } });
    expect(await held(store)).toEqual(nothing);
  });
});
