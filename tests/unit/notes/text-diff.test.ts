import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDiff } from '#src/notes/text-diff.ts';
import { anyText } from './any-text.ts';

/** `[-removed-]` and `{+added+}` in the text. */
function written(before: string, after: string): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return textDiff(before, after)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join('');
}

const without = (kind: 'removed' | 'added', before: string, after: string): string =>
  textDiff(before, after)
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it.each([
    ['nothing', 'one\ntwo\n', 'one\ntwo\n', 'one\ntwo\n'],
    ['nothing in nothing', '', '', ''],
    ['a whole text', '', 'one\n', '{+one\n+}'],
    ['a line', 'one\ntwo\nthree', 'one\nthree', 'one\n[-two\n-]three'],
    ['much after a little', 'Garden', 'Garden\n\nSow peas in spring', 'Garden{+\n\nSow peas in spring+}'],
    ['a line after the last one', 'Sow after.', 'Sow after.\nWater it.', 'Sow after.{+\nWater it.+}'],
    ['a line as the next begins', 'p\nxy', 'p\nx\nxy', 'p\n{+x\n+}xy'],
    [
      'words among many spaces',
      'a b old c d e f my g h',
      'a b new c d e f your g h',
      'a b [-old-]{+new+} c d e f [-my-]{+your+} g h',
    ],
    ['a word in a line', 'Sow the beans\nin spring', 'Sow the peas\nin spring', 'Sow the [-beans-]{+peas+}\nin spring'],
    ['an end of a line', 'Sow beans', 'Sow beans\nand peas', 'Sow beans{+\nand peas+}'],
    [
      'words side by side',
      'We met in old Rome today',
      'We met in new York today',
      'We met in [-old Rome-]{+new York+} today',
    ],
    ['lines with little in common', 'abc def x', 'ghi jkl x', '[-abc def x-]{+ghi jkl x+}'],
    ['a letter of a script without spaces', '今日は雨です', '今日は雪です', '今日は[-雨-]{+雪+}です'],
  ])('%s', (_, before, after, expected) => {
    expect(written(before, after)).toBe(expected);
  });

  it('leaves out nothing of either text', () => {
    const line = fc.oneof(fc.constantFrom('', 'a b c', 'a b d', 'a  c\r', '今日'), anyText(8));
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(without('added', before, after)).toBe(before);
        expect(without('removed', before, after)).toBe(after);
      }),
    );
  });

  it('has no two pieces of one kind side by side, and no empty one', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = textDiff(before, after);
        for (const [at, piece] of pieces.entries())
          expect([piece.text === '', pieces[at + 1]?.kind]).not.toContain(piece.kind);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  it.each([
    ['other lines', (at: number) => [`left ${at}`, `right ${at}`]],
    ['blank lines', () => ['', '']],
    ['the same lines in turns', (at: number) => [`${at % 7}`, `${at % 5}`]],
    ['one long line', (at: number) => [`w${at % 900} `.repeat(20), `w${at % 700} `.repeat(20)]],
  ] as const)('does not take long, whatever the texts: %s', (name, lineAt) => {
    const lines = Array.from({ length: 12_000 }, (_, at) => lineAt(at));
    const between = name === 'one long line' ? '' : '\n';
    const [before, after] = [0, 1].map((side) => lines.map((line) => line[side]).join(between));
    const begun = performance.now();
    expect(without('added', `${before}x`, `${after}y`)).toBe(`${before}x`);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
