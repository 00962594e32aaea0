import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictBlocks, isConflictMark, resolveConflicts } from '#src/notes/conflict-block.ts';
import { mergeTexts } from '#src/notes/merge.ts';
import {
  bodyOf,
  frontMatterTags,
  isPinned,
  moveToTrash,
  trashedAt,
  withBody,
  withPinned,
  withTags,
} from '#src/notes/note-document.ts';
import { anyText } from './any-text.ts';

/** A document of unlike words, and what a person may do to it; new words are unique (`m0`, `t1`), so that none can hide in another. */
const words = fc.constantFrom('milk', 'eggs', 'the', 'garden', 'on', 'Monday', '-', '家');
const lines = fc.array(
  fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
  { maxLength: 12 },
);
const edits = fc.array(fc.record({ at: fc.nat(200), remove: fc.nat(6), insert: fc.nat(3), isLine: fc.boolean() }), {
  maxLength: 5,
});
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function edit(base: string, changes: Edits, name: string): { text: string; inserted: string[] } {
  const inserted: string[] = [];
  let text = base;
  for (const { at, remove, insert, isLine } of changes) {
    const parts = text.split(isLine ? /(?<=\n)/ : /(?<= )/);
    const added = Array.from({ length: insert }, () => {
      inserted.push(`${name}${inserted.length}x`);
      return `${inserted.at(-1)}${isLine ? '\n' : ' '}`;
    });
    parts.splice(at % (parts.length + 1), remove, ...added);
    text = parts.join('');
  }
  return { text, inserted: inserted.filter((word) => text.includes(word)) };
}

const withoutMarks = (text: string) =>
  text
    .split('\n')
    .filter((line) => !isConflictMark(line))
    .join('\n');

