import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTag, removeTag } from '#src/notes/remove-tag.ts';
import { sameTag } from '#src/notes/tag-name.ts';
import { tagsOf } from '#src/notes/tags.ts';
import { anyText } from './any-text.ts';

describe('removing a tag from a text', () => {
  it.each([
    ['---\ntags: [Farm, home]\n---\nCorn', '---\ntags: [home]\n---\nCorn'],
    ['---\ntags: [farm]\n---\nCorn', 'Corn'],
    ['---\ntags: [farm]\n---\nCorn #farm', 'Corn'],
    ['Corn #farm #home', 'Corn #home'],
    ['Corn #home #farm.', 'Corn #home.'],
    ['#farm #home\nCorn', '#home\nCorn'],
    ['Corn\n\n#farm\nHay', 'Corn\n\nHay'],
    ['Corn\r\n#FARM\r\nHay', 'Corn\r\nHay'],
    ['Back to the #farm, and the #farm again', 'Back to the farm, and the farm again'],
    ['On the #farm with #home', 'On the farm with #home'],
    ['(#farm)', '()'],
    ['#farm is where corn grows', 'farm is where corn grows'],
    ['#farm #home Corn', '#home Corn'],
    ['- #home #farm Corn', '- #home Corn'],
    ['Corn of the #farm.', 'Corn of the farm.'],
    ['Corn (from the #farm)', 'Corn (from the farm)'],
    ['`#farm` #farm/north #farmer', '`#farm` #farm/north #farmer'],
  ])('makes of %j %j', (text, expected) => {
    expect(removeTag(text, 'farm')).toBe(expected);
  });

  it.each([
    ['Planted in #2024, and again', 'Planted in 2024, and again'],
    ['Planted in #2024.', 'Planted in 2024.'],
    ['#2024 was dry', '2024 was dry'],
    ['Corn #2024', 'Corn'],
    ['#2024. Corn', '2024. Corn'],
  ])('leaves a number in its sentence: %j is %j', (text, expected) => {
    expect(removeTag(text, '2024')).toBe(expected);
  });

  it('undoes adding it, in any text without it', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('farm', 'Home/garden', '家'), (text, tag) => {
        const added = addTag(text, tag);
        expect(tagsOf(added).some((one) => sameTag(one, tag))).toBe(true);
        expect(tagsOf(removeTag(added, tag))).toEqual(tagsOf(text));
      }),
    );
  });

  it('leaves the words and the other tags of a line', () => {
    const piece = fc.constantFrom('#farm', '#Farm', '#home', 'corn', '(#farm)', '"#home,', 'and');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = pieces.join(' ');
        const removed = removeTag(text, 'farm');
        expect(tagsOf(removed)).toEqual(tagsOf(text).filter((tag) => !sameTag(tag, 'farm')));
        const others = (line: string) => line.match(/#home|corn|and/g) ?? [];
        expect(others(removed)).toEqual(others(text));
      }),
    );
  });
});
