import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { shiftItems } from '#src/screens/editor/list-shift.ts';

/** The text after Tab (1) or Shift-Tab (-1) in its line with `|`, or in the lines from one `|` to another. null: the key is not for the list. */
const shifted = (marked: string, direction: 1 | -1): string | null => {
  const from = marked.indexOf('|');
  const to = Math.max(from, marked.lastIndexOf('|') - 1);
  const doc = Text.of(marked.replaceAll('|', '').split('\n'));
  return shiftItems(doc, from, to, direction)?.apply(doc).toString() ?? null;
};

describe('Tab in a list', () => {
  it.each([
    ['- a\n- b|', '- a\n  - b'],
    ['- a\n  - b\n- c|', '- a\n  - b\n  - c'],
    ['1. a\n2. b\n3. |', '1. a\n2. b\n   1. '],
    ['9. a\n10. b\n11. c|', '9. a\n10. b\n    1. c'],
    ['1. step\n- b|', '1. step\n   - b'],
    ['1. step\n  - b|', '1. step\n   - b'],
    ['- [ ] a\n- [ ] b|', '- [ ] a\n  - [ ] b'],
    ['> 1. a\n> 2. b|', '> 1. a\n>    1. b'],
  ])('puts an item under the words of the one above: %j', (before, after) => expect(shifted(before, 1)).toBe(after));

  it.each([
    ['1. a\n2. b|\n3. c', '1. a\n   1. b\n2. c'],
    ['1. a\n   1. x\n   2. y\n2. b|\n3. c', '1. a\n   1. x\n   2. y\n   3. b\n2. c'],
    ['1. a\n|2. b\n3. c|\n4. d', '1. a\n   1. b\n   2. c\n2. d'],
    ['1. a\n1. b|\n1. c', '1. a\n   1. b\n1. c'],
    ['|1. a\n2. b\n3. c|\n4. d', '1. a\n   1. b\n   2. c\n2. d'],
    ['3) a\n4) b|\n5) c', '3) a\n   1) b\n4) c'],
  ])('begins numbers anew, and closes the gap: %j', (before, after) => expect(shifted(before, 1)).toBe(after));

  it('takes along what is under the item', () => {
    expect(shifted('1. a\n2. b|\n   - x\n\n     words\n3. c', 1)).toBe(
      '1. a\n   1. b\n      - x\n\n        words\n2. c',
    );
  });

  it('does nothing to a first item, and is not for the list in other lines', () => {
    expect(shifted('- a|\n- b', 1)).toBe('- a\n- b');
    expect(shifted('1. a\n   - b|', 1)).toBe('1. a\n   - b');
    expect(shifted('words|\n- b', 1)).toBeNull();
    expect(shifted('- a\n\nwords\n\n- b|', 1)).toBe('- a\n\nwords\n\n- b');
  });
});

describe('Shift-Tab in a list', () => {
  it.each([
    ['- a\n  - b|', '- a\n- b'],
    ['1. a\n2. b\n   1. x\n   2. |', '1. a\n2. b\n   1. x\n3. '],
    ['1. a\n   - b|\n2. c', '1. a\n2. b\n3. c'],
    ['- a\n  1. b|', '- a\n- b'],
    ['  - b|', '- b'],
    ['1. a\n   |- b\n     - x\n   - c|\n2. d', '1. a\n2. b\n   - x\n3. c\n4. d'],
    ['> 1. a\n>    1. b|', '> 1. a\n> 2. b'],
    ['1. a\n   1. b|\n1. c', '1. a\n1. b\n1. c'],
  ])('puts an item into the list around its own, and numbers go on: %j', (before, after) =>
    expect(shifted(before, -1)).toBe(after),
  );

  it('takes those behind it under it, with numbers of their own', () => {
    expect(shifted('1. a\n   1. x\n   2. y|\n   3. z\n2. b', -1)).toBe('1. a\n   1. x\n2. y\n   1. z\n3. b');
  });

  it('takes along what is under the item, also under a longer number', () => {
    expect(shifted('9. a\n   - b|\n     words', -1)).toBe('9. a\n10. b\n    words');
  });

  it('does nothing to an item that is in no other', () => expect(shifted('- a\n- b|', -1)).toBe('- a\n- b'));
});

it('moves a list without end in time', () => {
  const list = Array.from({ length: 20_000 }, (_, at) => `${at + 1}. x`).join('\n');
  expect(shifted(`|${list}|`, 1)).toContain('1. x\n   1. x\n   2. x\n');
  expect(shifted(`|${list}|`, -1)).toBe(list);
});

it('what Tab has done, Shift-Tab takes back', () => {
  const list = '1. a\n2. b|\n   - x\n3. c';
  const inside = shifted(list, 1) ?? '';
  expect(shifted(inside.replace('b', 'b|'), -1)).toBe(list.replace('|', ''));
});
