import { describe, expect, it } from 'vitest';
import { rebased } from '#src/notes/rebase.ts';

describe('What was typed into a text that has changed meanwhile', () => {
  it.each([
    // seen, typed, now, together
    ['one', 'one!', '¡one', '¡one!'],
    ['one two', 'one 2', 'uno two', 'uno 2'],
    ['one two', '1 two', 'one two three', '1 two three'],
    ['one', 'one!', 'one', 'one!'],
    ['a line', 'a line of mine', 'a line of theirs', 'a line of mine of theirs'],
    ['', 'mine', 'theirs', 'minetheirs'],
    ['fox', 'foxy', 'fix', 'fixy'],
    [
      '---\npinned: true\n---\nText',
      '---\npinned: true\n---\nTexts',
      '---\npinned: true\n---\nA Text',
      '---\npinned: true\n---\nA Texts',
    ],
  ])('of %j, typed as %j, now %j, is %j', (seen, typed, now, together) => {
    expect(rebased(seen, typed, now)).toBe(together);
  });

  it.each([
    ['both replaced one place', 'one two', 'one 2', 'one zwei'],
    ['one is in the trash now', 'Text', 'Texts', '---\ntrashed: 2026-11-24T10:00:00Z\n---\nText'],
    ['an emoji would be torn', '👍', '👎', '👌'],
  ])('is for a merge where %s', (_, seen, typed, now) => {
    expect(rebased(seen, typed, now)).toBeNull();
  });
});
