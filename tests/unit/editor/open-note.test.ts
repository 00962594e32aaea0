import { describe, expect, it } from 'vitest';
import { newNoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import { openNote } from '#src/screens/editor/open-note.ts';
import type { NoteRecord, StoreFailure } from '#src/services.ts';

const id = newNoteId(1_800_000_000_000, (length) => new Uint8Array(length));

const recordOf = (text: string): NoteRecord => ({
  ...{ id, text, attachment: null, createdAt: 1, changedAt: 1, base: null },
  ...{ sending: null, waiting: null, problem: null },
});

/** A note that says "Plan", open, on a device that confirms writes when it is told to. */
async function anOpenNote() {
  const confirm: (() => void)[] = [];
  const write = (_: unknown, { text }: { readonly text: string }) =>
    new Promise<Result<NoteRecord, StoreFailure>>((done) => confirm.push(() => done(succeeded(recordOf(text)))));
  const note = openNote({ read: async () => recordOf('Plan'), watch: () => () => {}, write, choose: write }, id, null);
  note.start();
  await expect.poll(() => note.get().phase).toBe('open');
  const written = () => {
    const state = note.get();
    return state.phase === 'open' ? state.written : state.phase;
  };
  return { note, written, confirm: () => confirm.shift()?.() };
}

describe('A text that is told some time after it was typed', () => {
  it('counts as being written from the first key', async () => {
    const { note, written, confirm } = await anOpenNote();
    note.typing();
    expect(written()).toBe('writing');
    note.type('Plan A');
    expect(written()).toBe('writing');
    confirm();
    await expect.poll(written).toBe('yes');
  });

  it('is not written yet when the text before it is', async () => {
    const { note, written, confirm } = await anOpenNote();
    note.type('Plan A');
    note.typing();
    confirm();
    await new Promise((done) => setImmediate(done));
    expect(written()).toBe('writing');
    note.type('Plan A and B');
    confirm();
    await expect.poll(written).toBe('yes');
  });

  it('is written at once where it came to nothing', async () => {
    const { note, written } = await anOpenNote();
    note.typing();
    note.type('Plan');
    expect(written()).toBe('yes');
  });
});
