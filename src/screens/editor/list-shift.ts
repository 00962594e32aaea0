import { ChangeSet, type Line, type Text } from '@codemirror/state';
import { columns, contentColumn, itemIn, type ListItem, quoteIn } from './list-item.ts';
import {
  type FoundItem,
  isNumberedAlike,
  numberedAs,
  numbersBehind,
  type Replacement,
  siblingAbove,
} from './list-numbers.ts';

/** Lines that are looked at for the item that another one is under, and for what is under it. */
const mostLines = 2_000;

/**
 * Moves the items of a range of lines one level in (1) or out (-1), and what is under them with them. Inside, they are under the item
 * above, in the column where its words begin; outside, they are items of the list around theirs. Numbers begin anew inside and go on
 * outside. null: there is no item. A change of nothing: there is no such level.
 */
export function shiftItems(doc: Text, from: number, to: number, direction: 1 | -1): ChangeSet | null {
  const last = doc.lineAt(to).number;
  let changes = ChangeSet.empty(doc.length);
  let now = doc;
  let items = 0;
  const change = (part: readonly Replacement[]) => {
    const made = ChangeSet.of(part, now.length);
    changes = changes.compose(made);
    now = made.apply(now);
  };
  for (let at = doc.lineAt(from).number; at <= last; at += 1) {
    const first = itemAt(now, at);
    if (first === null) continue;
    items += 1;
    const above = aboveOf(now, first.line, first.item, direction);
    const by = columnsTo(first.item, above?.item, direction);
    if (by === 0) continue;
    const blocks = blocksFrom(now, first, last);
    const mark = direction === -1 ? above?.item : undefined;
    const alike = above !== null && isNumberedAlike(now, above.line, above.item);
    change(blocks.flatMap((block) => moved(now, block, by, mark)));
    at = blocks.at(-1)?.end ?? at;
    // The list that they have left, or come into.
    if (above !== null && above.item.number !== null && !alike)
      change(numbersBehind(now, above.line, above.item, above.item.number + 1));
    // Their own inside; outside, that of those which were behind them and are under the last of them now.
    const inside = direction === 1 ? itemAt(now, first.line.number) : firstUnder(now, blocks.at(-1));
    if (inside !== null) change(numbersInside(now, inside));
  }
  return items === 0 ? null : changes;
}

/** An item with the lines under it, as far as `end`. */
interface Block extends FoundItem {
  readonly end: number;
}

/** The columns that an item is moved by. */
const columnsTo = (item: ListItem, above: ListItem | undefined, direction: 1 | -1): number => {
  const indent = columns(item.indent);
  if (direction === -1) return (above === undefined ? 0 : columns(above.indent)) - indent;
  return above === undefined ? 0 : Math.max(0, contentColumn(above) - indent);
};

/** The items that go the same way as the first one: those of its list, as far as a line. */
function blocksFrom(doc: Text, first: FoundItem, last: number): readonly Block[] {
  const blocks: Block[] = [];
  let next: FoundItem | null = first;
  while (next !== null && next.item.quote === first.item.quote) {
    if (columns(next.item.indent) < columns(first.item.indent)) break;
    const end = lastUnder(doc, next);
    blocks.push({ ...next, end });
    let at = end + 1;
    while (at <= last && indentOf(doc.line(at)).isBlank) at += 1;
    next = at <= last ? itemAt(doc, at) : null;
  }
  return blocks;
}

const itemAt = (doc: Text, number: number): FoundItem | null => {
  const line = doc.line(number);
  const item = itemIn(line.text);
  return item === null ? null : { line, item };
};

const indentOf = (line: Line): { readonly start: number; readonly blanks: string; readonly isBlank: boolean } => {
  const start = quoteIn(line.text).length;
  const blanks = /^[ \t]*/.exec(line.text.slice(start))?.[0] ?? '';
  return { start: line.from + start, blanks, isBlank: line.text.length === start + blanks.length };
};

/** The number of the last line that belongs to an item. */
function lastUnder(doc: Text, { line, item }: FoundItem): number {
  let last = line.number;
  for (let at = last + 1; at <= Math.min(doc.lines, line.number + mostLines); at += 1) {
    const below = doc.line(at);
    const { blanks, isBlank } = indentOf(below);
    if (quoteIn(below.text).trim() !== item.quote.trim()) break;
    if (isBlank) continue;
    if (columns(blanks) < contentColumn(item)) break;
    last = at;
  }
  return last;
}

/** The item that this one would go under (1), or is under (-1). */
function aboveOf(doc: Text, line: Line, item: ListItem, direction: 1 | -1): FoundItem | null {
  if (direction === -1 && item.indent === '') return null;
  const deepest = columns(item.indent) - (direction === 1 ? 0 : 1);
  for (let at = line.number - 1; at >= Math.max(1, line.number - mostLines); at -= 1) {
    const above = doc.line(at);
    if (quoteIn(above.text).trim() !== item.quote.trim()) return null;
    const { blanks, isBlank } = indentOf(above);
    if (isBlank || columns(blanks) > deepest) continue;
    const found = itemAt(doc, at);
    if (found !== null) return found;
    // A paragraph that is in no list ends the list; one line below an item goes on with its words.
    if (
      columns(blanks) === 0 &&
      at > 1 &&
      doc
        .line(at - 1)
        .text.slice(quoteIn(above.text).length)
        .trim() === ''
    )
      return null;
  }
  return null;
}

/** The block with so many columns more before its words; `as`: the item of another list, whose kind of mark its item is to have. */
function moved(doc: Text, { line, item, end }: Block, by: number, as: ListItem = item): readonly Replacement[] {
  const old = markOf(item);
  const mark = item === as ? old : markOf(as);
  const start = line.from + item.quote.length + item.indent.length;
  const changes = [...shiftedLines(doc, line.number, line.number, by)];
  if (mark !== old) changes.push({ from: start, to: start + old.length, insert: mark });
  return [...changes, ...shiftedLines(doc, line.number + 1, end, by + mark.length - old.length)];
}

const markOf = ({ bullet, number, dot }: ListItem): string => bullet ?? `${number}${dot}`;

function* shiftedLines(doc: Text, first: number, last: number, by: number): Generator<Replacement> {
  for (let at = first; at <= last; at += 1) {
    const { start, blanks, isBlank } = indentOf(doc.line(at));
    if (isBlank) continue;
    yield { from: start, to: start + blanks.length, insert: ' '.repeat(Math.max(0, columns(blanks) + by)) };
  }
}

/** The first item behind a block that is under its item. */
function firstUnder(doc: Text, block: Block | undefined): FoundItem | null {
  const outer = block === undefined ? null : itemAt(doc, block.line.number);
  if (block === undefined || outer === null) return null;
  const end = lastUnder(doc, outer);
  for (let at = block.end + 1; at <= end; at += 1) {
    const found = itemAt(doc, at);
    if (found !== null) return found;
  }
  return null;
}

/** The number of an item and of those behind it in their list: after the item above, or from 1 on. */
function numbersInside(doc: Text, { line, item }: FoundItem): readonly Replacement[] {
  if (item.number === null) return [];
  const before = siblingAbove(doc, line, item);
  if (before === null) return [...numberedAs(line, item, 1), ...numbersBehind(doc, line, { ...item, number: 1 }, 2)];
  const number = before.item.number ?? 0;
  const isAlike = siblingAbove(doc, before.line, before.item)?.item.number === number;
  return isAlike ? numberedAs(line, item, number) : numbersBehind(doc, before.line, before.item, number + 1);
}
