import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { listEnter } from '#src/screens/editor/list-enter.ts';

/** The text after Enter; `|` is the caret. null: Enter does nothing of its own. */
const entered = (marked: string): string | null => {
  const head = marked.indexOf('|');
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const made = listEnter(state.doc, head);
  if (made === null) return null;
  const text = state.update({ changes: made.changes }).state.doc.toString();
  return `${text.slice(0, made.caret)}|${text.slice(made.caret)}`;
};

describe('Enter in an item with words', () => {
  it.each([
    ['- a|', '- a\n- |'],
    ['- a|b', '- a\n- |b'],
    ['> - a|', '> - a\n> - |'],
    ['- [x] a|\n- b', '- [x] a\n- [ ] |\n- b'],
  ])('begins another one: %j', (before, after) => expect(entered(before)).toBe(after));

  it.each([
    ['1. a|\n2. b\n3. c', '1. a\n2. |\n3. b\n4. c'],
    ['1. a|\n2. b\n2. c', '1. a\n2. |\n3. b\n4. c'],
    ['3) a|\n4) b\n1. other', '3) a\n4) |\n5) b\n1. other'],
    ['1. a|\n   1. x\n   2. y\n2. b', '1. a\n2. |\n   1. x\n   2. y\n3. b'],
    ['1. a\n   1. x|\n   2. y\n2. b', '1. a\n   1. x\n   2. |\n   3. y\n2. b'],
    ['1. a|\n\n2. b\n\nwords\n\n3. c', '1. a\n2. |\n\n3. b\n\nwords\n\n3. c'],
    ['1. a|\nwrapped\n2. b', '1. a\n2. |\nwrapped\n3. b'],
    ['1. a|\n# heading\n2. b', '1. a\n2. |\n# heading\n2. b'],
    ['> 1. a|\n> 2. b\n\n2. c', '> 1. a\n> 2. |\n> 3. b\n\n2. c'],
    ['8. a|\n9. b\n   - c\n10. d', '8. a\n9. |\n10. b\n    - c\n11. d'],
    ['8. a|\n9. b\n    - c', '8. a\n9. |\n10. b\n    - c'],
    ['8. a|\n9. b\n   c\n       code', '8. a\n9. |\n10. b\n    c\n       code'],
  ])('gives those behind it the next numbers: %j', (before, after) => expect(entered(before)).toBe(after));

  it.each([
    ['1. a|\n1. b', '1. a\n1. |\n1. b'],
    ['1. a\n1. b|', '1. a\n1. b\n1. |'],
  ])('leaves numbers alike that are: %j', (before, after) => expect(entered(before)).toBe(after));

  it('looks at a part of a list without end', () => {
    const list = Array.from({ length: 50_000 }, (_, at) => `${at + 1}. x`).join('\n');
    expect(entered(list.replace('1. x', '1. x|'))).toContain('1. x\n2. |\n3. x\n4. x\n');
  });
});

describe('Enter in an item without words', () => {
  it.each([
    ['- a\n- |', '- a\n\n|'],
    ['1. a\n2. |', '1. a\n\n|'],
    ['- a\n- [ ] |', '- a\n\n|'],
    ['> a\n> |', '> a\n\n|'],
    ['- a\n\n- |', '- a\n\n|'],
    ['- |', '|'],
    ['- a\n- |\n- b', '- a\n\n|\n\n- b'],
    ['- a\n- |\n\nwords', '- a\n\n|\n\nwords'],
  ])('ends the list, so that a paragraph follows: %j', (before, after) => expect(entered(before)).toBe(after));

  it('ends the list and not the quotation around it', () => {
    expect(entered('> - a\n> - |')).toBe('> - a\n>\n> |');
    expect(entered('> - a\n>\n> |')).toBe('> - a\n>\n|');
  });

  it.each([
    ['- a\n  - b\n  - |', '- a\n  - b\n- |'],
    ['1. a\n   - b\n   - |\n2. c', '1. a\n   - b\n2. |\n3. c'],
    ['- [ ] a\n  words\n  1. |', '- [ ] a\n  words\n- [ ] |'],
  ])('moves it out of a list in a list: %j', (before, after) => expect(entered(before)).toBe(after));

  it('does nothing of its own before the marks, and in other lines', () => {
    expect(entered('|- a')).toBeNull();
    expect(entered('words|')).toBeNull();
  });
});
