import DOMPurify from 'dompurify';
import type { Coloured } from './rendered.ts';

const plainAttributes = [
  ...['target', 'rel', 'class', 'type', 'checked', 'start'],
  ...['data-note', 'data-attachment', 'data-picture', 'data-task'],
];

/** What `toHtml` makes, and nothing else. */
const allowed = {
  ALLOWED_TAGS: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'pre', 'div', 'span'],
    ...['strong', 'em', 'del', 'code', 'a', 'input', 'table', 'thead', 'tbody', 'tr', 'th', 'td', '#text'],
  ],
  ALLOWED_ATTR: ['href', ...plainAttributes],
  ADD_URI_SAFE_ATTR: plainAttributes,
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:|#)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/**
 * Puts the HTML into an element, sanitised: no script, style, form or picture gets in, whatever the Markdown held. Where the browser has
 * Trusted Types, as DOMPurify's own policy lets it in.
 */
export const putSafely = (element: HTMLElement, html: string): void => {
  element.innerHTML = DOMPurify.sanitize(html, { ...allowed, RETURN_TRUSTED_TYPE: true }) as unknown as string;
};

/** Gives the pieces of code in an element their colours. */
export const colourCode = (element: HTMLElement, codes: Coloured): void => {
  for (const [index, code] of [...element.querySelectorAll<HTMLElement>('pre > code')].entries()) {
    const html = codes[index] ?? null;
    if (html !== null) putSafely(code, html);
  }
};