describe('a merge', () => {
  it('takes the side that changed, byte for byte', () => {
    const text = anyText();
    fc.assert(
      fc.property(text, text, (base, changed) => {
        const merges = [
          mergeTexts(base, changed, base),
          mergeTexts(base, base, changed),
          mergeTexts(base, changed, changed),
        ];
        expect(merges).toEqual(merges.map(() => ({ text: changed, clash: false })));
      }),
    );
  });

  it('loses nothing that either side wrote, and nests no blocks', () => {
    fc.assert(
      fc.property(lines, edits, edits, (baseLines, ours, others) => {
        const base = baseLines.join('\n');
        const mine = edit(base, ours, 'm');
        const theirs = edit(base, others, 't');
        const merged = mergeTexts(base, mine.text, theirs.text);
        const blocks = conflictBlocks(merged.text);
        const all = withoutMarks(merged.text);
        const [ours1, theirs1] = [resolveConflicts(merged.text, 'mine'), resolveConflicts(merged.text, 'theirs')];
        expect({
          lost: [...mine.inserted, ...theirs.inserted].filter((word) => !all.includes(word)),
          lostOfMine: mine.inserted.filter((word) => !ours1.includes(word)),
          lostOfTheirs: theirs.inserted.filter((word) => !theirs1.includes(word)),
          hasBlocks: blocks.length > 0,
          nested: blocks.flatMap((block) => `${block.mine}\n${block.theirs}`.split('\n')).filter(isConflictMark),
          again: mergeTexts(base, mine.text, theirs.text),
        }).toEqual({ lost: [], lostOfMine: [], lostOfTheirs: [], hasBlocks: merged.clash, nested: [], again: merged });
      }),
      { numRuns: 300 },
    );
  });

  it('loses nothing when blocks are merged again', () => {
    fc.assert(
      fc.property(lines, edits, edits, edits, edits, (baseLines, ...all) => {
        const base = baseLines.join('\n');
        const [a, b, c, d] = all.map((changes, index) => ({ changes, name: `${'abcd'.charAt(index)}` }));
        if (a === undefined || b === undefined || c === undefined || d === undefined) return;
        const both = mergeTexts(base, edit(base, a.changes, a.name).text, edit(base, b.changes, b.name).text).text;
        const mine = edit(both, c.changes, c.name);
        const theirs = edit(both, d.changes, d.name);
        const merged = mergeTexts(both, mine.text, theirs.text).text;
        expect([...mine.inserted, ...theirs.inserted].filter((word) => !merged.includes(word))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('brings changes of different lines together', () => {
    const base = 'one\ntwo\nthree\nfour';
    expect(mergeTexts(base, 'one!\ntwo\nthree\nfour', 'one\ntwo\nthree\nfour?')).toEqual({
      text: 'one!\ntwo\nthree\nfour?',
      clash: false,
    });
    expect(mergeTexts(base, 'one!\ntwo\nthree\nfour', 'one\ntwo?\nthree\nfour')).toEqual({
      text: 'one!\ntwo?\nthree\nfour',
      clash: false,
    });
  });

  it('brings changes of different words together', () => {
    expect(mergeTexts('buy milk', 'buy oat milk', 'buy milk and eggs')).toEqual({
      text: 'buy oat milk and eggs',
      clash: false,
    });
    expect(mergeTexts('あの本を読む', 'この本を読む', 'あの本を買う').text).toBe('この本を買う');
  });

  it('keeps both of two new lines at one place, mine first', () => {
    expect(mergeTexts('list\n', 'list\nmilk\n', 'list\neggs\n')).toEqual({ text: 'list\nmilk\neggs\n', clash: false });
    expect(mergeTexts('list', 'list\nmilk', 'list\neggs')).toEqual({ text: 'list\nmilk\neggs', clash: false });
  });

  it('takes the longer where one side has typed on from the other', () => {
    expect(mergeTexts('Hello', 'Hello\nwor', 'Hello\nworld')).toEqual({ text: 'Hello\nworld', clash: false });
    expect(mergeTexts('', 'Hello world', 'Hello w')).toEqual({ text: 'Hello world', clash: false });
  });

  it('keeps both versions of one word in a block', () => {
    expect(mergeTexts('a\nmeet at five\nb', 'a\nmeet at six\nb', 'a\nmeet at seven\nb')).toEqual({
      text: [
        'a',
        '###### Edited in two places. First version ↓',
        'meet at six',
        '###### Edited in two places. Second version ↓',
        'meet at seven',
        '###### Edited in two places. End of both versions ↑',
        'b',
      ].join('\n'),
      clash: true,
    });
  });

  it('does not run rewritten sentences into each other', () => {
    const merged = mergeTexts('the quick fox', 'a slow turtle', 'the quick brown fox');
    expect(resolveConflicts(merged.text, 'mine')).toBe('a slow turtle');
    expect(resolveConflicts(merged.text, 'theirs')).toBe('the quick brown fox');
  });

  it('does not put two new words side by side', () => {
    const merged = mergeTexts('the quick fox', 'a quick fox', 'the slow fox');
    expect(conflictBlocks(merged.text)).toMatchObject([{ mine: 'a quick fox', theirs: 'the slow fox' }]);
  });

  it('finds the changes of a long note with many blank lines', () => {
    const base = Array.from({ length: 1_500 }, (_, index) => `line ${index}\n\n`).join('');
    const merged = mergeTexts(base, base.replace('line 3\n', 'mine\n'), base.replace('line 1490\n', 'theirs\n'));
    expect(merged.clash).toBe(false);
    expect(merged.text).toBe(base.replace('line 3\n', 'mine\n').replace('line 1490\n', 'theirs\n'));
  });

  it('keeps an edit of a line that the other side removed', () => {
    const merged = mergeTexts('a\nold\nb', 'a\nb', 'a\nold and new\nb');
    expect(merged.clash).toBe(true);
    expect(resolveConflicts(merged.text, 'mine')).toBe('a\nb');
    expect(resolveConflicts(merged.text, 'theirs')).toBe('a\nold and new\nb');
  });

  it('takes edits of different versions of a block into that block', () => {
    const once = mergeTexts('a\nx\nb', 'a\ny\nb', 'a\nz\nb').text;
    const merged = mergeTexts(once, once.replace('\ny\n', '\ny1\n'), once.replace('\nz\n', '\nz1\n'));
    expect(conflictBlocks(merged.text)).toHaveLength(1);
    expect(resolveConflicts(merged.text, 'mine')).toBe('a\ny1\nb');
    expect(resolveConflicts(merged.text, 'theirs')).toBe('a\nz1\nb');
  });

  it('opens a block that clashes again into its two versions', () => {
    const once = mergeTexts('a\nx\nb', 'a\ny\nb', 'a\nz\nb').text;
    const merged = mergeTexts(once, once.replace('\ny\n', '\ny1\n'), once.replace('\ny\n', '\ny2\n'));
    expect(conflictBlocks(merged.text)).toHaveLength(1);
    expect(resolveConflicts(merged.text, 'mine')).toBe('a\ny1\nz\nb');
    expect(resolveConflicts(merged.text, 'theirs')).toBe('a\ny2\nz\nb');
  });

  it('takes what was written by somebody who has not seen the block into both its versions', () => {
    const block = mergeTexts('a b c d', 'a b c d e', 'a b c d f').text;
    const merged = mergeTexts('a b c d', 'a new b c d', block);
    expect(conflictBlocks(merged.text)).toMatchObject([{ mine: 'a new b c d e', theirs: 'a new b c d f' }]);
    expect(mergeTexts('a b c d', block, 'a new b c d').text).toBe(merged.text);
  });

  it.each(['mine', 'theirs'] as const)('goes on from the version in the block that it grew from (%s)', (side) => {
    const seen = 'one\nthree';
    const other = 'one two';
    const block = side === 'theirs' ? mergeTexts('one', other, seen).text : mergeTexts('one', seen, other).text;
    expect(conflictBlocks(block)).toHaveLength(1);
    const grown = 'four\none\nthree five';
    for (const merged of [mergeTexts(seen, grown, block), mergeTexts(seen, block, grown)]) {
      expect(resolveConflicts(merged.text, side)).toBe(grown);
      expect(resolveConflicts(merged.text, side === 'mine' ? 'theirs' : 'mine')).toBe(other);
    }
  });

  it('lets a block be resolved on one side while the other edits elsewhere', () => {
    const once = mergeTexts('a\nx\nb\nc\nd', 'a\ny\nb\nc\nd', 'a\nz\nb\nc\nd').text;
    expect(mergeTexts(once, resolveConflicts(once, 'mine'), `${once}!`)).toEqual({
      text: 'a\ny\nb\nc\nd!',
      clash: false,
    });
  });

  it('writes the marks with the line ends of the text', () => {
    const merged = mergeTexts('a\r\nx\r\nb', 'a\r\ny\r\nb', 'a\r\nz\r\nb').text;
    expect(merged.split('\r\n').join('')).not.toContain('\n');
    expect(resolveConflicts(merged, 'theirs')).toBe('a\r\nz\r\nb');
  });

  it('only shows what differs where two devices hold variants of a note that the base does not know', () => {
    const merged = mergeTexts('', 'Title\nsame\nmine', 'Title\nsame\ntheirs');
    expect(merged.text.startsWith('Title\nsame\n######')).toBe(true);
    expect(merged.clash).toBe(true);
  });

  it.each([
    ['blank lines', '\n'.repeat(20_000)],
    ['a line without an end', 'a'.repeat(2_000_000)],
    ['one word again and again', 'a b '.repeat(20_000)],
    ['one line again and again', 'x\n'.repeat(4_000)],
    ['different lines', Array.from({ length: 4_000 }, (_, index) => `line ${index}`).join('\n')],
  ])('ends soon, however long and hostile the texts are: %s', (_, base) => {
    const { text } = mergeTexts(base, `m ${base} mine`, `t ${base} theirs`);
    expect(text.includes('mine') && text.includes('theirs')).toBe(true);
  });
});

describe('a merge of front matter', () => {
  const base = 'Text\nmore';
  const noon = Date.UTC(2026, 10, 22, 12);

  it('goes key by key', () => {
    const merged = mergeTexts(base, withPinned(base, true), withTags(`${base}!`, ['home']));
    expect(merged.clash).toBe(false);
    expect(isPinned(merged.text)).toBe(true);
    expect(frontMatterTags(merged.text)).toEqual(['home']);
    expect(merged.text.endsWith('---\nText\nmore!')).toBe(true);
  });

  it('puts the tags of both sides together, and takes away what either took', () => {
    const tagged = withTags(base, ['a', 'b', 'c']);
    const merged = mergeTexts(tagged, withTags(tagged, ['b', 'c', 'd']), withTags(tagged, ['a', 'c', 'e']));
    expect(frontMatterTags(merged.text)).toEqual(['c', 'd', 'e']);
  });

  it('unpins where one side unpins', () => {
    const pinned = withPinned(base, true);
    const merged = mergeTexts(pinned, withPinned(pinned, false), withTags(pinned, ['home']));
    expect(isPinned(merged.text)).toBe(false);
    expect(frontMatterTags(merged.text)).toEqual(['home']);
  });

  it('leaves no front matter where none is needed', () => {
    const pinned = withPinned(base, true);
    expect(mergeTexts(pinned, withPinned(pinned, false), withBody(pinned, 'Text\nless')).text).toBe('Text\nless');
  });

  it("keeps both values of somebody's own key, theirs as a comment", () => {
    const text = (value: string) => `---\ncolour: ${value}\n---\nText`;
    const merged = mergeTexts(text('red'), text('green'), text('blue'));
    expect(merged).toEqual({ text: '---\ncolour: green\n# colour: blue\n---\nText', clash: true });
  });

  it('keeps a key that one side changed and the other removed', () => {
    const text = (lines: string) => `---\n${lines}x: 1\n---\nText`;
    expect(mergeTexts(text('colour: red\n'), text(''), `${text('colour: blue\n')}`).text).toContain('colour: blue\n');
  });

  it('keeps comments when the last key goes', () => {
    const text = '---\nx: 1\n---\nText';
    const merged = mergeTexts(text, 'Text', '---\n# remember\nx: 1\n---\nText').text;
    expect(merged).toContain('# remember\n');
    expect(bodyOf(merged)).toBe('Text');
  });

  it('trashes where one side trashed and the other left the text alone', () => {
    const trashed = moveToTrash(base, noon);
    expect(trashedAt(mergeTexts(base, trashed, withPinned(base, true)).text)).toBe(noon);
    expect(trashedAt(mergeTexts(base, withPinned(base, true), trashed).text)).toBe(noon);
  });

  it('does not trash what the other side edited', () => {
    const trashed = moveToTrash(base, noon);
    for (const merged of [mergeTexts(base, trashed, `${base}!`), mergeTexts(base, `${base}!`, trashed)]) {
      expect(merged).toEqual({ text: `${base}!`, clash: false });
    }
  });

  it('restores where one side restored', () => {
    const trashed = moveToTrash(base, noon);
    expect(mergeTexts(trashed, base, withPinned(trashed, true)).text).toBe(withPinned(base, true));
  });

  it('stays in the trash where both put it there', () => {
    const merged = mergeTexts(base, moveToTrash(base, noon), moveToTrash(`${base}!`, noon + 60_000));
    expect(trashedAt(merged.text)).toBe(noon);
  });

  it.each([
    ['the trash', 'trashed: 2026-11-22T12:00:00Z'],
    ['a pin', 'pinned: true'],
    ['the archive', 'archived: true'],
    ['tags', 'tags: [home]'],
    ['tags, one a line', 'tags:\n  - home'],
  ])('keeps what one side typed into the line of %s, whatever the other did to it', (_, line) => {
    const text = (lines: string) => `---\n${lines}---\nText`;
    const mine = text(`${line} milk\n`);
    const others = [
      `eggs\n${text(`${line}\n`)}`,
      text(`${line} eggs\n`),
      text(`${line} # eggs\n`),
      `${text('')} eggs`,
      text(`eggs: 1\n`),
      withTags(withPinned(text(`${line}\n`), !line.startsWith('pinned')), ['eggs']),
      moveToTrash(`${text('')} eggs`, noon + 60_000),
    ];
    for (const other of others) {
      for (const merged of [mergeTexts(text(`${line}\n`), mine, other), mergeTexts(text(`${line}\n`), other, mine)]) {
        expect(merged.text.match(/milk/g)).toHaveLength(1);
        expect(merged.text.match(/eggs/g)).toHaveLength(1);
      }
    }
  });

  it('goes by the value that can be read, and keeps the damaged one as a comment', () => {
    const tagged = withTags(base, ['home']);
    const merged = mergeTexts(tagged, withTags(tagged, ['home', 'garden']), tagged.replace(']', '] milk'));
    expect(frontMatterTags(merged.text)).toEqual(['home', 'garden']);
    expect(merged.text).toContain('\n# tags: [home] milk\n');
  });

  it('is a merge of text where a line was typed above it on one side', () => {
    const trashed = moveToTrash(base, noon);
    expect(mergeTexts(trashed, `eggs\n${trashed}`, trashed.replace('Z', 'Z milk'))).toEqual({
      text: `eggs\n${trashed.replace('Z', 'Z milk')}`,
      clash: false,
    });
  });

  it('takes a front matter away that one side took, though a line was typed above it on the other', () => {
    const trashed = moveToTrash(base, noon);
    expect(mergeTexts(trashed, `eggs\n${trashed}`, base).clash).toBe(false);
  });

  it('ends soon, however many keys stand in a front matter and in the text of the other side', () => {
    const front = `---\n${Array.from({ length: 8_000 }, (_, at) => `k${at}:\n`).join('')}---\n`;
    const merged = mergeTexts(front, `${front}milk`, `eggs\n${front}${'x:\n'.repeat(100_000)}`);
    expect(merged.text).toContain('milk');
    expect(merged.text).toContain('eggs');
  });
});
