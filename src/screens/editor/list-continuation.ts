import { itemMarks, taskBox } from '#src/notes/task-line.ts';

/** What Enter does in a line of a list or a quotation. */
export type Continuation =
  /** The next line begins with this. */
  | { readonly kind: 'go on'; readonly prefix: string }
  /** The item is empty: its marks, of that length, go. */
  | { readonly kind: 'leave'; readonly length: number };

const marks = new RegExp(`^${itemMarks}(${taskBox}[ \\t]*)?`);
const quote = /^(?:[ \t]*>)+[ \t]?/;

/** `at`: the caret's place in the line. null: Enter does what it does anywhere. */
export const continuationOf = (line: string, at: number): Continuation | null => {
  const item = marks.exec(line);
  if (item !== null) {
    const [all, before = '', bullet, number, dot = '.', space = ' ', task] = item;
    if (at < all.length) return null;
    if (line.slice(all.length).trim() === '') return { kind: 'leave', length: line.length };
    const mark = bullet ?? `${Number(number) + 1}${dot}`;
    return { kind: 'go on', prefix: `${before}${mark}${space}${task === undefined ? '' : '[ ] '}` };
  }
  const quoted = quote.exec(line)?.[0];
  if (quoted === undefined || at < quoted.length) return null;
  return line.slice(quoted.length).trim() === ''
    ? { kind: 'leave', length: line.length }
    : { kind: 'go on', prefix: quoted.endsWith(' ') ? quoted : `${quoted} ` };
};

/** Whether the line is an item of a list, which can be moved in and out. */
export const isListItem = (line: string): boolean => marks.test(line);
