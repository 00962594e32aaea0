import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  frontMatterTags,
  isArchived,
  isPinned,
  moveToTrash,
  restoreFromTrash,
  trashedAt,
  withArchived,
  withBody,
  withPinned,
  withTags,
} from '#src/notes/note-document.ts';

const noon = Date.UTC(2026, 10, 22, 12);

/** Texts made of what front matter is made of, so that near misses are frequent. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '---',
        '---  ',
        '--- x',
        'pinned: true',
        'title: A',
        'a:b',
        '# note',
        '  - item',
        '',
        '\ufeff',
        'text',
      ),
      fc.string(),
    ),
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((lineEnd) => lines.join(lineEnd)));

describe('front matter', () => {
  it('is told apart from the body', () => {
    const text = '---\npinned: true\ntags: [home, garden]\n---\n# Title\n';
    expect(bodyOf(text)).toBe('# Title\n');
    expect(isPinned(text)).toBe(true);
    expect(frontMatterTags(text)).toEqual(['home', 'garden']);
  });

  it.each([
    ['a rule, a paragraph and a rule', '---\nHello there\n---\nmore'],
    ['one that never ends', '---\npinned: true\nmore'],
    ['one that does not begin the text', '\n---\npinned: true\n---\n'],
    ['a key without a space behind the colon', '---\npinned:true\n---\n'],
    ['an address', '---\nhttps://example.com\n---\n'],
    ['a comment alone, which is a heading', '---\n# Heading\n---\n'],
    ['a list before any key', '---\n- a\n---\n'],
    ['one longer than anybody writes', `---\npinned: true\n${'more: text\n'.repeat(5_000)}---\n`],
    ['four hyphens', '----\npinned: true\n----\n'],
  ])('is text where it only looks like it: %s', (_, text) => {
    expect(bodyOf(text)).toBe(text);
    expect(isPinned(text)).toBe(false);
  });

  it('of other people is kept byte for byte', () => {
    const theirs = '---\r\n# mine\r\ntitle:   "A: b"  \r\naliases:\r\n  - x\r\n- y\r\n\r\nключ: 1\r\n---\r\nText';
    const pinned = withPinned(theirs, true);
    expect(pinned).toBe(theirs.replace('ключ: 1\r\n', 'ключ: 1\r\npinned: true\r\n'));
    expect(withPinned(pinned, false)).toBe(theirs);
  });

  it('is written when it is needed and goes with its last key', () => {
    const pinned = withPinned('Text', true);
    expect(pinned).toBe('---\npinned: true\n---\nText');
    const both = withArchived(pinned, true);
    expect(both).toBe('---\npinned: true\narchived: true\n---\nText');
    expect(isArchived(both)).toBe(true);
    expect(withArchived(withPinned(both, false), false)).toBe('Text');
  });

  it('keeps a comment that is all it has besides', () => {
    const text = '---\n# remember\npinned: true\n---\nText';
    const unpinned = withPinned(text, false);
    expect(unpinned).toContain('# remember\n');
    expect(isPinned(unpinned)).toBe(false);
    expect(bodyOf(unpinned)).toBe('Text');
  });

  it('changes nothing where nothing changes', () => {
    for (const text of ['Text', '---\npinned: false\n---\nText', '---\narchived:  true # yes\n---\nText']) {
      expect(withPinned(text, false)).toBe(text);
      expect(withArchived(text, isArchived(text))).toBe(text);
      expect(restoreFromTrash(text)).toBe(text);
      expect(withTags(text, [])).toBe(text);
      expect(withBody(text, bodyOf(text))).toBe(text);
    }
  });

  it('takes the first of two equal keys, and removes both', () => {
    const text = '---\npinned: true\nx: 1\npinned: false\n---\n';
    expect(isPinned(text)).toBe(true);
    expect(withPinned(text, false)).toBe('---\nx: 1\n---\n');
  });

  it('is found behind a byte order mark', () => {
    const text = '\ufeff---\npinned: true\n---\nText';
    expect(isPinned(text)).toBe(true);
    expect(bodyOf(text)).toBe('Text');
    expect(withArchived(text, true)).toBe('\ufeff---\npinned: true\narchived: true\n---\nText');
  });

  it('may end with the text', () => {
    const text = '---\npinned: true\n---';
    expect(bodyOf(text)).toBe('');
    expect(withBody(text, 'Text')).toBe('---\npinned: true\n---\nText');
  });
});

describe('the body', () => {
  it('comes back as it was written, whatever it looks like', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, body) => {
        expect([bodyOf(withBody(text, body)), withBody(text, bodyOf(text))]).toEqual([body, text]);
      }),
      { numRuns: 300 },
    );
  });

  it('is never touched by what is done to the note', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const done = withTags(moveToTrash(withArchived(withPinned(text, true), true), noon), ['a']);
        expect(bodyOf(done)).toBe(bodyOf(text));
        expect([isPinned(done), isArchived(done), trashedAt(done)]).toEqual([true, true, trashedAt(text) ?? noon]);
        const undone = restoreFromTrash(withArchived(withPinned(withTags(done, []), false), false));
        expect(bodyOf(undone)).toBe(bodyOf(text));
        expect([isPinned(undone), isArchived(undone), trashedAt(undone)]).toEqual([false, false, null]);
      }),
      { numRuns: 300 },
    );
  });

  it('that is typed like front matter stays body', () => {
    const typed = withBody('', '---\nShopping: milk\n---\n');
    expect(bodyOf(typed)).toBe('---\nShopping: milk\n---\n');
    expect(bodyOf(withBody(typed, 'Milk'))).toBe('Milk');
    expect(withBody(typed, 'Milk')).toBe('Milk');
  });
});

describe('the trash', () => {
  it('keeps the time in UTC and whole seconds', () => {
    const trashed = moveToTrash('Text', noon + 999);
    expect(trashed).toBe('---\ntrashed: 2026-11-22T12:00:00Z\n---\nText');
    expect(trashedAt(trashed)).toBe(noon);
    expect(moveToTrash(trashed, noon + 5_000)).toBe(trashed);
    expect(restoreFromTrash(trashed)).toBe('Text');
  });

  it.each([
    ['2026-11-22', Date.UTC(2026, 10, 22)],
    ['2026-11-22 12:00', noon],
    ['"2026-11-22T13:00:00+01:00"', noon],
    ['2026-11-22T12:00:00Z # by hand', noon],
    ['yesterday', null],
    ['2026-13-45', null],
    ['', null],
  ])('reads %j as people write times', (value, time) => {
    expect(trashedAt(`---\ntrashed: ${value}\n---\n`)).toBe(time);
  });
});

describe('the tags of the front matter', () => {
  it.each([
    ['[home, garden]', ['home', 'garden']],
    ['home, garden', ['home', 'garden']],
    ['["to do", \'#b\', c/d, Home, home]', ['to-do', 'b', 'c/d', 'Home']],
    ['\n  - home\n  - "garden"', ['home', 'garden']],
    ['[]', []],
    ['дом, 家', ['дом', '家']],
  ])('are read from %j', (value, tags) => {
    expect(frontMatterTags(`---\ntags: ${value}\n---\n`)).toEqual(tags);
  });

  it('are written as a list and cleaned of what no tag can hold', () => {
    expect(withTags('Text', ['#home', 'two words', 'a,b]', ''])).toBe('---\ntags: [home, two-words, ab]\n---\nText');
  });

  it('are replaced where they stand', () => {
    const text = '---\ntags:\n  - a\n  - b\nx: 1\n---\nText';
    expect(withTags(text, ['c'])).toBe('---\ntags: [c]\nx: 1\n---\nText');
    expect(withTags(text, [])).toBe('---\nx: 1\n---\nText');
  });
});

describe('a hostile text', () => {
  const big = 5_000_000;
  /** As long as a note may be on the tutorial's backend. */
  const long = 350_000;
  it.each([
    ['a line of hyphens', '-'.repeat(big)],
    ['a fence with a tail of spaces', `---${' '.repeat(big)}x\n`],
    ['a key that never ends', `---\n${'a'.repeat(big)}`],
    ['a value that never ends', `---\na: ${'b'.repeat(big)}\n---\n`],
    ['front matter that never ends', `---\n${'a: b\n'.repeat(long / 5)}`],
    ['only comments', `---\n${'#\n'.repeat(long / 2)}---\n`],
  ])('is read in no time: %s', (_, text) => {
    expect(isPinned(withPinned(text, true))).toBe(true);
  });
});
