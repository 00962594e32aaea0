import DOMPurify from 'dompurify';
import { richTextToMarkdown } from './rich-text.ts';

/** The Markdown for a piece of HTML from the clipboard: hostile, like everything from elsewhere. Nothing in it is run or loaded. */
export const pastedMarkdown = (html: string): string =>
  richTextToMarkdown(
    DOMPurify.sanitize(unarmed(html), { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ['style', 'img', 'svg', 'math'] }),
  );

/**
 * Attributes that the page's policy would complain of as soon as they are read, though nothing here runs them. What a style says of the
 * weight of letters is looked at later.
 */
const unarmed = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/([\s/"'])(?:on[a-z]+|(style))(?=\s*=)/gi, (_all, before: string, style?: string) =>
      style === undefined ? `${before}data-off` : `${before}data-style`,
    ),
  );
