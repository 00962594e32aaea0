import { itemMarks, taskBox } from '#src/notes/task-line.ts';

/** What an item of a list begins with. */
export interface ListItem {
  /** The marks of the quotations around it. */
  readonly quote: string;
  /** The blanks before its mark. */
  readonly indent: string;
  readonly bullet: string | null;
  /** null: the item has a bullet. */
  readonly number: number | null;
  /** What ends its number. */
  readonly dot: string;
  readonly space: string;
  readonly isTask: boolean;
  /** How long all that is, in UTF-16 units. */
  readonly length: number;
}

const marks = new RegExp(`^${itemMarks}(${taskBox}[ \\t]*)?`);
const quoteMarks = /^(?:[ \t]*>)*/;

/** null: the line is no item. */
export const itemIn = (line: string): ListItem | null => {
  const found = marks.exec(line);
  if (found === null) return null;
  const [all, before = '', bullet, number, dot = '', space = ' ', task] = found;
  const quote = quoteIn(before);
  return {
    quote,
    indent: before.slice(quote.length),
    bullet: bullet ?? null,
    number: number === undefined ? null : Number(number),
    dot,
    space,
    isTask: task !== undefined,
    length: all.length,
  };
};

/** The marks of quotations that a line begins with. */
export const quoteIn = (line: string): string => quoteMarks.exec(line)?.[0] ?? '';

/** What the item after this one begins with. `number`: its number, where they have numbers. */
export const marksOfNext = (item: ListItem, number: number): string =>
  `${item.quote}${item.indent}${item.bullet ?? `${number}${item.dot}`}${item.space}${item.isTask ? '[ ] ' : ''}`;

/** How many columns blanks take up. */
export const columns = (blanks: string): number => blanks.replaceAll('\t', '    ').length;

/** The columns that what belongs to an item is moved in by, at least. */
export const contentColumn = ({ indent, bullet, number, dot }: ListItem): number =>
  columns(indent) + (bullet ?? `${number}${dot}`).length + 1;
