import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotebookName } from '#src/notes/notebooks.ts';
import { type Answer, createSearchEngine } from '#src/search/search-engine.ts';
import { fakeSource } from './fake-source.ts';

const all: NotebookName = { kind: 'all' };
const clock = () => 1_000;

const idsIn = ({ numbers, names }: Answer) => Array.from(numbers, (number) => names[number]);

/** An engine over notes in memory, with what it has answered. */
function anEngine() {
  const notes = fakeSource();
  const engine = createSearchEngine({ source: notes.source, now: clock, breather: () => async () => {} });
  const find = async (typed: string, within: NotebookName = all) => {
    const answers: Answer[] = [];
    await engine.find({ typed, within }, (answer) => answers.push(answer));
    return answers;
  };
  const ids = async (typed: string, within?: NotebookName) => (await find(typed, within)).slice(-1).flatMap(idsIn);
  return { ...notes, engine, find, ids };
}

describe('an answer', () => {
  it('comes at once from titles and beginnings, and is complete when the texts are read', async () => {
    const { put, find, engine } = anEngine();
    put('seen', 'a walrus at sea', { snippet: 'a walrus at sea' });
    put('hidden', `${'x '.repeat(300)} walrus`);
    const answers = await find('walrus');
    expect(answers.map((answer) => [idsIn(answer), answer.complete])).toEqual([
      [['seen'], false],
      [expect.arrayContaining(['seen', 'hidden']), true],
    ]);
    await engine.find({ typed: 'walru', within: all }, (answer) => expect(answer.complete).toBe(true));
  });

  it('has the best first, and the last changed first among equals', async () => {
    const { put, ids } = anEngine();
    put('old', 'eggs', { changedAt: 1 });
    put('new', 'eggs', { changedAt: 9 });
    put('part', 'eggshell', { changedAt: 8 });
    put('put away', 'eggs', { archived: true, changedAt: 10 });
    put('titled', '', { title: 'Eggs', changedAt: 0 });
    expect(await ids('eggs')).toEqual(['titled', 'new', 'old', 'part', 'put away']);
  });

  it('shows the text around a hit that title and beginning do not show', async () => {
    const { put, find } = anEngine();
    put('deep', `Log\n\n${'A quiet day. '.repeat(40)}Two Eggs left.`, { snippet: 'A quiet day.' });
    put('shown', 'eggs', { snippet: 'eggs' });
    const excerpts = (await find('eggs')).at(-1)?.excerpts;
    expect([...(excerpts ?? [])]).toEqual([['deep', expect.stringContaining('Two Eggs left.')]]);
  });

  it('keeps to the chosen list; in all notes it has archived ones, and the trash where it is asked of', async () => {
    const { put, ids } = anEngine();
    put('plain', 'eggs', { tags: ['Kitchen'], changedAt: 3 });
    put('archived', 'eggs', { archived: true, changedAt: 2 });
    put('thrown away', 'eggs', { trashedAt: 5, changedAt: 1 });
    expect(await ids('eggs')).toEqual(['plain', 'archived']);
    expect(await ids('eggs', { kind: 'trash' })).toEqual(['thrown away']);
    expect(await ids('eggs', { kind: 'tag', tag: 'kitchen' })).toEqual(['plain']);
    expect(await ids('eggs is:trashed')).toEqual(['thrown away']);
    expect(await ids('eggs')).toEqual(['plain', 'archived']);
  });
});

describe('the engine', () => {
  it('reads each text once', async () => {
    const { put, engine, ids, reads } = anEngine();
    for (const id of ['a', 'b', 'c']) put(id, `eggs ${id}`, { snippet: 'eggs' });
    await engine.warm();
    expect(await ids('eggs')).toHaveLength(3);
    expect(await ids('b')).toEqual(['b']);
    expect(reads.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('gives up a question for the next one', async () => {
    const { put, engine, hold } = anEngine();
    put('a', 'eggs and milk');
    const open = hold();
    const answered: string[] = [];
    const first = engine.find({ typed: 'eggs', within: all }, ({ typed, complete }) =>
      answered.push(`${typed} ${complete}`),
    );
    const second = engine.find({ typed: 'milk', within: all }, ({ typed, complete }) =>
      answered.push(`${typed} ${complete}`),
    );
    open();
    await Promise.all([first, second]);
    expect(answered).toEqual(['milk false', 'milk true']);
  });

  it('answers anew when notes change, until it is stopped', async () => {
    const { put, remove, engine } = anEngine();
    put('a', 'eggs');
    put('b', 'milk');
    const answers: string[] = [];
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    await engine.find({ typed: 'eggs', within: all }, (answer) => {
      if (answer.complete) answers.push(idsIn(answer).sort().join(' '));
    });
    put('b', 'milk and eggs');
    await settled();
    put('a', 'nothing');
    await settled();
    remove('b');
    await settled();
    engine.stop();
    put('c', 'eggs');
    await settled();
    expect(answers).toEqual(['a', 'a b', 'b', '']);
  });

  it('takes in what changes while it reads', async () => {
    const { put, hold, find } = anEngine();
    put('a', 'eggs');
    put('b', 'milk');
    const open = hold();
    const finding = find('eggs');
    await Promise.resolve();
    put('b', 'eggs too');
    put('a', 'no more');
    open();
    const last = (await finding).slice(-1);
    expect(last.map((answer) => [idsIn(answer), answer.complete])).toEqual([[['b'], true]]);
  });

  it('rejects where the notes cannot be read, and reads them with the next question', async () => {
    const notes = fakeSource();
    notes.put('a', 'eggs');
    let broken = true;
    const texts: typeof notes.source.texts = (ids) =>
      broken ? Promise.reject(new Error('closed')) : notes.source.texts(ids);
    const engine = createSearchEngine({
      source: { ...notes.source, texts },
      now: clock,
      breather: () => async () => {},
    });
    await expect(engine.find({ typed: 'eggs', within: all }, () => {})).rejects.toThrow('closed');
    broken = false;
    const answers: Answer[] = [];
    await engine.find({ typed: 'eggs', within: all }, (answer) => answers.push(answer));
    expect(answers.slice(-1).map((answer) => [idsIn(answer), answer.complete])).toEqual([[['a'], true]]);
  });

  it('finds among the earlier hits what it would find among all', async () => {
    const word = fc.constantFrom(
      'egg',
      'eggs',
      'e',
      '#e',
      '#',
      '-e',
      '-egg',
      'is:archived',
      'is:trashed',
      '-is:trashed',
      'tag:egg',
      'm',
    );
    const note = fc.record({
      text: fc.constantFrom('eggs', 'an egg', 'milk', '# m', ''),
      tags: fc.constantFrom(['egg'], ['eggs'], []),
      archived: fc.boolean(),
      trashedAt: fc.constantFrom(null, 5),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(note, { maxLength: 6 }),
        fc.array(word, { minLength: 2, maxLength: 5 }),
        async (texts, words) => {
          const kept = anEngine();
          const fill = ({ put }: ReturnType<typeof anEngine>) => {
            for (const [index, { text, ...told }] of texts.entries()) put(`n${index}`, text, { title: 'T', ...told });
          };
          fill(kept);
          for (let length = 1; length <= words.length; length += 1) {
            const typed = words.slice(0, length).join(' ');
            for (const letters of [typed.slice(0, -1), typed]) {
              const fresh = anEngine();
              fill(fresh);
              expect(await kept.ids(letters)).toEqual(await fresh.ids(letters));
            }
          }
        },
      ),
    );
  });
});
