import { describe, expect, it } from 'vitest';
import { putSafely } from '#src/screens/reading/put-safely.ts';
import { toHtml } from '#src/screens/reading/to-html.ts';

const put = (html: string) => {
  const paper = document.createElement('div');
  putSafely(paper, html);
  return paper;
};

// As if the Markdown had let all of it through.
describe('what is put on the page', () => {
  it.each([
    '<script>window.trapped = 1</script>',
    '<img src=x onerror="window.trapped = 1">',
    '<svg><script>window.trapped = 1</script><a xlink:href="javascript:trapped=1">x</a></svg>',
    '<math><mtext><style><img src=x onerror=trapped=1></style></mtext></math>',
    '<math href="javascript:trapped=1">x</math>',
    '<style>body { display: none }</style>',
    '<iframe srcdoc="<script>trapped=1</script>"></iframe>',
    '<meta http-equiv="refresh" content="0; url=https://x.example">',
    '<base href="https://x.example/">',
    '<link rel="stylesheet" href="https://x.example/a.css">',
    '<form action="https://x.example"><button formaction="javascript:trapped=1">x</button></form>',
    '<object data="data:text/html,x"></object><embed src="data:text/html,x">',
    '<video poster="https://x.example/a.png" src="https://x.example/a.mp4" autoplay></video>',
    '<picture><source srcset="https://x.example/a.png"></picture>',
    '<template><script>trapped=1</script></template>',
    '<dialog open>x</dialog><marquee onstart=trapped=1>x</marquee>',
    '<textarea autofocus onfocus=trapped=1></textarea><select></select>',
  ])('holds no element that is not text: %s', (html) => {
    const strange = [...put(html).querySelectorAll('*')].filter(
      ({ localName }) => !['p', 'a', 'span', 'div'].includes(localName),
    );
    expect(strange.map(({ localName }) => localName)).toEqual([]);
  });

  it.each([
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="\u0001javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="blob:https://x.example/1">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a xlink:href="javascript:alert(1)">x</a>',
    '<a ping="https://x.example" download>x</a>',
    '<p onclick="alert(1)" style="width: expression(alert(1)); background: url(https://x.example)">x</p>',
    '<p id="main" name="location">x</p>',
    '<span data-read-view data-print-sheet aria-hidden="true" tabindex="0" contenteditable>x</span>',
  ])('has no attribute that leads anywhere or acts: %s', (html) => {
    expect([...put(html).querySelectorAll('*')].flatMap((element) => element.getAttributeNames())).toEqual([]);
  });

  it('is all that Markdown is made into', () => {
    const html = toHtml(
      '# A\n\n1. b\n\n3) [ ] c *d* **e** ~~f~~ `g`\n\n> h\n\n```js\ni\n```\n\n| j |\n| - |\n| k |\n\n---\n[l](https://x.example) [m](attachment:~/m) ![n](attachment:~/n) [[O]]  \np',
    );
    const paper = document.createElement('div');
    paper.append(document.createRange().createContextualFragment(html));
    expect(put(html).innerHTML).toBe(paper.innerHTML);
  });
});
