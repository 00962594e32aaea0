import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNewName, renamedTag, renameTag } from '#src/notes/rename-tag.ts';
import { uniqueTags } from '#src/notes/tag-name.ts';
import { tagsOf } from '#src/notes/tags.ts';
import { anyText } from './any-text.ts';

describe('renaming a tag in a text', () => {
  it.each([
    ['in the front matter', '---\ntags: [farm, home]\n---\nCorn', '---\ntags: [field, home]\n---\nCorn'],
    ['in the words, however it is capitalised', 'Corn #Farm, (#FARM)', 'Corn #field, (#field)'],
    ['with the tags under it', 'Corn #farm/north #farm/north/gate', 'Corn #field/north #field/north/gate'],
    ['with hyphens behind it', '#farm- #farm/', '#field- #field/'],
    ['beside code', '#farm`#farm`', '#field`#farm`'],
    ['in lines that end as on Windows', 'Corn\r\n#farm\r\n', 'Corn\r\n#field\r\n'],
    [
      'once, where the note has the other tag already',
      '---\ntags: [field, farm]\n---\n#field #farm',
      '---\ntags: [field]\n---\n#field #field',
    ],
  ])('happens %s', (_, text, expected) => {
    expect(renameTag(text, 'farm', 'field')).toBe(expected);
  });

  it.each([
    ['# Corn #farm', 'a heading'],
    ['Corn #farm\n=====', 'a heading with a line under it'],
    ['`#farm` and\n```\n#farm\n```', 'code'],
    ['[#farm](https://x.test/#farm) https://x.test/#farm', 'links and addresses'],
    ['[[Corn #farm]]', 'a link to a note'],
    ['#farmer #my-farm #my/farm farm', 'other tags and words'],
    ['---\ntags: [my/farm, farmer] # mine\n---\nCorn', 'other tags in the front matter'],
  ])('leaves %j alone: %s', (text) => {
    expect(renameTag(text, 'farm', 'field')).toBe(text);
  });

  it('leaves a tag that would become too long', () => {
    const long = 'a'.repeat(98);
    expect(renameTag('#farm #farm/gate #farm---', 'farm', long)).toBe(`#${long} #farm/gate #farm---`);
  });

  it('can be to a tag under its own name, and back', () => {
    expect(renameTag('#farm #farm/gate', 'farm', 'farm/old')).toBe('#farm/old #farm/old/gate');
    expect(renameTag('#farm/old #farm/old/gate', 'farm/old', 'farm')).toBe('#farm #farm/gate');
  });

  const piece = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.constantFrom('#a', '#A/b', '#a/', '#a-', '#ab', '#b', '# a', '`', '```\n', '[', '](', ')'),
    },
    fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      '    ',
      '\r\n',
      '---\n',
      'tags: [a, c]\n',
      'tags:\n- a\n',
      '[[',
      ']]',
      '> ',
      '===',
    ),
    anyText(4),
  );
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const names = fc.constantFrom('b', 'c/d', 'a/x', 'Ä', '家');

  it('leaves the note with just the tags that it should have, whatever the text', () => {
    fc.assert(
      fc.property(texts, names, (text, to) => {
        const expected = uniqueTags(tagsOf(text).map((tag) => renamedTag(tag, 'a', to)));
        expect(tagsOf(renameTag(text, 'a', to))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  const untouched = fc.oneof(
    fc.constantFrom(
      '# A #a',
      '```\n#a\n```',
      '`#a`',
      '[#a](https://x.test/#a)',
      '[[A #a]]',
      '- b#a',
      '> https://x.test/#a',
    ),
    anyText().map((text) => `x${text.replace(/[#`[\]<>:\n\\]/g, '')}`),
  );
  const tagged = fc
    .constantFrom('#a', '- see (#A/b), #a-', '> *#a*', '1. [ ] #a/b/c', 'x `#a` #a', '[#a](b) #a/', '#a\r')
    .map((line) => ({ line }));
  const blocks = fc.array(fc.oneof(untouched, tagged), { maxLength: 8 });

  it('changes nothing but the tags', () => {
    fc.assert(
      fc.property(blocks, names, fc.boolean(), (all, to, listed) => {
        const renamed = (line: string) => line.replace(/(`#a`|\[#a)|#a/gi, (_, kept) => kept ?? `#${to}`);
        const note = (tag: string, change: (line: string) => string) =>
          (listed ? `---\npinned: true # #a\ntags: [x, ${tag}]\n---\n` : '') +
          all.map((block) => (typeof block === 'string' ? block : change(block.line))).join('\n\n');
        expect(renameTag(note('a', String), 'a', to)).toBe(note(to, renamed));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the new name of a tag', () => {
  it('is made of what was typed', () => {
    expect(asNewName(' #My farm/ ')).toBe('My-farm');
    expect(asNewName('-/a')).toBe('a');
    expect(asNewName('#_')).toBe('');
  });
});
