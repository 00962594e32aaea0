import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import { withExportedLinks } from '#src/notes/export-links.ts';
import { anyText } from './any-text.ts';

const files: Readonly<Record<string, string>> = {
  '~/a': 'attachments/a.png',
  '~/b': 'attachments/Plan (2), 50% *off*.pdf',
};
const rewritten = (text: string, path = 'Note.md') => withExportedLinks(text, path, (reference) => files[reference]);

describe('the links of an exported note', () => {
  it('lead to the exported files, from wherever the note is', () => {
    expect(rewritten('![a](attachment:~/a)')).toBe('![a](attachments/a.png)');
    expect(rewritten('[a](attachment:~/a)', 'Trash/Note.md')).toBe('[a](../attachments/a.png)');
  });

  it('are encoded as Markdown wants it', () => {
    expect(rewritten('[b](attachment:~/b "title")')).toBe(
      '[b](attachments/Plan%20%282%29%2C%2050%25%20%2Aoff%2A.pdf "title")',
    );
  });

  it('stay where a file was not exported, and where they are none', () => {
    for (const text of [
      '[c](attachment:~/c)',
      '`[a](attachment:~/a)`',
      '```\n[a](attachment:~/a)\n```',
      '---\nx: "[a](attachment:~/a)"\n---\nText',
      '[a](https://x.test/attachment:~/a)',
    ]) {
      expect(rewritten(text)).toBe(text);
    }
  });

  it('are told from the same words in labels and titles', () => {
    expect(rewritten('[![a](attachment:~/a)](attachment:~/a "](attachment:~/a)")')).toBe(
      '[![a](attachments/a.png)](attachments/a.png "](attachment:~/a)")',
    );
  });

  it('are all that changes in a text', () => {
    const piece = fc.oneof(
      anyText(),
      fc.constantFrom(
        '[a](attachment:~/a)',
        '![b](attachment:~/b "t")',
        '[c](attachment:~/c)',
        '\r\n',
        '\n',
        '---\n',
        '`',
        '```\n',
        '[',
        '](',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const links = attachmentsIn(text);
        const known = links.filter(({ reference }) => files[reference] !== undefined);
        const parts = [0, ...known.flatMap(({ targetStart, targetEnd }) => [targetStart, targetEnd]), text.length];
        // Everything between the targets of known links, as it stood.
        const between = parts.flatMap((at, index) => (index % 2 === 0 ? [text.slice(at, parts[index + 1])] : []));
        const targets = known.map(({ reference }) =>
          reference === '~/a' ? 'attachments/a.png' : 'attachments/Plan%20%282%29%2C%2050%25%20%2Aoff%2A.pdf',
        );
        expect(rewritten(text)).toBe(between.map((part, index) => part + (targets[index] ?? '')).join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('leave a text without attachments as it is, whatever it is', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        expect(rewritten(text)).toBe(text);
      }),
    );
  });
});
