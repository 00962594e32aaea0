import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import { withLinksAt } from '#src/notes/links-at.ts';
import { anyText } from './any-text.ts';

const a = '![a](attachment:~/a)';
const b = '[b](attachment:~/b)';

/** What becomes of the text with a `|` at the place. */
const put = (marked: string, links: readonly string[] = [a]) =>
  withLinksAt(marked.replace('|', ''), marked.indexOf('|'), links);

describe('Attachment links at a place in the text', () => {
  it.each([
    ['between two words', 'Sow |peas', [a], `Sow ${a} peas`],
    ['before a comma', 'Sow peas|, then', [a, b], `Sow peas ${a} ${b}, then`],
    ['in the midst of a word', 'Gar|den', [a], `Gar ${a} den`],
    ['at the end of a line', 'Plan|\nSow', [a], `Plan\n\n${a}\n\nSow`],
    ['in a line that somebody is about to go on with', 'Shot: |\nSow', [a], `Shot: ${a} \nSow`],
    ['at the end of a paragraph', 'Plan|\n\nSow', [a], `Plan\n\n${a}\n\nSow`],
    ['at the end of the note', 'Plan|', [a, b], `Plan\n\n${a}\n${b}\n`],
    ['in a blank line', 'Plan\n\n|\n\nSow', [a, b], `Plan\n\n${a}\n${b}\n\nSow`],
    ['in an empty note', '|', [a], `${a}\n`],
    ['in an item of a list', '- peas|\n- beans', [a], `- peas ${a}\n- beans`],
    ['in an item that begins with it', '- |\n- beans', [a], `- ${a}\n- beans`],
    ['in a heading', '# Plan| for May', [a], `# Plan ${a} for May`],
    ['in a note with front matter', '---\npinned: true\n---\nPlan |B', [a], `---\npinned: true\n---\nPlan ${a} B`],
    ['in a line that ends as on Windows', 'Plan|\r\nSow', [a], `Plan\r\n\r\n${a}\r\n\r\nSow`],
    ['on an emoji', `Sow \ud83c|\udf31 peas`, [a], `Sow ${a} \ud83c\udf31 peas`],
  ])('stand %s', (_where, marked, links, expected) => {
    expect(put(marked, links)).toBe(expected);
  });

  it.each([
    ['a code block', '```\nlet |x\n```'],
    ['a code block that is still open', 'Plan\n```\n|'],
    ['code in a line', 'Say `let |x` there'],
    ['the front matter', '---\npinned:| true\n---\nPlan'],
    ['the name of another', '[pl|an](attachment:~/p)'],
  ])('do not stand in %s', (_where, marked) => {
    expect(put(marked)).toBeNull();
  });

  it('leave every letter of the text as it is, and are all known', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(200), (text, at) => {
        const placed = withLinksAt(text, at, [a, b]);
        if (placed === null) return;
        expect(attachmentsIn(placed)).toHaveLength(attachmentsIn(text).length + 2);
        const places = Array.from({ length: text.length + 1 }, (_, place) => place);
        expect(
          places.some((place) => placed.startsWith(text.slice(0, place)) && placed.endsWith(text.slice(place))),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
