import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAttachment, attachmentLink, attachmentsIn, removeAttachment } from '#src/notes/attachment-references.ts';
import { bodyOf } from '#src/notes/note-document.ts';
import { keyToReference, referenceToKey } from '#src/notes/object-reference.ts';
import { plainText } from '#src/notes/plain-text.ts';
import { wellFormed } from '#src/notes/well-formed.ts';
import { anyText } from './any-text.ts';

const identityId = 'us-east-1:7c9d0a4e-52a7-4f2c-9d2e-6f0b8a1c2d3e';

const anyName = fc.oneof(
  anyText(),
  fc.array(fc.constantFrom(...'[]()\\`*_<>&#1;!~"\'\n\r \u202e\u2028a')).map((all) => all.join('')),
);

describe('an object reference', () => {
  it.each([
    [`${identityId}/0abc-plan.pdf`, '~/0abc-plan.pdf'],
    [`private/${identityId}/1-a b.png`, 'private/~/1-a%20b.png'],
    [`${identityId}-1500-x.png`, '~-1500-x.png'],
    ['public/(1)~é.png', 'public/%281%29%7E%C3%A9.png'],
    ['~/x', '%7E/x'],
  ])('of %j is %j', (key, reference) => {
    expect(keyToReference(key, identityId)).toBe(reference);
    expect(referenceToKey(reference, identityId)).toBe(key);
  });

  it('leads back to any key, for anybody', () => {
    const lead = fc.constantFrom('', `${identityId}/`, `private/${identityId}/`, `${identityId}-`, '~', 'private/~');
    fc.assert(
      fc.property(lead, anyText(), fc.constantFrom(identityId, ''), (before, rest, whose) => {
        const key = wellFormed(before + rest);
        const reference = keyToReference(key, whose);
        expect(referenceToKey(reference, whose)).toBe(key);
        expect(reference).toMatch(/^[A-Za-z0-9%/._~-]*$/);
      }),
    );
  });

  it('that is damaged is taken as it stands', () => {
    expect(referenceToKey('~/50%-off.png', identityId)).toBe(`${identityId}/50%-off.png`);
  });
});

describe('an attachment link', () => {
  it('leaves the direction of the words after it as it is, whatever the name turns', () => {
    const name = 'invoice\u202egnp.exe \u2067x';
    const link = attachmentLink({ key: `${identityId}/1-x`, identityId, name, inline: false });
    expect(link).toBe('[invoice&#8238;gnp.exe &#8295;x](attachment:~/1-x)');
    expect(attachmentsIn(link)[0]?.name).toBe(name);
    expect(plainText(`${link} and on`)).toBe('invoicegnp.exe x and on');
  });

  it('brings any name and key through any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), anyName), anyName, anyText(), fc.boolean(), (text, name, rest, inline) => {
        const key = `${identityId}/${rest}`;
        const link = attachmentLink({ key, identityId, name, inline });
        const added = addAttachment(text, link);
        const last = attachmentsIn(added).at(-1);
        expect(last && { ...last, key: referenceToKey(last.reference, identityId) }).toMatchObject({
          name: wellFormed(name),
          inline,
          key: wellFormed(key),
        });
        expect(added.slice(last?.start, last?.end)).toBe(link);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves an ordinary name as it is', () => {
    const link = attachmentLink({
      key: `${identityId}/1-a.pdf`,
      identityId,
      name: "Plan (final), it's ok!.pdf",
      inline: false,
    });
    expect(link).toBe("[Plan (final), it's ok!.pdf](attachment:~/1-a.pdf)");
    expect(attachmentLink({ key: 'k', identityId, name: 'a.png', inline: true })).toBe('![a.png](attachment:k)');
  });

  it('is known in every place of a text', () => {
    const text =
      '# With ![a](attachment:~/a)\n- [b](attachment:~/b "a title") and [c](attachment:c)\n> [d](attachment:~/d)';
    expect(attachmentsIn(text).map(({ name, inline, reference }) => [name, inline, reference])).toEqual([
      ['a', true, '~/a'],
      ['b', false, '~/b'],
      ['c', false, 'c'],
      ['d', false, '~/d'],
    ]);
  });

  it('is none in code, in front matter, or when it is escaped', () => {
    for (const text of [
      '`[a](attachment:a)`',
      '```\n[a](attachment:a)\n```',
      '~~~\n[a](attachment:a)',
      '    [a](attachment:a)',
      '---\nx: "[a](attachment:a)"\n---\n',
      '\\[a](attachment:a)',
      '[a]\n(attachment:a)',
      '[a](attachment:)',
      '[a](https://x.test/attachment:a)',
    ]) {
      expect(attachmentsIn(text), text).toEqual([]);
    }
  });
});

describe('adding an attachment', () => {
  const link = '[a](attachment:~/a)';

  it.each([
    ['', `${link}\n`],
    ['Text', `Text\n\n${link}\n`],
    ['Text\n', `Text\n\n${link}\n`],
    ['Text\n\n', `Text\n\n${link}\n`],
    ['Text\r\nmore', `Text\r\nmore\r\n\r\n${link}\r\n`],
    ['Text\n\n![b](attachment:~/b)\n', `Text\n\n![b](attachment:~/b)\n${link}\n`],
    ['```\ncode', `\`\`\`\ncode\n\`\`\`\n\n${link}\n`],
    ['---\npinned: true\n---\n', `---\npinned: true\n---\n${link}\n`],
    ['---\npinned: true\n---', `---\npinned: true\n---\n${link}\n`],
  ])('to %j gives %j', (text, added) => {
    expect(addAttachment(text, link)).toBe(added);
  });
});

describe('removing an attachment', () => {
  it('takes back what adding did', () => {
    const texts = fc
      .array(fc.constantFrom('Text', '# Title', '- item', '', '> quote', '```', '---'))
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(texts, (text) => {
        const added = addAttachment(text, '[a](attachment:~/a)');
        const removed = removeAttachment(added, '~/a');
        expect(attachmentsIn(removed)).toEqual([]);
        expect(bodyOf(removed).trimEnd().startsWith(bodyOf(text).trimEnd())).toBe(true);
      }),
    );
    expect(removeAttachment(addAttachment('Text\n', '[a](attachment:~/a)'), '~/a')).toBe('Text\n');
  });

  it('takes every link to the object and nothing else', () => {
    const text =
      'See [a](attachment:~/a) and [b](attachment:~/b).\n![a](attachment:%7e/a) ![a](attachment:~/%61)\n[a](attachment:~/a)\nend';
    expect(removeAttachment(text, '~/a')).toBe('See  and [b](attachment:~/b).\n![a](attachment:%7e/a) \nend');
  });

  it('leaves a text without it as it is', () => {
    const text = 'Text\n\n';
    expect(removeAttachment(text, '~/a')).toBe(text);
  });

  it('goes through ten thousand links in no time', () => {
    const text = '[a](attachment:~/a) [b](attachment:~/b)\n'.repeat(10_000);
    expect(removeAttachment(text, '~/a')).toBe(' [b](attachment:~/b)\n'.repeat(10_000));
  });
});
