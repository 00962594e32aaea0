import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import { textChange } from '#src/notes/text-change.ts';
import { openNote } from '#src/screens/editor/open-note.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import * as edits from '#src/store/person-edits.ts';
import { home, noteId } from './sync/fakes/device.ts';

const id = noteId('a');
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Two editors of one note over one store, whose writes take until `settle`. */
async function twoTabs(text: string) {
  const store = createMemoryNoteStore({ home, now: () => 1 });
  await store.change([id], (record) => edits.edited(record, { id, change: () => text, now: 1, home }), 'writing');
  const held: (() => void)[] = [];
  const notebook: Parameters<typeof openNote>[0] = {
    read: (note) => store.read(note),
    choose: () => Promise.reject(new Error('nobody chooses here')),
    watch: (note, listener) => store.subscribe(() => void store.read(note).then(listener)),
    async write(note, { seen, text: typed }) {
      await new Promise<void>((go) => held.push(go));
      const changed = await store.change(
        [note],
        (record) => edits.written(record, { id: note, seen, text: typed, now: 1, home }),
        'writing',
      );
      if (!changed.ok || changed.value[0] === undefined) throw new Error('not written');
      return { ok: true, value: changed.value[0] };
    },
  };
  const tab = () => {
    const note = openNote(notebook, id, null);
    note.start();
    let shown = '';
    let caret = 0;
    const body = () => {
      const state = note.get();
      return state.phase === 'open' ? state.body : '';
    };
    // As the text box does it: what changes before the caret moves it along.
    const follow = () => {
      const { start, end, insert } = textChange(shown, body());
      if (end <= caret && (start < caret || end < caret)) caret += insert.length - (end - start);
      shown = body();
    };
    note.subscribe(follow);
    return {
      body,
      put: (at: number) => {
        caret = at;
      },
      type(letter: string) {
        const typed = shown.slice(0, caret) + letter + shown.slice(caret);
        caret += 1;
        shown = typed;
        note.type(typed);
      },
    };
  };
  const tabs = [tab(), tab()] as const;
  await settled();
  return {
    tabs,
    text: async () => (await store.read(id))?.text ?? '',
    async settle() {
      for (const go of held.splice(0)) go();
      await settled();
    },
  };
}

it('Two tabs that type into one note, at one place or at two, lose no letter, clash never, and end alike', async () => {
  const step = fc.constantFrom('first' as const, 'second' as const, 'settle' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.nat(5), fc.nat(5), async (steps, one, other) => {
      const { tabs, text, settle } = await twoTabs('start');
      tabs[0].put(one);
      tabs[1].put(other);
      const typed = { first: '', second: '' };
      for (const what of steps) {
        if (what === 'settle') {
          await settle();
          continue;
        }
        const [tab, letters] = what === 'first' ? [tabs[0], '0123456789'] : [tabs[1], 'ABCDEFGHIJ'];
        const letter = letters[typed[what].length % letters.length] ?? '';
        typed[what] += letter;
        tab.type(letter);
      }
      for (let round = 0; round < 6; round += 1) await settle();
      const end = await text();
      expect(tabs.map((tab) => tab.body())).toEqual([end, end]);
      expect(conflictBlocks(end)).toEqual([]);
      const those = (letters: RegExp) => (end.match(letters) ?? []).join('');
      expect([those(/[0-9]/g), those(/[A-J]/g), those(/[a-z]/g)]).toEqual([typed.first, typed.second, 'start']);
    }),
    { numRuns: 300 },
  );
});
