import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockLines, conflictBlocks, isConflictMark, resolveConflicts } from '#src/notes/conflict-block.ts';

const first = '###### Edited in two places. First version ↓';
const second = '###### Edited in two places. Second version ↓';
const end = '###### Edited in two places. End of both versions ↑';
const block = [first, 'mine', second, 'theirs', 'more', end].join('\n');

describe('a conflict block', () => {
  it('is found with both versions and its place', () => {
    const text = `before\n${block}\nbetween\n${block}\nafter`;
    const blocks = conflictBlocks(text);
    expect(blocks).toHaveLength(2);
    for (const { start, end: blockEnd, mine, theirs } of blocks) {
      expect(text.slice(start, blockEnd)).toBe(block);
      expect([mine, theirs]).toEqual(['mine', 'theirs\nmore']);
    }
  });

  it('is resolved into mine, theirs, or both', () => {
    const text = `before\n${block}\nafter`;
    expect(resolveConflicts(text, 'mine')).toBe('before\nmine\nafter');
    expect(resolveConflicts(text, 'theirs')).toBe('before\ntheirs\nmore\nafter');
    expect(resolveConflicts(text, 'both')).toBe('before\nmine\ntheirs\nmore\nafter');
  });

  it('is resolved alone by its place among the blocks', () => {
    const text = `${block}\nbetween\n${block}`;
    expect(resolveConflicts(text, 'mine', 1)).toBe(`${block}\nbetween\nmine`);
    expect(resolveConflicts(text, 'both', 0)).toBe(`mine\ntheirs\nmore\nbetween\n${block}`);
    expect(resolveConflicts(text, 'theirs', 2)).toBe(text);
  });

  it('may have a version without a line', () => {
    const text = ['before', first, second, 'theirs', end, 'after'].join('\n');
    expect(conflictBlocks(text)[0]).toMatchObject({ mine: '', theirs: 'theirs' });
    expect(resolveConflicts(text, 'mine')).toBe('before\nafter');
  });

  it('is known with Windows line ends', () => {
    const text = `before\r\n${block.replaceAll('\n', '\r\n')}\r\nafter`;
    expect(conflictBlocks(text)).toHaveLength(1);
    expect(resolveConflicts(text, 'mine')).toBe('before\r\nmine\r\nafter');
  });

  it.each([
    ['without an end', [first, 'a', second, 'b']],
    ['without a beginning', ['a', second, 'b', end]],
    ['without a middle', [first, 'a', end]],
    ['in the wrong order', [second, first, end]],
    ['within a line', [`x ${first}`, second, end]],
  ])('is none when its marks are no whole: %s', (_, lines) => {
    const text = lines.join('\n');
    expect(conflictBlocks(text)).toEqual([]);
    expect(resolveConflicts(text, 'both')).toBe(text);
  });

  it('begins at the last of two beginnings', () => {
    const text = `${first}\nlost\n${block}`;
    expect(resolveConflicts(text, 'mine')).toBe(`${first}\nlost\nmine`);
  });

  it('brings any lines through, its own marks included', () => {
    const line = fc.oneof(
      fc.constantFrom(first, second, end, `\\${first}`, `\\\\${end}`, ''),
      fc.stringMatching(/^[^\n]*$/),
    );
    const lines = fc.array(line, { maxLength: 5 });
    fc.assert(
      fc.property(lines, lines, (mine, theirs) => {
        const text = ['before', ...blockLines(mine, theirs, ''), 'after'].join('\n');
        expect(conflictBlocks(text)).toHaveLength(1);
        expect(resolveConflicts(text, 'mine').split('\n')).toEqual(['before', ...mine, 'after']);
        expect(resolveConflicts(text, 'theirs').split('\n')).toEqual(['before', ...theirs, 'after']);
      }),
    );
  });

  it('has marks that are told from other lines', () => {
    expect([first, second, `${end}\r`].map(isConflictMark)).toEqual([true, true, true]);
    expect(['', 'text', '###### Edited', `\\${first}`].map(isConflictMark)).toEqual([false, false, false, false]);
  });
});
