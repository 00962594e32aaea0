import { describe, expect, it } from 'vitest';
import { newNoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { openNote } from '#src/screens/editor/open-note.ts';
import type { NoteRecord, StoreFailure } from '#src/services.ts';

const id = newNoteId(1_800_000_000_000, (length) => new Uint8Array(length));

const recordOf = (text: string): NoteRecord => ({
  ...{ id, text, attachment: null, createdAt: 1, changedAt: 1, base: null },
  ...{ sending: null, waiting: null, problem: null },
});

const full: StoreFailure = { kind: 'full', message: 'm', details: 'd' };

/** A note that says "Plan", open, on a device that confirms writes when it is told to. */
async function anOpenNote() {
  const confirm: (() => void)[] = [];
  const edits: { readonly seen: string; readonly text: string }[] = [];
  const write = (_: unknown, edit: { readonly seen: string; readonly text: string }) => {
    edits.push(edit);
    return new Promise<Result<NoteRecord, StoreFailure>>((done) =>
      confirm.push(() => done(succeeded(recordOf(edit.text)))),
    );
  };
  const note = openNote({ read: async () => recordOf('Plan'), watch: () => () => {}, write, choose: write }, id, null);
  note.start();
  await expect.poll(() => note.get().phase).toBe('open');
  const written = () => {
    const state = note.get();
    return state.phase === 'open' ? state.written : state.phase;
  };
  return { note, written, edits, confirm: () => confirm.shift()?.() };
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

describe('A text that is written at once, since the page may be going', () => {
  it('is written once, and what is typed after it grows from it', async () => {
    const { note, written, edits, confirm } = await anOpenNote();
    note.type('Plan A');
    note.type('Plan A, B');
    note.flush();
    note.flush();
    note.type('Plan A, B, C');
    note.flush();
    expect(edits).toEqual([
      { seen: 'Plan', text: 'Plan A' },
      { seen: 'Plan A', text: 'Plan A, B' },
      { seen: 'Plan A, B', text: 'Plan A, B, C' },
    ]);
    for (let left = 3; left > 0; left -= 1) confirm();
    await expect.poll(written).toBe('yes');
    expect(edits).toHaveLength(3);
    note.type('Plan D');
    expect(edits.at(-1)).toEqual({ seen: 'Plan A, B, C', text: 'Plan D' });
  });

  it('is written again from what the device has where it could not be', async () => {
    const answers = [succeeded(recordOf('Plan A')), failed(full), succeeded(recordOf('Plan A, B'))];
    const edits: { readonly seen: string; readonly text: string }[] = [];
    const write = async (_: unknown, edit: { readonly seen: string; readonly text: string }) => {
      edits.push(edit);
      return answers.shift() ?? failed(full);
    };
    const parts = { read: async () => recordOf('Plan'), watch: () => () => {}, write, choose: write };
    const note = openNote(parts, id, null);
    note.start();
    await expect.poll(() => note.get().phase).toBe('open');
    note.type('Plan A');
    note.type('Plan A, B');
    note.flush();
    await expect.poll(() => note.get()).toMatchObject({ written: full });
    note.retry();
    await expect.poll(() => note.get()).toMatchObject({ written: 'yes', body: 'Plan A, B' });
    expect(edits.at(-1)).toEqual({ seen: 'Plan A', text: 'Plan A, B' });
  });
});
