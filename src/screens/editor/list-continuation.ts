import { itemIn, marksOfNext } from './list-item.ts';

/** What Enter does in a line of a list or a quotation. */
export type Continuation =
  /** The next line begins with this. */
  | { readonly kind: 'go on'; readonly prefix: string }
  /** The item is empty: its marks, of that length, go. */
  | { readonly kind: 'leave'; readonly length: number };

const quote = /^(?:[ \t]*>)+[ \t]?/;

/** `at`: the caret's place in the line. null: Enter does what it does anywhere. */
export const continuationOf = (line: string, at: number): Continuation | null => {
  const item = itemIn(line);
  if (item !== null) {
    if (at < item.length) return null;
    if (line.slice(item.length).trim() === '') return { kind: 'leave', length: line.length };
    return { kind: 'go on', prefix: marksOfNext(item, (item.number ?? 0) + 1) };
  }
  const quoted = quote.exec(line)?.[0];
  if (quoted === undefined || at < quoted.length) return null;
  return line.slice(quoted.length).trim() === ''
    ? { kind: 'leave', length: line.length }
    : { kind: 'go on', prefix: quoted.endsWith(' ') ? quoted : `${quoted} ` };
};
