import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '#src/notes/cut-text.ts';
import { snippetOf, titleOf } from '#src/notes/title.ts';
import { anyText } from './any-text.ts';

describe('a title', () => {
  it.each([
    ['Plain words', 'Plain words'],
    ['# Heading #', 'Heading'],
    ['\n\n  ## Second level', 'Second level'],
    ['---\npinned: true\n---\nAfter front matter', 'After front matter'],
    ['- [x] done', 'done'],
    ['* item', 'item'],
    ['12) item', 'item'],
    ['> > quoted', 'quoted'],
    ['**bold** and _it_ and ~~gone~~', 'bold and it and gone'],
    ['***both***', 'both'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['2 * 3 and 2*3', '2 * 3 and 2*3'],
    ['\\*stars\\*', '*stars*'],
    ['`code *as is*`', 'code *as is*'],
    ['[a **link**](https://example.com "title") here', 'a link here'],
    ['![holiday](attachment:~/1-x.png)', 'holiday'],
    ['[![alt](a.png)](b)', 'alt'],
    ['[a\\]b&#10;c](attachment:~/1-x.png)', 'a]b c'],
    ['<https://example.com>', 'https://example.com'],
    ['<me@example.com>', 'me@example.com'],
    ['Use List<String> in Java', 'Use List<String> in Java'],
    ['a<b and c>d', 'a<b and c>d'],
    ['---\n***\nAfter rules', 'After rules'],
    ['```js\nlet x = 1;\n```', 'let x = 1;'],
    ['C# and F#', 'C# and F#'],
    ['#tag first', '#tag first'],
    ['\ufeffMarked', 'Marked'],
    ['Title\r\nmore', 'Title'],
    ['今日は', '今日は'],
    ['مرحبا', 'مرحبا'],
  ])('of %j is %j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it('is "Untitled" where there are no words', () => {
    for (const text of ['', '\n \n', '---\npinned: true\n---\n', '***', '#', '- '])
      expect(titleOf(text)).toBe('Untitled');
  });

  it('skips the marks of a conflict block', () => {
    expect(titleOf('###### Edited in two places. First version ↓\nMine')).toBe('Mine');
  });
});

describe('a snippet', () => {
  it('is what follows the title, on one line, without marks', () => {
    expect(snippetOf('# Title\n\n- [ ] one\n- **two**\n\n```\ncode  here\n```\n')).toBe('one two code here');
    expect(snippetOf('Title only')).toBe('');
  });
});

describe('a cut', () => {
  it('is 200 characters at most, and never through a grapheme', () => {
    const family = '👨‍👩‍👧‍👦';
    const title = titleOf(family.repeat(40));
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title).toBe(family.repeat(Math.floor(200 / family.length)));
    expect(titleOf(`${'a'.repeat(199)}e\u0301 and more`)).toBe('a'.repeat(199));
    expect(snippetOf(`T\n${'word '.repeat(100)}`).length).toBeLessThanOrEqual(200);
  });

  it('leaves a beginning of the text, whatever the text is', () => {
    fc.assert(
      fc.property(anyText(30), fc.integer({ min: 1, max: 20 }), (text, longest) => {
        const cut = cutText(text, longest);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('goes through a single endless grapheme', () => {
    expect(cutText(`e${'\u0301'.repeat(500)}`, 200)).toHaveLength(200);
  });
});

describe('a hostile text', () => {
  it.each([
    ['brackets', '['.repeat(5_000_000)],
    ['stars', '* '.repeat(2_500_000)],
    ['lines of stars', '***\n'.repeat(500_000)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['a line without an end', 'a'.repeat(5_000_000)],
    ['backticks', Array.from({ length: 2_000 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['lone surrogates', '\ud800'.repeat(1_000_000)],
  ])('has a title in no time: %s', (_, text) => {
    expect(titleOf(text).length).toBeLessThanOrEqual(200);
    expect(snippetOf(text).length).toBeLessThanOrEqual(200);
  });
});
