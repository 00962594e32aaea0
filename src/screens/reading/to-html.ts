import { Marked, type TokenizerAndRendererExtension } from 'marked';
import { turning } from '#src/notes/link-text.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** `[[Title]]` */
const noteLink: TokenizerAndRendererExtension = {
  name: 'noteLink',
  level: 'inline',
  start: (source) => source.indexOf('[['),
  tokenizer(source) {
    const found = /^\[\[([^[\]\n]{1,200})\]\]/.exec(source);
    return found === null ? undefined : { type: 'noteLink', raw: found[0], title: found[1] ?? '' };
  },
  renderer: ({ title }) => `<a href="#" data-note="${escapeHtml(String(title))}">${escapeHtml(String(title))}</a>`,
};

const scheme = 'attachment:';

/** Code between fences; `information` is what stands behind the first of them. */
export interface FencedCode {
  readonly text: string;
  readonly information: string;
}

/**
 * Markdown as HTML (CommonMark with GitHub's tables, tasks and strikethrough). HTML in the Markdown becomes text, pictures are named and
 * not loaded, and a link leads to the web, to an attachment (`data-attachment`) or to a note (`data-note`), or is text. It is still to be
 * sanitised. Tasks are numbered in their order (`data-task`). `onCode` is told of each piece of code (`pre > code`), in their order.
 */
export const toHtml = (markdown: string, onCode?: (code: FencedCode) => void): string => {
  let tasks = 0;
  const marked = new Marked({
    gfm: true,
    extensions: [noteLink],
    renderer: {
      html: ({ text }) => escapeHtml(text),
      code({ text, lang }) {
        const code = text.replace(/\n?$/, '\n');
        onCode?.({ text: code, information: lang ?? '' });
        return `<pre><code>${escapeHtml(code)}</code></pre>\n`;
      },
      image({ href, tokens }) {
        const name = this.parser.parseInline(tokens, this.parser.textRenderer);
        return href.startsWith(scheme)
          ? `<span data-picture="${escapeHtml(href.slice(scheme.length))}">${escapeHtml(name.replace(turning, ''))}</span>`
          : linked(href, escapeHtml(name === '' ? href : name));
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        return href.startsWith(scheme)
          ? `<a href="#" data-attachment="${escapeHtml(href.slice(scheme.length))}">${words.replace(turning, '')}</a>`
          : linked(href, words);
      },
      checkbox: ({ checked }) => {
        tasks += 1;
        return `<input type="checkbox" data-task="${tasks - 1}"${checked ? ' checked' : ''}> `;
      },
      table(token) {
        const row = (cells: typeof token.header, tag: string) =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const body = token.rows.map((cells) => row(cells, 'td')).join('');
        return `<div class="table"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>`;
      },
    },
  });
  return marked.parse(markdown, { async: false });
};

const linked = (href: string, words: string): string =>
  /^(?:https?:\/\/|mailto:)/i.test(href)
    ? `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${words}</a>`
    : words;
