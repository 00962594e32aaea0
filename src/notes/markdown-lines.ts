/**
 * - `text`     anything with words in it, headings aside; `heading` those
 * - `code`     a line inside a code block
 * - `marks`    only marks: a code fence, a rule, the line under a heading
 * - `blank`
 */
type LineKind = 'text' | 'heading' | 'code' | 'marks' | 'blank';

/** A line without its line end. `end` is exclusive. */
export interface MarkdownLine {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
}

interface Fence {
  readonly mark: string;
  readonly quoted: boolean;
}

/** No mark of a block is longer than this, so no expression is ever run over a long line. */
const longestMarks = 200;

const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/;
const quotes = /^[ \t]*(?:>[ \t]*)*/;
const listItem = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const headingMark = /^#{1,6}(?:[ \t]|$)/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** The same, for a line in the midst of a text. */
const underlineAt = / {0,3}(?:=+|-+)[ \t]*\r?(?:\n|$)/y;
const quote = /^[ \t]*>/;
const indented = /^(?: {4}| {0,3}\t)/;

/**
 * The lines of a Markdown text, told apart as far as title, tags and attachments need it (CommonMark 0.31 is the source; blocks inside
 * blocks are followed by their marks alone). Returns, after the last line, what would close a code block that is still open.
 */
export function* markdownLines(text: string, from = 0): Generator<MarkdownLine, string | null> {
  let fence: Fence | null = null;
  let inList = false;
  let previous: LineKind = 'blank';
  for (let start = from; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const next = lineFeed === -1 ? text.length : lineFeed + 1;
    const end = contentEnd(text, start, lineFeed === -1 ? text.length : lineFeed);
    const isLetter = beginsWithLetter(text, start);
    const line = text.slice(start, end);
    const head = line.slice(0, longestMarks);
    if (fence?.quoted === true && !quote.test(head)) fence = null;

    let kind: LineKind;
    if (fence !== null) {
      const closes = !isLetter && line.length <= longestMarks && isClosing(head.replace(quotes, ''), fence.mark);
      kind = closes ? 'marks' : 'code';
      if (closes) fence = null;
    } else if (!isLetter && line.trim() === '') {
      kind = 'blank';
    } else if (!inList && indented.test(head) && (previous === 'blank' || previous === 'code')) {
      kind = 'code';
    } else {
      fence = isLetter ? null : openingFence(line, head);
      kind = fence === null ? textKind(line, head, isLetter, text, next) : 'marks';
      if (!isLetter && listItem.test(head)) inList = true;
      else if ((previous === 'blank' || kind === 'heading') && !/^[ \t]/.test(head)) inList = false;
    }
    yield { start, end, kind };
    previous = kind;
    start = next;
  }
  return fence === null || fence.quoted ? null : fence.mark;
}

/** Most lines do, and none of those has a mark before its words: it saves looking for one. */
function beginsWithLetter(text: string, start: number): boolean {
  const code = text.charCodeAt(start) | 0x20;
  return code >= 0x61 && code <= 0x7a;
}

function contentEnd(text: string, start: number, end: number): number {
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

function textKind(line: string, head: string, isLetter: boolean, text: string, next: number): LineKind {
  if (!isLetter) {
    if (line.length <= longestMarks && (rule.test(head) || underline.test(head))) return 'marks';
    const content = head.replace(containers, '');
    if (headingMark.test(content)) return 'heading';
    if (content !== head) return 'text';
  }
  underlineAt.lastIndex = next;
  return underlineAt.test(text) ? 'heading' : 'text';
}

function openingFence(line: string, head: string): Fence | null {
  const content = head.replace(containers, '');
  const mark = /^(?:`{3,}|~{3,})/.exec(content)?.[0];
  if (mark === undefined) return null;
  const information = line.slice(head.length - content.length + mark.length);
  if (mark.startsWith('`') && information.includes('`')) return null;
  return { mark, quoted: /^[ \t]*>/.test(head) };
}

function isClosing(content: string, mark: string): boolean {
  const closing = content.trim();
  return closing.length >= mark.length && closing === mark.charAt(0).repeat(closing.length);
}
