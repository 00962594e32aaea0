import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import { openNoteReader } from '#src/store/note-reader.ts';
import { noteId } from '../notes/a-note-id.ts';
import { aChannelHub } from './a-channel-hub.ts';
import { aRecord, home } from './a-record.ts';

let databases = 0;

async function aStore() {
  databases += 1;
  const name = `reader ${databases}`;
  const openChannel = aChannelHub();
  const opened = await openIndexedDbNoteStore({ name, home, openChannel, now: () => 1_000, onGone: () => {} });
  if (!opened.ok) throw new Error(opened.failure.message);
  const store = opened.value;
  const put = (id: string, text: string) => store.change([noteId(id)], () => aRecord({ id, text }), 'writing');
  return { name, openChannel, store, put };
}

describe('a reader of the notes', () => {
  it.each([3, 120])('has all summaries and texts of %i notes', async (count) => {
    const { name, openChannel, put } = await aStore();
    for (let at = 0; at < count; at += 1) await put(`n${at}`, `Title ${at}\n\ntext`);
    const reader = await openNoteReader(name, openChannel);
    const summaries: NoteSummary[] = [];
    for await (const chunk of reader.summaries()) summaries.push(...chunk);
    expect(summaries).toHaveLength(count);
    const texts = await reader.texts([...summaries.map(({ id }) => id), noteId('none')]);
    expect(texts.size).toBe(count);
    expect(texts.get(noteId('n2'))).toBe('Title 2\n\ntext');
    reader.close();
  });

  it('is told of what is written from then on', async () => {
    const { name, openChannel, put } = await aStore();
    const reader = await openNoteReader(name, openChannel);
    const told: unknown[] = [];
    reader.subscribe((changed) => told.push(changed));
    await put('a', 'New');
    expect(told).toMatchObject([[{ id: 'a', summary: { title: 'New' } }]]);
    reader.close();
  });

  it('does not stand in the way of deleting them', async () => {
    const { name, openChannel, store, put } = await aStore();
    await put('a', 'New');
    const reader = await openNoteReader(name, openChannel);
    expect(await store.destroy()).toMatchObject({ ok: true });
    await expect(reader.texts([noteId('a')])).rejects.toThrow();
  });

  it('makes no database where there is none', async () => {
    await expect(openNoteReader('never made', aChannelHub())).rejects.toThrow();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('never made');
  });
});
