import { describe, expect, it } from 'vitest';
import { linkedTitles } from '#src/notes/linked-titles.ts';
import { linkable, linkKey, notesLinkingTo } from '#src/notes/note-links.ts';
import { untitled } from '#src/notes/untitled.ts';
import { noteId } from './a-note-id.ts';
import { aSummary } from './a-summary.ts';

describe('the titles that a text links to', () => {
  it.each([
    ['See [[Corn  Field]] and [[HAY]], [[hay]]', ['corn field', 'hay']],
    ['# About [[Corn]]\n- [ ] [[Hay]]\n> [[Oats]]', ['corn', 'hay', 'oats']],
    ['`[[Corn]]` [[Hay]] [`a`](b)[[Oats]]', ['hay', 'oats']],
    ['```\n[[Corn]]\n```\n\n    [[Hay]]', []],
    ['[[Co`r`n]] [[]] [[ ]] [[a\nb]] [[a]', []],
    ['---\ntags: [a]\n# [[Corn]]\n---\nHay', []],
  ])('of %j are %j', (text, titles) => {
    expect(linkedTitles(text)).toEqual(titles);
  });

  it('name a note whose title has brackets without them', () => {
    expect(linkedTitles(`[[${linkable('[Draft] Corn]')}]]`)).toEqual([linkKey('[Draft] Corn]')]);
  });

  it('are fifty at most', () => {
    expect(linkedTitles(Array.from({ length: 80 }, (_, at) => `[[Note ${at}]]`).join(' '))).toHaveLength(50);
  });

  it('are found in no time in a hostile line', () => {
    expect(linkedTitles(`[[Corn]] ${'[['.repeat(500_000)} ${'`'.repeat(500_000)}`)).toEqual(['corn']);
  });
});

describe('the notes that link to one', () => {
  const corn = aSummary({ id: 'corn', title: 'Corn Field', links: ['corn field'] });

  it('are the others with its title, the last changed first, and none in the trash', () => {
    const notes = [
      corn,
      aSummary({ id: 'old', links: ['hay', 'corn field'], changedAt: 1 }),
      aSummary({ id: 'new', links: ['corn field'], changedAt: 2, archived: true }),
      aSummary({ id: 'trash', links: ['corn field'], trashedAt: 1 }),
      aSummary({ id: 'other', links: ['corn'] }),
      aSummary({ id: 'unknown' }),
    ];
    expect(notesLinkingTo(notes, noteId('corn')).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('are none where it has no title, or is not there', () => {
    const notes = [aSummary({ id: 'empty', title: untitled }), aSummary({ id: 'a', links: ['untitled'] })];
    expect(notesLinkingTo(notes, noteId('empty'))).toEqual([]);
    expect(notesLinkingTo(notes, noteId('gone'))).toEqual([]);
  });
});
