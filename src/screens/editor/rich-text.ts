import { linkTarget } from './link-target.ts';

/** Elements whose look Markdown can keep. */
const telling = /<(?:h[1-6]|strong|b|em|i|a|ul|ol|table|code|pre|blockquote|del|s|hr)[\s>]/i;

/** Whether HTML from the clipboard says more than its plain text does. */
export const isWorthConverting = (html: string): boolean => telling.test(html);

const deepest = 100;
const mostNodes = 50_000;

interface Walk {
  nodes: number;
}

/** Markdown (CommonMark with tables, task lists and strikethrough) for what stands in `root`. Bounded in depth and in the number of nodes. */
export const richTextToMarkdown = (root: ParentNode & Node): string =>
  blocksOf(root, { nodes: 0 }, 0)
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const blockNames = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DIV DL DD DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE UL'.split(
    ' ',
  ),
);
const isBlock = (node: Node): node is Element => node instanceof Element && blockNames.has(node.tagName);

/** The blocks in a node: what stands between block elements is a paragraph. */
const blocksOf = (parent: Node, walk: Walk, depth: number): string[] => {
  const blocks: string[] = [];
  let inline = '';
  const settle = () => {
    const text = tidy(inline);
    if (text !== '') blocks.push(text);
    inline = '';
  };
  if (depth > deepest) return [tidy(parent.textContent ?? '')];
  for (const node of parent.childNodes) {
    walk.nodes += 1;
    if (walk.nodes > mostNodes) break;
    if (!isBlock(node) && !holdsBlock(node)) {
      inline += inlineOf(node, walk, depth + 1);
      continue;
    }
    settle();
    blocks.push(...(node instanceof Element ? blockOf(node, walk, depth + 1) : []));
  }
  settle();
  return blocks;
};

const holdsBlock = (node: Node): boolean => node instanceof Element && [...node.children].some(isBlock);

const blockOf = (element: Element, walk: Walk, depth: number): string[] => {
  const name = element.tagName;
  if (/^H[1-6]$/.test(name)) {
    const text = tidy(inlineChildren(element, walk, depth)).replaceAll('\n', ' ');
    return text === '' ? [] : [`${'#'.repeat(Number(name[1]))} ${text}`];
  }
  if (name === 'HR') return ['---'];
  if (name === 'PRE') return [fenced((element.textContent ?? '').replace(/\n$/, ''))];
  if (name === 'UL' || name === 'OL') return [listOf(element, walk, depth)].filter((text) => text !== '');
  if (name === 'TABLE') return [tableOf(element, walk, depth)].filter((text) => text !== '');
  const inner = blocksOf(element, walk, depth);
  return name === 'BLOCKQUOTE' ? [inner.join('\n\n').replace(/^/gm, '> ')] : inner;
};

/** The fence is longer than any in the code. */
const fenced = (code: string): string => {
  let fence = '```';
  for (const [ticks] of code.matchAll(/`{3,}/g)) if (ticks.length >= fence.length) fence = `${ticks}\``;
  return `${fence}\n${code}\n${fence}`;
};

const listOf = (list: Element, walk: Walk, depth: number): string => {
  let number = Number(list.getAttribute('start') ?? 1) || 1;
  const items: string[] = [];
  for (const child of list.children) {
    // Some editors put a list beside the item that it belongs to.
    if (child.tagName === 'UL' || child.tagName === 'OL') {
      items.push(listOf(child, walk, depth + 1).replace(/^/gm, '  '));
      continue;
    }
    const box = child.querySelector('input[type=checkbox]');
    const mark = list.tagName === 'OL' ? `${number}. ` : '- ';
    number += 1;
    const task = box === null ? '' : box.hasAttribute('checked') ? '[x] ' : '[ ] ';
    const [first = '', ...rest] = blocksOf(child, walk, depth + 1);
    const under = rest.map((block) => block.replace(/^(?=.)/gm, ' '.repeat(mark.length)));
    items.push([`${mark}${task}${first.replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`, ...under].join('\n'));
  }
  return items.join('\n');
};

const tableOf = (table: Element, walk: Walk, depth: number): string => {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) =>
      tidy(inlineChildren(cell, walk, depth))
        .replaceAll('\n', ' ')
        .replaceAll('|', '\\|'),
    ),
  );
  const [head, ...others] = rows;
  if (head === undefined) return '';
  const line = (cells: readonly string[]) => `| ${head.map((_, at) => cells[at] ?? '').join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...others.map(line)].join('\n');
};

const inlineChildren = (parent: Node, walk: Walk, depth: number): string => {
  let text = '';
  if (depth > deepest) return parent.textContent ?? '';
  for (const node of parent.childNodes) {
    walk.nodes += 1;
    if (walk.nodes > mostNodes) break;
    text += inlineOf(node, walk, depth + 1);
  }
  return text;
};

const inlineOf = (node: Node, walk: Walk, depth: number): string => {
  if (node instanceof Text) return node.data.replace(/[ \t\n\r\f]+/g, ' ').replace(/[\\`*_[\]]/g, '\\$&');
  if (!(node instanceof Element)) return '';
  const name = node.tagName;
  if (name === 'BR') return '\n';
  if (name === 'CODE' || name === 'KBD' || name === 'SAMP') {
    const code = (node.textContent ?? '').trim();
    return code === '' || code.includes('`') ? code : `\`${code}\``;
  }
  const inner = inlineChildren(node, walk, depth);
  if (name === 'A') return linked(node.getAttribute('href') ?? '', inner);
  if (name === 'STRONG' || name === 'B') return isUndone(node) ? inner : marked('**', inner);
  if (name === 'EM' || name === 'I') return says(node, /font-style:\s*normal/i) ? inner : marked('*', inner);
  if (name === 'SPAN' && isBoldByItself(node)) return marked('**', inner);
  if (name === 'DEL' || name === 'S' || name === 'STRIKE') return marked('~~', inner);
  return inner;
};

/** `data-style`: what the style attribute was before the HTML was read. */
const says = (element: Element, style: RegExp): boolean => style.test(element.getAttribute('data-style') ?? '');

/** Google Docs wraps all it copies in bold that is none, and tells of real bold by the style of a span. */
const isUndone = (element: Element): boolean => says(element, /font-weight:\s*(?:normal|[1-4]00)/i);

const isBoldByItself = (span: Element): boolean => {
  if (!says(span, /font-weight:\s*(?:bold|[6-9]00)/i)) return false;
  const around = span.parentElement?.closest('h1, h2, h3, h4, h5, h6, th, b, strong, span[data-style*="font-weight"]');
  return around === null || around === undefined || isUndone(around);
};

const linked = (href: string, text: string): string => {
  const words = tidy(text);
  if (words === '' || !/^(?:https?:\/\/|mailto:)/i.test(href)) return text;
  return `[${words}](${linkTarget(href)})`;
};

/** Marks stand against the words, not against the spaces around them. */
const marked = (mark: string, text: string): string => {
  const words = text.trim();
  if (words === '') return text;
  const start = text.indexOf(words);
  return `${text.slice(0, start)}${mark}${words}${mark}${text.slice(start + words.length)}`;
};

const tidy = (text: string): string =>
  text
    .replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .trim();
