import { describe, expect, it } from 'vitest';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type { Cause } from '#src/store/snapshot.ts';
import { aRecord } from '../unit/store/a-record.ts';
import { aNewUpload, keyOf, textWith } from '../unit/store/an-upload.ts';

/** What a store promises of the objects that its notes name no longer, or again. */
export function describeKeyPromises(name: string, open: (now: () => number) => Promise<NoteStore>): void {
  const key = keyOf('1-x.png');
  const day = 24 * 3_600_000;
  const base = { text: textWith('1-x.png'), attachment: null, version: 1, at: 0 };
  const naming = aRecord({ text: base.text, base });

  async function openWith(record: NoteRecord, now = 1_000) {
    const store = await open(() => now);
    await store.change([record.id], () => record, 'sync');
    const become = async (after: NoteRecord | undefined, cause: Cause = 'sync') => {
      await store.change([record.id], () => after, cause);
      return store.discarded();
    };
    return { store, become };
  }

  describe(`${name}: the objects of a note that changes`, () => {
    it('are let go of a day after neither its text nor AWS names them', async () => {
      const { become } = await openWith(naming);
      expect(await become({ ...naming, text: '' }, 'writing')).toEqual([]);
      expect(await become(aRecord({ base: { ...base, text: '' } }))).toEqual([
        { key, notBefore: 1_000 + day, why: 'lost' },
      ]);
    });

    it('are let go of a day after it has gone', async () => {
      const { become } = await openWith(naming);
      expect(await become(undefined)).toEqual([{ key, notBefore: 1_000 + day, why: 'lost' }]);
    });

    it('go no later for that where a person wants them to', async () => {
      const { store, become } = await openWith(naming);
      await store.discard([key], 5);
      expect(await become(undefined)).toEqual([{ key, notBefore: 5 }]);
    });

    it('are looked for soon where it names them again', async () => {
      const { store, become } = await openWith(aRecord());
      await store.discard([key], 5);
      expect(await become(naming, 'restoring')).toEqual([{ key, notBefore: 61_000, why: 'named' }]);
    });

    it('are looked for soon where AWS has been told of them, and is so no longer', async () => {
      const { become } = await openWith(naming);
      const deleted = { ...naming, base: { ...base, deleted: true as const } };
      expect(await become(deleted)).toEqual([{ key, notBefore: 61_000, why: 'named' }]);
    });

    it('are nobody’s concern where AWS shows them first, or where they come with it', async () => {
      const { store, become } = await openWith(aRecord());
      expect(await become(naming)).toEqual([]);
      const text = textWith('2-y.png');
      await store.change([naming.id], () => ({ ...naming, text }), 'writing', [
        aNewUpload('abc', { key: keyOf('2-y.png') }),
      ]);
      expect(await store.discarded()).toEqual([]);
    });
  });
}
