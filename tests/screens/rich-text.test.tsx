import { describe, expect, it } from 'vitest';
import { pastedMarkdown } from '#src/screens/editor/pasted-markdown.ts';
import { isWorthConverting } from '#src/screens/editor/rich-text.ts';

describe('rich text from the clipboard as Markdown', () => {
  it.each([
    ['headings and paragraphs', '<h1>Plan</h1><p>One<br>two</p><p>Three</p>', '# Plan\n\nOne\ntwo\n\nThree'],
    [
      'emphasis, against the words',
      '<p>a <b>bold </b>and <em>soft</em>, <del>gone</del></p>',
      'a **bold** and *soft*, ~~gone~~',
    ],
    [
      'links, and no others than of the web',
      '<a href="https://a.example/(x)">A</a> <a href="javascript:alert(1)">B</a>',
      '[A](https://a.example/%28x%29) B',
    ],
    ['code', '<p>Run <code>npm ci</code></p><pre>a\n  b\n</pre>', 'Run `npm ci`\n\n```\na\n  b\n```'],
    [
      'lists in lists, numbers and tasks',
      '<ol start="3"><li>x<ul><li>y</li></ul></li></ol><ul><li><input type="checkbox" checked>z</li></ul>',
      '3. x\n   - y\n\n- [x] z',
    ],
    ['quotations', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n> \n> b'],
    [
      'tables',
      '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>',
      '| a | b\\|c |\n| --- | --- |\n| 1 |  |',
    ],
    ['letters that would be marks', '<p>2 * 3 * 4 _x_</p>', '2 \\* 3 \\* 4 \\_x\\_'],
    ['bold that is none', '<b style="font-weight:normal"><p>plain</p></b>', 'plain'],
    [
      'bold that a style tells of, once',
      '<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span></p></b><h2><span style="font-weight:700">c</span></h2><p><b>d <span style="font-weight:700">e</span></b></p>',
      'a **b**\n\n## c\n\n**d e**',
    ],
    ['fences within code', '<pre>x\n```\ny</pre>', '````\nx\n```\ny\n````'],
    [
      'nothing of scripts, styles and pictures',
      '<script>x()</script><style>p{}</style><img src=x onerror=y()><svg onload=z()></svg><p>ok</p>',
      'ok',
    ],
  ])('keeps %s', (_what, html, markdown) => {
    expect(pastedMarkdown(html)).toBe(markdown);
  });

  it('ends, however deep it is nested', () => {
    expect(pastedMarkdown(`${'<blockquote>'.repeat(3000)}deep${'</blockquote>'.repeat(3000)}`)).toContain('deep');
  });

  it('is not wanted where the look says nothing', () => {
    expect(isWorthConverting('<meta charset="utf-8"><div><span style="color:red">x</span></div>')).toBe(false);
    expect(isWorthConverting('<p>a <strong>b</strong></p>')).toBe(true);
  });
});
