import { describe, expect, it } from 'vitest';
import { codeLanguage } from '#src/screens/reading/code-languages.ts';
import { type FencedCode, toHtml } from '#src/screens/reading/to-html.ts';

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
    [
      'attachments whose names turn the direction of writing',
      '[a&#8238;gnp.exe](attachment:~/1-a) b',
      '<p><a href="#" data-attachment="~/1-a">agnp.exe</a> b</p>\n',
    ],
    ['pictures', '![p](attachment:~/1-p.png)', '<p><span data-picture="~/1-p.png">p</span></p>\n'],
    [
      'pictures under the names that their files have',
      String.raw`![IMG\_1 \[a\] &#96;&#8238;b \<c>.png](attachment:~/1-p.png)`,
      '<p><span data-picture="~/1-p.png">IMG_1 [a] `b &#60;c&#62;.png</span></p>\n',
    ],
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
    ['[a](<java\tscript:alert(1)>)', 'a'],
    ['[a](java&Tab;script:alert(1))', 'a'],
    ['[a](&#106;avascript:alert(1))', 'a'],
    ['[a](JaVaScRiPt:alert(1) "title")', 'a'],
    ['[a](\u0001javascript:alert(1))', 'a'],
    ['[a](//x.example/a)', 'a'],
    ['[a](blob:https://x.example/1) [b](file:///etc/passwd) [c](vbscript:x)', 'a b c'],
    ['<javascript:alert(1)>', 'javascript'],
    ['[a][1]\n\n[1]: javascript:alert(1) "title"', 'a'],
    ['[a](https://x.example "" onclick="alert(1)")', '<a href="https://x.example" target='],
    ['[a](https://x.example/"onclick="alert(1))', '&#34;onclick=&#34;'],
    ['![" onerror="alert(1)](attachment:~/a.png)', '&#34; onerror=&#34;'],
    ['<math><mtext></mtext></math>', '&#60;math&#62;'],
    ['<style>body{display:none}</style>', '&#60;style&#62;'],
    ['<a xlink:href="javascript:alert(1)">x</a>', '&#60;a xlink'],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', '&#60;iframe'],
    ['<meta http-equiv="refresh" content="0;url=x">', '&#60;meta'],
    ['<base href="https://x.example">', '&#60;base'],
    ['<form action="https://x.example"><input></form>', '&#60;form'],
    ['<div style="width:expression(alert(1))">x</div>', '&#60;div'],
    ['<!--><script>alert(1)</script>-->', '&#60;script'],
    ['<![CDATA[<script>alert(1)</script>]]>', '&#60;script'],
    ['```"><script>alert(1)</script>\nx\n```', 'x'],
    ['| <img src=x> |\n| - |\n| <script> |', '&#60;img'],
    ['# <svg onload=alert(1)>', '&#60;svg'],
  ])('lets nothing through of %j', (markdown, held) => {
    const html = toHtml(markdown);
    expect(html).toContain(held);
    const tags = html.match(/<[^>]*>/g) ?? [];
    const known =
      /^<\/?(?:p|a|pre|code|span|h1|table|thead|tbody|tr|th|td|div)(?: (?:href="https:\/\/[^"]*"|href="#"|target="_blank"|rel="noopener noreferrer"|class="[^"<]*"|data-(?:note|attachment|picture)="[^"]*"))*>$/;
    expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
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

it('tells of code in its order, wherever it stands', () => {
  const codes: FencedCode[] = [];
  const html = toHtml('```js x\na\n```\n\n- b\n\n  ~~~\n  <c>\n  ~~~\n\n> ```py\n> d\n> ```', (code) =>
    codes.push(code),
  );
  expect(codes).toEqual([
    { text: 'a\n', information: 'js x' },
    { text: '<c>\n', information: '' },
    { text: 'd\n', information: 'py' },
  ]);
  expect([...html.matchAll(/<pre><code>(.*)\n/g)].map(([, text]) => text)).toEqual(['a', '&#60;c&#62;', 'd']);
});

it.each([
  ['js', 'javascript'],
  ['TypeScript {1,2}', 'typescript'],
  ['c++', 'cpp'],
  ['html', 'xml'],
  ['python,ignore', 'python'],
  ['constructor', undefined],
  ['', undefined],
])('knows the language of a fence: %j', (information, name) => {
  expect(codeLanguage(information)?.name).toBe(name);
});
