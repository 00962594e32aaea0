import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredUpload } from '#src/store/file-store.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { noteId } from '../unit/notes/a-note-id.ts';
import { aBrowser } from '../unit/store/a-browser.ts';
import { aRecord, home } from '../unit/store/a-record.ts';
import { anUpload, streamed } from '../unit/store/an-upload.ts';

const keys = ['1', '2', '3'];
const id = noteId('a');

/** Something that is done to a store; gives what is told of it. */
type Step = (store: NoteStore) => Promise<unknown>;

const key = fc.constantFrom(...keys);
const letters = fc.string({ maxLength: 3 });
const bytes = fc.option(letters, { freq: 2 });
const row = fc.record({
  key,
  source: fc.constantFrom<StoredUpload['source']>({ kind: 'kept' }, streamed),
  addedAt: fc.nat(2),
});
const upload = (told: Partial<StoredUpload>) => anUpload({ ...told, size: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(row, bytes, fc.boolean()).map(([told, content, isWritten]): Step => {
    const blob = content === null || told.source.kind === 'streamed' ? null : new Blob([content]);
    const along = [{ row: upload(told), bytes: blob }];
    return (store) =>
      store.change([id], (record) => (isWritten ? aRecord({ id, text: 'x' }) : record), 'writing', along);
  }),
  row.map(
    (told): Step =>
      async (store) => {
        const change = (before: StoredUpload | undefined) => before ?? upload(told);
        return (await store.files()).changeUpload(told.key, change);
      },
  ),
  key.map(
    (one): Step =>
      async (store) => {
        const change = (before: StoredUpload | undefined): StoredUpload | undefined =>
          before && { ...before, wish: 'pause' };
        return (await store.files()).changeUpload(one, change);
      },
  ),
  key.map(
    (one): Step =>
      async (store) =>
        (await store.files()).changeUpload(one, () => undefined),
  ),
  key.map(
    (one): Step =>
      async (store) =>
        (await store.files()).uploadsDone([one], 3),
  ),
  fc.tuple(key, letters).map(
    ([one, content]): Step =>
      async (store) =>
        (await store.files()).keep({ key: one, blob: new Blob([content]), type: 'x' }, 2),
  ),
  fc.subarray(keys).map(
    (some): Step =>
      async (store) =>
        (await store.files()).letGo(some),
  ),
  key.map(
    (one): Step =>
      async (store) =>
        (await store.files()).keepThumb({ key: one, blob: new Blob(['t']), width: 1, height: 1 }),
  ),
);

async function stateOf(store: NoteStore) {
  const files = await store.files();
  const [uploads, kept] = [await files.uploads(), await files.kept()];
  const contents = await Promise.all(keys.map(async (one) => (await files.bytes(one))?.text()));
  const thumbs = await Promise.all(keys.map(async (one) => (await files.thumb(one))?.key));
  const byKey = kept.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return { uploads, kept: byKey, contents, thumbs, text: (await store.read(id))?.text };
}

it('Both stores have the same files, whatever is done, and each content belongs to one row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const memory = createMemoryNoteStore({ home, now: () => 1_000 });
      const database = await aBrowser().openTab();
      for (const act of steps) {
        expect(await act(database)).toEqual(await act(memory));
        const state = await stateOf(database);
        expect(state).toEqual(await stateOf(memory));
        const held = keys.filter((_, index) => state.contents[index] !== undefined);
        const ofUploads = state.uploads.filter(({ source }) => source.kind === 'kept').map((one) => one.key);
        expect([...ofUploads, ...state.kept.map((one) => one.key)].sort()).toEqual(held);
      }
      database.close();
    }),
    { numRuns: 100 },
  );
}, 60_000);
