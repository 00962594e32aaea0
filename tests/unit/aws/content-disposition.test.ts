import { describe, expect, it } from 'vitest';
import { attachmentNamed } from '#src/aws/content-disposition.ts';

describe('the Content-Disposition of a download', () => {
  it('gives a plain name twice', () => {
    expect(attachmentNamed('plan.pdf')).toBe(`attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`);
  });

  it('keeps a name of any script, and a plain one beside it', () => {
    expect(attachmentNamed('Зима 😀.png')).toBe(
      `attachment; filename="____ _.png"; filename*=UTF-8''%D0%97%D0%B8%D0%BC%D0%B0%20%F0%9F%98%80.png`,
    );
  });

  it('lets no quote, backslash, percent sign or line break out of the plain name', () => {
    const header = attachmentNamed('a"b\\c%d\r\nSet-Cookie: x.txt');
    expect(header).toContain('filename="a_b_c_d__Set-Cookie: x.txt"');
    expect(header).not.toMatch(/[\r\n]/);
  });

  it('escapes what RFC 8187 does not allow and encodeURIComponent leaves', () => {
    expect(attachmentNamed("it's (1)*.txt")).toContain(`filename*=UTF-8''it%27s%20%281%29%2A.txt`);
  });

  it('takes half a surrogate pair', () => {
    expect(attachmentNamed('a\ud83d.txt')).toContain(`filename*=UTF-8''a%EF%BF%BD.txt`);
  });
});
