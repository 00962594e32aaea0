import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch, foldWithPlaces } from '#src/notes/search-fold.ts';
import { excerptAround, hitsIn } from '#src/notes/search-hits.ts';
import { scoreOf, searchableSummary, searchableText } from '#src/notes/search-note.ts';
import { markedTexts, parseQuery } from '#src/notes/search-query.ts';
import { aSummary } from './a-summary.ts';

const now = new Date(2026, 10, 22, 12).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();

const score = (query: string, note: Parameters<typeof aSummary>[0] = {}, body = '') =>
  scoreOf(searchableSummary(aSummary({ id: '1', ...note })), searchableText(body), parseQuery(query, now));
const finds = (query: string, note: Parameters<typeof aSummary>[0] = {}, body = '') =>
  score(query, note, body) !== null;

describe('folding', () => {
  it.each([
    ['Crème Brûlée', 'creme brulee'],
    ['STRASSE', 'straße'],
    ['Ærø Łódź', 'aero lodz'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος'],
    ['שָׁלוֹם', 'שלום'],
    ['ｆｕｌｌ ｗｉｄｔｈ', 'full width'],
    ['हिन्दी', 'हिन्दी'],
    ['foo bar', '"foo  bar"'],
    ['foo  bar', '"foo bar"'],
    ['foo\r\n\r\n\tbar', '"foo bar"'],
    ['foo bar', '"foo\u00a0bar"'],
    ['foo\u202f\u3000bar', '"foo bar"'],
    ['foo\u2028bar', '"foo bar"'],
    ['foo \u200b bar', '"foo bar"'],
    ['foo \u0301 bar', '"foo bar"'],
    ['dough\u00adnuts', 'doughnuts'],
  ])('finds %j by %j', (text, query) => {
    expect(finds(query, {}, text)).toBe(true);
    expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
  });

  it('remembers where each letter comes from', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.constantFrom(' ', '\n', '\t', '\u00a0'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const { folded, startOf } = foldWithPlaces(text);
        let last = 0;
        for (let at = 0; at < folded.length; at += 1) {
          const start = startOf(at);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(start).toBeLessThan(text.length);
          last = start;
        }
        expect(startOf(folded.length)).toBe(text.length);
      }),
    );
  });
});

