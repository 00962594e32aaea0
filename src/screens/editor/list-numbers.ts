import type { Line, Text } from '@codemirror/state';
import { columns, contentColumn, itemIn, type ListItem, quoteIn } from './list-item.ts';

/** A replacement in the text: offsets in UTF-16 units. */
export interface Replacement {
  readonly from: number;
  readonly to?: number;
  readonly insert: string;
}

/** Lines that are looked at for the items of one list. */
const mostLines = 2_000;
const otherBlock = /^(?:#{1,6}[ \t]|`{3}|~{3}|(?:[-*_][ \t]*){3,}$)/;

/** An item and the line that it begins. */
export interface FoundItem {
  readonly line: Line;
  readonly item: ListItem;
}

/** A line of a list that goes on: another of its items, or what belongs to one. */
interface ListLine {
  readonly line: Line;
  /** null: it belongs to the item above it. */
  readonly item: ListItem | null;
}

/** The lines of the list of an item, from one on (1 is the first of the text) as far as the list goes in that direction. */
function* listFrom(doc: Text, start: number, direction: 1 | -1, of: ListItem): Generator<ListLine> {
  let afterBlank = false;
  for (let at = start, looked = 0; at >= 1 && at <= doc.lines && looked < mostLines; at += direction, looked += 1) {
    const line = doc.line(at);
    const quote = quoteIn(line.text);
    if (quote.trim() !== of.quote.trim()) return;
    const rest = line.text.slice(quote.length);
    if (rest.trim() === '') {
      afterBlank = true;
      continue;
    }
    const indent = columns(/^[ \t]*/.exec(rest)?.[0] ?? '');
    const item = itemIn(line.text);
    if (indent >= contentColumn(of)) yield { line, item: null };
    else if (item !== null) {
      if (indent < columns(of.indent) || item.bullet !== of.bullet || item.dot !== of.dot) return;
      yield { line, item };
    } else if (afterBlank || otherBlock.test(rest)) return;
    afterBlank = false;
  }
}

/** The item before this one in its list. */
export const siblingAbove = (doc: Text, line: Line, of: ListItem): FoundItem | null => {
  for (const { line: at, item } of listFrom(doc, line.number - 1, -1, of)) if (item !== null) return { line: at, item };
  return null;
};

/** Whether the items of a list have one number, as Markdown allows it: told by the item above or below. */
export const isNumberedAlike = (doc: Text, line: Line, item: ListItem): boolean =>
  ([1, -1] as const).some((direction) => {
    for (const found of listFrom(doc, line.number + direction, direction, item)) {
      if (found.item !== null) return found.item.number === item.number;
    }
    return false;
  });

/**
 * Gives the items behind a line of a list their numbers, beginning with `next`. What belongs to an item whose number grows longer is moved
 * in with it, where it would be the item's no more.
 */
export const numbersBehind = (doc: Text, line: Line, item: ListItem, next: number): readonly Replacement[] => {
  if (item.number === null) return [];
  const changes: Replacement[] = [];
  let number = next;
  let renamed: ListItem = item;
  let grown = 0;
  for (const { line: at, item: found } of listFrom(doc, line.number + 1, 1, item)) {
    if (found === null) {
      const start = at.from + quoteIn(at.text).length;
      const indent = columns(/^[ \t]*/.exec(doc.sliceString(start, at.to))?.[0] ?? '');
      if (grown > 0 && indent < contentColumn(renamed)) changes.push({ from: start, insert: ' '.repeat(grown) });
      continue;
    }
    renamed = { ...found, number };
    grown = contentColumn(renamed) - contentColumn(found);
    changes.push(...numberedAs(at, found, number));
    number += 1;
  }
  return changes;
};

/** The item with another number. */
export const numberedAs = (line: Line, item: ListItem, number: number): readonly Replacement[] => {
  const from = line.from + item.quote.length + item.indent.length;
  const to = line.from + line.text.indexOf(item.dot, from - line.from);
  return item.number === number ? [] : [{ from, to, insert: String(number) }];
};
