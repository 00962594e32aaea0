import { expect, it } from 'vitest';
import { attachmentsIn, removeAttachment } from '#src/notes/attachment-references.ts';
import { conflictBlocks, resolveConflicts } from '#src/notes/conflict-block.ts';
import { noteAttachments } from '#src/notes/note-attachments.ts';
import { excerptAround, hitsIn } from '#src/notes/search-hits.ts';
import { scoreOf, searchableSummary, searchableText } from '#src/notes/search-note.ts';
import { parseQuery } from '#src/notes/search-query.ts';
import { summarise } from '#src/notes/summary.ts';
import { countWords } from '#src/screens/editor/count-words.ts';
import { noteId } from './a-note-id.ts';

const home = { identityId: 'us-east-1:1', bucket: 'files', prefix: 'us-east-1:1/' };
const size = 400_000;
const filledWith = (part: string) => part.repeat(size / part.length);

// What takes time in the square of such a length goes far beyond the time that a test has.
it.each([
  ['one word that never ends', filledWith('a')],
  ['brackets that nothing closes', filledWith('[[')],
  ['pictures that nothing closes', filledWith('![')],
  ['links whose targets nothing closes', '[x](attachment:'.repeat(100_000)],
  ['links whose targets escape their ends', filledWith('[\\](')],
  ['links inside links', `${'['.repeat(50_000)}x${'](a)'.repeat(50_000)}`],
  ['a tag at every word', filledWith('#a ')],
  ['one tag that never ends', `#${filledWith('a')}`],
  ['backticks that never end', filledWith('`')],
  ['backticks in ever longer runs', Array.from({ length: 900 }, (_, length) => '`'.repeat(length)).join(' ')],
  ['quotes in quotes', `${'> '.repeat(10_000)}deep`],
  ['emphasis that nothing closes', filledWith('*a _b ')],
  ['tags of HTML that nothing closes', filledWith('<a ')],
  ['addresses without an end', filledWith('a://')],
  ['20,000 links to attachments', '[x](attachment:~/k) '.repeat(20_000)],
  ['blank lines', filledWith('\n')],
  ['spaces before the first word', `${filledWith(' ')}x`],
  ['marks of conflicts', filledWith('###### \n')],
  ['halves of characters', filledWith('\ud800')],
  ['orders to write from right to left', filledWith('\u202e')],
])('a hostile note is taken in soon: %s', (_, text) => {
  const summary = summarise(
    { id: noteId('a'), text, attachment: 'x.png', createdAt: null, changedAt: 0, state: 'saved' },
    home,
  );
  expect(summary.title.length).toBeLessThanOrEqual(200);
  expect(summary.snippet.length).toBeLessThanOrEqual(200);
  expect(summary.tags.every((tag) => tag.length <= 101)).toBe(true);
  expect(noteAttachments(text, null, home).length).toBeLessThanOrEqual(1);
  expect(attachmentsIn(removeAttachment(text, '~/k'))).toEqual([]);
  expect(conflictBlocks(text)).toEqual([]);
  expect(resolveConflicts(text, 'both')).toBe(text);
  expect(scoreOf(searchableSummary(summary), searchableText(text), parseQuery('nowhere', 0))).toBeNull();
  expect(hitsIn(text, ['nowhere'])).toEqual([]);
  expect(excerptAround(text, ['nowhere'])).toBeNull();
  expect(countWords(text)).toBeLessThanOrEqual(size);
});
