import { describe, expect, it } from 'vitest';
import { sameTag } from '#src/notes/tag-name.ts';
import { tagsOf } from '#src/notes/tags.ts';

describe('tags', () => {
  it.each([
    ['#home and #garden', ['home', 'garden']],
    ['(#a), "#b", #c. *#d*', ['a', 'b', 'c', 'd']],
    ['#дом #家 #हिन्दी #2024 #a/b-c_d', ['дом', '家', 'हिन्दी', '2024', 'a/b-c_d']],
    ['#Home #home #HOME', ['Home']],
    ['- #item\n> #quoted', ['item', 'quoted']],
    ['#end/ #dash-', ['end', 'dash']],
    ['#cafe\u0301', ['caf\u00e9']],
    ['text\r\n#crlf\r\n', ['crlf']],
    ['#farm`code` #field[[Corn]]', ['farm', 'field']],
    ['---\ntags: [home]\n---\n#home #more', ['home', 'more']],
  ])('are found in %j', (text, tags) => {
    expect(tagsOf(text)).toEqual(tags);
  });

  it('are a thousand at most', () => {
    const many = Array.from({ length: 1_200 }, (_, at) => `t${at}`);
    expect(tagsOf(`#${many.join(' #')}`)).toEqual(many.slice(0, 1_000));
  });

  it.each([
    ['# heading', 'a heading'],
    ['## About #this', 'in a heading'],
    ['About #this\n=====', 'in a heading with a line under it'],
    ['`#code`', 'in code'],
    ['```\n#code\n```', 'in a code block'],
    ['> ```\n> #code', 'in a quoted code block'],
    ['- a\n  ~~~\n  #code\n  ~~~', 'in a code block of a list'],
    ['text\n\n    #code', 'in an indented code block'],
    ['[#label](https://x.test/#part)', 'in a link'],
    ['<https://x.test/ #part>', 'in angle brackets'],
    ['https://x.test/?q=#part', 'in a bare address'],
    ['[[Corn #farm]]', 'in a link to a note'],
    ['[ref]: x.test #part', 'in the definition of a link'],
    ['a#b', 'inside of a word'],
    ['\\#escaped', 'with a backslash before it'],
    ['#- #/ #_', 'without a letter or a digit'],
    [`#${'a'.repeat(102)}`, 'without an end'],
    ['##double', 'behind another one'],
  ])('are not found in %j: %s', (text) => {
    expect(tagsOf(text)).toEqual([]);
  });

  it('go on behind code that ends', () => {
    expect(tagsOf('```\n#no\n```\n#yes `#no` #too')).toEqual(['yes', 'too']);
    expect(tagsOf('> ```\n> #no\n#yes')).toEqual(['yes']);
    expect(tagsOf('- item\n\n    #yes, a paragraph of the item')).toEqual(['yes']);
    expect(tagsOf('one ` backtick #yes')).toEqual(['yes']);
    expect(tagsOf('```inline``` #yes')).toEqual(['yes']);
  });

  it('are the same whatever their case', () => {
    expect(sameTag('Äpfel', 'äPFEL')).toBe(true);
    expect(sameTag('a', 'b')).toBe(false);
  });
});

describe('a hostile line', () => {
  const times = 500_000;
  it.each([
    ['brackets and parentheses', '[]('.repeat(times)],
    ['links that never end', '[](a"'.repeat(times)],
    ['links with titles that never end', `[](a "${'x'.repeat(10)}`.repeat(times / 10)],
    ['angle brackets', '<a'.repeat(times)],
    ['angle brackets without a word', '<'.repeat(times)],
    ['addresses', 'a://'.repeat(times)],
    ['hashes', '#'.repeat(times)],
    ['hyphens behind a hash', `#a${'-'.repeat(times)}`],
    ['runs of backticks', Array.from({ length: 1_500 }, (_, index) => '`'.repeat(index)).join('a')],
    ['links to notes', '[[a#b'.repeat(times)],
    ['quotes', '>'.repeat(times)],
    ['list marks', '- '.repeat(times)],
  ])('is read in no time: %s', (_, line) => {
    expect(tagsOf(`#first\n${line} #last`)[0]).toBe('first');
  });
});