describe('a query', () => {
  it('wants every word, in any order and inside of words, in title, tags or text', () => {
    expect(finds('eggs shop', { title: 'Shopping list' }, 'milk and eggs')).toBe(true);
    expect(finds('eggs bread', { title: 'Shopping list' }, 'milk and eggs')).toBe(false);
    expect(finds('#garden', { tags: ['garden'] })).toBe(true);
  });

  it('keeps a phrase together, and leaves out what has a minus', () => {
    expect(finds('"milk and eggs"', {}, 'milk and eggs')).toBe(true);
    expect(finds('"eggs and milk"', {}, 'milk and eggs')).toBe(false);
    expect(finds('milk -eggs', {}, 'milk and eggs')).toBe(false);
    expect(finds('milk -"and bread"', {}, 'milk and eggs')).toBe(true);
    expect(finds('"never closed', {}, 'a never closed quote')).toBe(true);
  });

  it('asks for tags, and those under them', () => {
    expect(finds('tag:trip', { tags: ['Trip/Oslo'] })).toBe(true);
    expect(finds('tag:#trip', { tags: ['trip'] })).toBe(true);
    expect(finds('tag:tri', { tags: ['trip'] })).toBe(false);
    expect(finds('-tag:trip', { tags: ['trip'] })).toBe(false);
  });

  it('asks how a note stands', () => {
    expect(finds('is:pinned', { pinned: true })).toBe(true);
    expect(finds('is:pinned')).toBe(false);
    expect(finds('IS:Archived', { archived: true })).toBe(true);
    expect(finds('is:trashed', { trashedAt: 5 })).toBe(true);
    expect(finds('is:unsaved', { state: 'waiting' })).toBe(true);
    expect(finds('-is:unsaved', { state: 'saved' })).toBe(true);
  });

  it.each([
    ['has:image', '![a](attachment:~/1-a.png)'],
    ['has:attachments', '[a](attachment:~/1-a.pdf)'],
    ['has:task', 'x\n- [ ] y'],
    ['has:link', 'see https://a.example'],
    ['has:link', 'see [[Other]]'],
  ])('knows what %s means', (query, body) => {
    expect(finds(query, {}, body)).toBe(true);
    expect(finds(query, {}, 'plain words')).toBe(false);
  });

  it('asks for times of change, where the device is', () => {
    const changedAt = day(2026, 11, 20);
    expect(finds('after:2026-11-20', { changedAt })).toBe(true);
    expect(finds('after:2026-11-21', { changedAt })).toBe(false);
    expect(finds('before:2026-11', { changedAt })).toBe(false);
    expect(finds('before:2027', { changedAt })).toBe(true);
    expect(finds('after:yesterday', { changedAt: day(2026, 11, 21) })).toBe(true);
    expect(finds('before:today', { changedAt: day(2026, 11, 22) })).toBe(false);
  });

  it.each([
    ['is:green', { operator: 'is', value: 'green' }],
    ['has:cheese', { operator: 'has', value: 'cheese' }],
    ['before:2026-13', { operator: 'before', value: '2026-13' }],
    ['after:2026-02-30', { operator: 'after', value: '2026-02-30' }],
  ])('tells of %s, and looks for it as it stands', (query, problem) => {
    expect(parseQuery(query, now).problems).toEqual([problem]);
    expect(finds(query, {}, `they write ${query} there`)).toBe(true);
  });

  it('takes anything that is typed, and finds a note by any part of its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), fc.nat(), (text, a, b) => {
        expect(() => score(text, {}, text)).not.toThrow();
        const words = [...text].slice(a % 60, (b % 60) + 1).join('');
        // What is no operator, quote or minus is looked for as it stands, word by word.
        const plain = words.replace(/[-":]/g, ' ');
        expect(finds(plain, {}, text.replace(/[-":]/g, ' '))).toBe(true);
      }),
    );
  });
});

describe('the order of what is found', () => {
  it('puts titles before tags, those before texts, and whole words before parts', () => {
    const scores = [
      score('plan', { title: 'The plan' }),
      score('plan', { title: 'Planning' }),
      score('plan', { tags: ['plan'] }),
      score('plan', { tags: ['planet'] }),
      score('plan', {}, 'a plan'),
      score('plan', {}, 'planets'),
    ].map((one) => one ?? -1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });
});

describe('what is not typed to its end', () => {
  it.each(['has:', 'eggs is:', 'eggs -', 'TAG:', 'eggs -before:'])('asks for nothing more: %s', (query) => {
    expect(finds(query, {}, 'eggs')).toBe(true);
    expect(parseQuery(query, now).problems).toEqual([]);
  });
});

it('takes words of its own wherever they stand, and archived notes after all others', () => {
  expect(score('cat', {}, 'concatenate the cat')).toBe(score('cat', {}, 'a cat'));
  expect(score('cat', { title: 'Cat', archived: true }) ?? 0).toBeLessThan(score('cat', {}, 'concatenate') ?? 0);
  expect(finds('after:Today', { changedAt: now })).toBe(true);
});

describe('hits to mark', () => {
  const marked = (text: string, query: string) =>
    hitsIn(text, markedTexts(parseQuery(query, now))).map(({ from, to }) => text.slice(from, to));

  it('are the places as they are written', () => {
    expect(marked('Crème brûlée, CREME', 'creme')).toEqual(['Crème', 'CREME']);
    expect(marked('Straße', 'strasse')).toEqual(['Straße']);
    expect(marked('a-b -b', '-b')).toEqual([]);
  });

  it.each([
    ['one\n\n  foo \t\nbar  \n\ntwo', ['foo \t\nbar']],
    ['  foo bar  foo  bar', ['foo bar', 'foo  bar']],
    ['Ünder \u00a0foo\u00a0 \u2003bar, Fo\u00ado bar', ['foo\u00a0 \u2003bar', 'Fo\u00ado bar']],
  ])('reach over any white space of a phrase: %j', (text, places) => {
    expect(marked(text, '"foo  bar"')).toEqual(places);
  });

  it('are in the words around the first, on one line', () => {
    const excerpt = excerptAround('first\n\nthen foo\n\n  bar', markedTexts(parseQuery('"foo bar"', now)));
    expect(excerpt).toBe('first then foo bar');
    expect(marked(excerpt ?? '', '"foo bar"')).toEqual(['foo bar']);
  });

  it('are joined where they overlap', () => {
    expect(marked('abcabc', 'ab bca')).toEqual(['abcab']);
  });

  it('give the text around the first', () => {
    expect(excerptAround(`${'words '.repeat(30)}needle in a haystack`, ['needle'])).toMatch(
      /^….*needle in a haystack$/,
    );
    expect(excerptAround('no such thing', ['needle'])).toBeNull();
  });
});
