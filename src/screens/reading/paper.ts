import { levelHeadings } from './heading-levels.ts';
import printStyles from './print-sheet.module.css';
import { putSafely } from './put-safely.ts';
import styles from './read-view.module.css';
import type { Rendered } from './rendered.ts';
import { toHtml } from './to-html.ts';

/** Letters that the page lays out by itself, where nobody can wait for a worker. */
const mostAtOnce = 200_000;
const longestLine = 10_000;
const nested = /^(?:[ \t]*[>*+-]){50}/;

/** The Markdown as HTML, where it can be had at once: a text made to take long is shown as it is written. */
export const laidOutAtOnce = (markdown: string): Rendered => {
  const tame =
    markdown.length <= mostAtOnce &&
    markdown.split('\n').every((line) => line.length <= longestLine && !nested.test(line.slice(0, longestLine)));
  return tame ? { kind: 'html', html: toHtml(markdown), code: Promise.resolve([]) } : { kind: 'plain' };
};

/** What was made of a text, as it lies on paper. */
export const paperOf = (made: Rendered, text: string): HTMLElement => {
  const paper = document.createElement('div');
  paper.className = [printStyles.sheet, styles.view, styles.paper].join(' ');
  paper.dataset.printSheet = '';
  if (made.kind === 'html') putSafely(paper, made.html);
  else {
    const plain = document.createElement('pre');
    plain.textContent = text;
    paper.append(plain);
  }
  writeEitherWay(paper);
  levelHeadings(paper, 1);
  return paper;
};

/** Each block has the direction of its own text. */
export const writeEitherWay = (paper: HTMLElement): void => {
  for (const block of paper.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, blockquote, td, th')) {
    block.setAttribute('dir', 'auto');
  }
};
