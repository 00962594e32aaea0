import type { Line, Text } from '@codemirror/state';
import { continuationOf } from './list-continuation.ts';
import { columns, itemIn, type ListItem, marksOfNext, quoteIn } from './list-item.ts';
import { isNumberedAlike, numbersBehind, type Replacement } from './list-numbers.ts';

/** What Enter makes of a text. */
export interface ListEnter {
  readonly changes: readonly Replacement[];
  /** Where the caret stands in the new text. */
  readonly caret: number;
}

/** Lines that are looked through for the item that another one is under. */
const mostLines = 500;

/**
 * Enter in a list or a quotation, with the caret at `head`: it goes on in the next line, and the numbers behind it with it. An item
 * without words moves out to the list around it, or ends the list. null: Enter does what it does anywhere.
 */
export const listEnter = (doc: Text, head: number): ListEnter | null => {
  const line = doc.lineAt(head);
  const next = continuationOf(line.text, head - line.from);
  if (next === null) return null;
  const item = itemIn(line.text);
  if (next.kind === 'leave') return (item === null ? null : movedOut(doc, line, item)) ?? ended(doc, line, item);
  const [marks, numbers] = item === null ? [next.prefix, []] : nextItem(doc, line, item);
  return { changes: [{ from: head, insert: `\n${marks}` }, ...numbers], caret: head + 1 + marks.length };
};

/** What the item after this one begins with, and the new numbers of those behind `line`. */
const nextItem = (
  doc: Text,
  line: Line,
  item: ListItem,
  behind: Line = line,
): readonly [string, readonly Replacement[]] => {
  if (item.number === null) return [marksOfNext(item, 0), []];
  if (isNumberedAlike(doc, line, item)) return [marksOfNext(item, item.number), []];
  return [marksOfNext(item, item.number + 1), numbersBehind(doc, behind, item, item.number + 2)];
};

/** The empty item as one of the list that its own is in; null: there is none. */
const movedOut = (doc: Text, line: Line, item: ListItem): ListEnter | null => {
  if (item.indent === '') return null;
  for (let at = line.number - 1; at >= Math.max(1, line.number - mostLines); at -= 1) {
    const above = doc.line(at);
    const outer = itemIn(above.text);
    if (quoteIn(above.text).trim() !== item.quote.trim()) return null;
    if (outer === null || columns(outer.indent) >= columns(item.indent)) continue;
    const [marks, numbers] = nextItem(doc, above, outer, line);
    return { changes: [{ from: line.from, to: line.to, insert: marks }, ...numbers], caret: line.from + marks.length };
  }
  return null;
};

/**
 * The list has ended: what is written next is no part of its last item, which in Markdown takes a blank line between the two. In a
 * quotation the quotation goes on.
 */
const ended = (doc: Text, line: Line, item: ListItem | null): ListEnter => {
  const quote = item?.quote.trim() ? item.quote : '';
  const hasWords = (at: number) =>
    at >= 1 &&
    at <= doc.lines &&
    doc
      .line(at)
      .text.slice(quoteIn(doc.line(at).text).length)
      .trim() !== '';
  const before = hasWords(line.number - 1) ? `${quote}\n` : '';
  const here = quote === '' ? '' : `${quote} `;
  const after = hasWords(line.number + 1) ? `\n${quote}` : '';
  return {
    changes: [{ from: line.from, to: line.to, insert: `${before}${here}${after}` }],
    caret: line.from + before.length + here.length,
  };
};
