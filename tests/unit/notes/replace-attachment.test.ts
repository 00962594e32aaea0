import { describe, expect, it } from 'vitest';
import { replaceAttachment } from '#src/notes/replace-attachment.ts';

const identityId = 'us-east-1:me';
const key = `${identityId}/0abc-My_plan.pdf`;
const by = { key: `${identityId}/0xyz-new.png`, name: 'new [1].png', picture: true };
const replaced = (text: string, part: Partial<typeof by> = {}) =>
  replaceAttachment(text, { key, identityId, by: { ...by, ...part } });

describe('An attachment that is replaced', () => {
  it.each([
    [
      'takes the new name where the link said the old one',
      '[My plan.pdf](attachment:~/0abc-My_plan.pdf)',
      String.raw`[new \[1\].png](attachment:~/0xyz-new.png)`,
    ],
    [
      'takes it where the file had come in a folder',
      '[a/My plan.pdf](attachment:~/0abc-My_plan.pdf)',
      String.raw`[new \[1\].png](attachment:~/0xyz-new.png)`,
    ],
    [
      'takes it where the link said nothing',
      '[](attachment:~/0abc-My_plan.pdf)',
      String.raw`[new \[1\].png](attachment:~/0xyz-new.png)`,
    ],
    [
      'keeps what a person has written, and a title',
      '[The *plan*](attachment:~/0abc-My_plan.pdf "old")',
      '[The *plan*](attachment:~/0xyz-new.png "old")',
    ],
    [
      'is still shown in the text',
      '![The plan](attachment:~/0abc-My_plan.pdf)',
      '![The plan](attachment:~/0xyz-new.png)',
    ],
    [
      'is not shown where it was not',
      'See [it](attachment:~/0abc-My_plan.pdf).',
      'See [it](attachment:~/0xyz-new.png).',
    ],
    [
      'is replaced in every link, and in no other',
      '[a](attachment:~/0abc-My_plan.pdf) [b](attachment:~/x) [c](attachment:us-east-1%3Ame/0abc-My_plan.pdf)',
      '[a](attachment:~/0xyz-new.png) [b](attachment:~/x) [c](attachment:~/0xyz-new.png)',
    ],
    ['is left alone in code', '`[a](attachment:~/0abc-My_plan.pdf)`', '`[a](attachment:~/0abc-My_plan.pdf)`'],
  ])('%s', (_, before, after) => {
    expect(replaced(before)).toBe(after);
  });

  it('is a plain link where it cannot be shown any more', () => {
    expect(replaced('![The plan](attachment:~/0abc-My_plan.pdf)', { picture: false })).toBe(
      '[The plan](attachment:~/0xyz-new.png)',
    );
  });
});
