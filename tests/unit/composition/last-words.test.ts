import { describe, expect, it } from 'vitest';
import { forgetDeviceCopy } from '#src/composition/device-copy.ts';
import { createLastWords, takeUpLastWords } from '#src/composition/last-words.ts';
import { newNoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { Notebook } from '#src/sync/notebook.ts';
import type { PageEvents } from '#src/sync/page-events.ts';
import { fakeStorage } from '../aws/fake-storage.ts';

const id = newNoteId(1_800_000_000_000, (length) => new Uint8Array(length));
const name = 'satchel/ana';
const full: StoreFailure = { kind: 'full', message: 'No room.', details: '' };

const recordOf = (text: string): NoteRecord => ({
  ...{ id, text, attachment: null, createdAt: 1, changedAt: 1, base: null },
  ...{ sending: null, waiting: null, problem: null },
});

/** A tab whose database answers when it is told to. */
function aTab(memory: Storage) {
  const listeners = new Set<Parameters<PageEvents['subscribe']>[0]>();
  const answers: ((result: Result<NoteRecord, StoreFailure>) => void)[] = [];
  const write: Notebook['write'] = () => new Promise((done) => answers.push(done));
  const page: Pick<PageEvents, 'subscribe'> = {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const words = createLastWords({ memory, name, tab: 'one', page, notebook: { write, choose: write } });
  return {
    ...words,
    tell: (event: 'focus' | 'hidden') => {
      for (const listener of listeners) listener(event);
    },
    answer: (result: Result<NoteRecord, StoreFailure>) => answers.shift()?.(result),
  };
}

/** What the next page writes, where the database has that text. */
async function nextPage(memory: Storage, has: string | null) {
  const edits: unknown[] = [];
  await takeUpLastWords(memory, name, {
    read: async () => (has === null ? undefined : recordOf(has)),
    write: async (_, edit) => {
      edits.push(edit);
      return succeeded(recordOf(edit.text));
    },
  });
  return edits;
}

describe('What is being written when the page goes', () => {
  it('is written by the next page, once', async () => {
    const { storage } = fakeStorage();
    const tab = aTab(storage);
    void tab.write(id, { seen: 'Plan', text: 'Plan A' });
    tab.tell('hidden');
    expect(await nextPage(storage, 'Plan')).toEqual([{ seen: 'Plan', text: 'Plan A' }]);
    expect(await nextPage(storage, 'Plan A')).toEqual([]);
  });

  it('is kept also where it is written while the page goes, and grows from what the database has by then', async () => {
    const { storage } = fakeStorage();
    const tab = aTab(storage);
    void tab.write(id, { seen: 'Plan', text: 'Plan A' });
    tab.tell('hidden');
    void tab.write(id, { seen: 'Plan A', text: 'Plan A and B' });
    expect(await nextPage(storage, 'Plan A')).toEqual([{ seen: 'Plan A', text: 'Plan A and B' }]);
  });

  it('grew from the oldest text where the database has another one', async () => {
    const { storage } = fakeStorage();
    const tab = aTab(storage);
    void tab.write(id, { seen: 'Plan', text: 'Plan A' });
    void tab.choose(id, { seen: 'Plan A', text: 'Plan A and B' });
    tab.tell('hidden');
    expect(await nextPage(storage, 'The plan')).toEqual([{ seen: 'Plan', text: 'Plan A and B' }]);
  });

  it('leaves nothing once the database has it, on a page that only was out of sight', async () => {
    const { storage, keys } = fakeStorage();
    const tab = aTab(storage);
    const writing = tab.write(id, { seen: 'Plan', text: 'Plan A' });
    tab.tell('hidden');
    expect(keys()).toHaveLength(1);
    tab.answer(succeeded(recordOf('Plan A')));
    await writing;
    expect(keys()).toEqual([]);
  });

  it('is kept where the database would not take it', async () => {
    const { storage } = fakeStorage();
    const tab = aTab(storage);
    const writing = tab.write(id, { seen: '', text: 'Plan A' });
    tab.answer(failed(full));
    expect(await writing).toEqual(failed(full));
    tab.tell('hidden');
    expect(await nextPage(storage, null)).toEqual([{ seen: '', text: 'Plan A' }]);
  });

  it('waits for the next page again where that cannot write it', async () => {
    const { storage, keys } = fakeStorage();
    const tab = aTab(storage);
    void tab.write(id, { seen: '', text: 'Plan A' });
    tab.tell('hidden');
    await takeUpLastWords(storage, name, { read: async () => undefined, write: async () => failed(full) });
    expect(keys()).toHaveLength(1);
  });

  it('is of one person, goes with that copy of the notes, and what cannot be read hurts nobody', async () => {
    const { storage, keys } = fakeStorage({ 'satchel.typing.satchel/ben/one': '[]', other: 'kept' });
    storage.setItem(`satchel.typing.${name}/two`, '{"half":');
    expect(await nextPage(storage, null)).toEqual([]);
    forgetDeviceCopy(storage, name);
    expect(keys()).toEqual(['satchel.typing.satchel/ben/one', 'other']);
  });

  it('costs nothing where there is no room', async () => {
    const { storage } = fakeStorage();
    const tab = aTab({
      ...storage,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const writing = tab.write(id, { seen: '', text: 'Plan A' });
    tab.tell('hidden');
    tab.answer(succeeded(recordOf('Plan A')));
    expect(await writing).toEqual(succeeded(recordOf('Plan A')));
  });
});
