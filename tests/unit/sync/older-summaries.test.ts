import { describe, expect, it } from 'vitest';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import type { NoteList } from '#src/sync/notebook.ts';
import { createValue } from '#src/sync/observable-value.ts';
import { createOlderSummaries } from '#src/sync/older-summaries.ts';
import { home, noteId } from './fakes/device.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';
import { record } from './fakes/records.ts';

async function withNotes(count: number) {
  const timers = createFakeTimers();
  const store = createMemoryNoteStore({ home, now: timers.now });
  const ids = Array.from({ length: count }, (_, at) => noteId(`n${at}`));
  await store.change(ids, (_, id) => record(`Note ${id}`, { id }), 'sync');
  const notes: NoteSummary[] = [];
  for await (const chunk of store.summaries()) notes.push(...chunk.map(({ picture: _, ...older }) => older));
  const list = createValue<NoteList>({ notes, complete: true });
  let batches = 0;
  store.subscribe(({ changed }) => {
    batches += 1;
    const made = new Map(changed.map(({ id, summary }) => [id, summary]));
    list.set({ notes: list.get().notes.map((note) => made.get(note.id) ?? note), complete: true });
  });
  const older = () => list.get().notes.filter(({ picture }) => picture === undefined).length;
  return {
    timers,
    store,
    ids,
    list,
    older,
    batches: () => batches,
    refresh: createOlderSummaries({ store, list, timers }),
  };
}

describe('summaries of an older Satchel', () => {
  it('are made anew, a batch at a time, and nothing is left to send', async () => {
    const { timers, store, older, batches, refresh } = await withNotes(600);
    refresh.start();
    await timers.pass(14_000);
    expect(older()).toBe(600);
    await timers.pass(1_000);
    expect(older()).toBe(350);
    await timers.pass(60_000);
    expect(older()).toBe(0);
    expect(batches()).toBe(3);
    expect(await store.outbox()).toEqual([]);
  });

  it('stay where the notebook is closed, or the store takes nothing', async () => {
    const { timers, store, older, refresh } = await withNotes(600);
    refresh.start();
    await timers.pass(15_000);
    refresh.stop();
    await timers.pass(60_000);
    expect(older()).toBe(350);
    store.close();
    refresh.start();
    await timers.pass(60_000);
    expect(older()).toBe(350);
  });
});
