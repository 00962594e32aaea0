import { describe, expect, it } from 'vitest';
import { toHtml } from '#src/screens/reading/to-html.ts';

describe('Markdown as HTML', () => {
  it.each([
    [
      'headings and emphasis',
      '# A\n\n**b** *c* ~~d~~',
      '<h1>A</h1>\n<p><strong>b</strong> <em>c</em> <del>d</del></p>\n',
    ],
    [
      'links of the web',
      '[a](https://x.example)',
      '<p><a href="https://x.example" target="_blank" rel="noopener noreferrer">a</a></p>\n',
    ],
    [
      'links to notes',
      'see [[Plan & more]]',
      '<p>see <a href="#" data-note="Plan &#38; more">Plan &#38; more</a></p>\n',
    ],
    ['attachments', '[p.pdf](attachment:~/1-p.pdf)', '<p><a href="#" data-attachment="~/1-p.pdf">p.pdf</a></p>\n'],
    ['pictures', '![p](attachment:~/1-p.png)', '<p><span data-picture="~/1-p.png">p</span></p>\n'],
  ])('has %s', (_what, markdown, html) => {
    expect(toHtml(markdown)).toBe(html);
  });

  it.each([
    ['[a](javascript:alert(1))', 'a'],
    ['[a](data:text/html,x)', 'a'],
    ['![a](https://x.example/a.png)', '<a href="https://x.example/a.png"'],
    ['<script>alert(1)</script>', '&#60;script&#62;'],
    ['x <img src=x onerror=alert(1)>', '&#60;img'],
    ['<svg/onload=alert(1)>', 'svg/onload'],
    ['[x](attachment:"onclick=alert(1))', 'x'],
    ['[["><img src=x>]]', '&#34;&#62;&#60;img'],
  ])('lets nothing through of %j', (markdown, held) => {
    const html = toHtml(markdown);
    expect(html).toContain(held);
    expect(html).not.toMatch(/<(?:script|img|svg)|javascript:|<a[^>]*[\s"']onclick=/i);
  });

  it('numbers tasks in their order', () => {
    const html = toHtml('- [ ] a\n- [x] b\n\n1. [ ] c');
    expect([...html.matchAll(/data-task="(\d)"( checked)?/g)].map(([, at, done]) => [at, done !== undefined])).toEqual([
      ['0', false],
      ['1', true],
      ['2', false],
    ]);
  });
});
