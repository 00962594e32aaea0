/**
 * What two devices wrote at one place and nobody could merge stands in the note as one block of lines:
 *
 *     ###### Edited in two places. First version ↓
 *     (the lines of the device that merged)
 *     ###### Edited in two places. Second version ↓
 *     (the lines of the other one)
 *     ###### Edited in two places. End of both versions ↑
 *
 * The marks are headings, so that any Markdown reader shows them and none runs them into the text. Blocks are never nested: a line inside
 * one that reads like a mark has a `\` before it. Marks that make no whole block are text.
 */
const marks = {
  first: '###### Edited in two places. First version ↓',
  second: '###### Edited in two places. Second version ↓',
  end: '###### Edited in two places. End of both versions ↑',
} as const;

const escapable =
  /^\\*###### Edited in two places\. (?:First version ↓|Second version ↓|End of both versions ↑)[ \t\r]*$/;

/** One such block. `start` and `end` (exclusive) are offsets in the text. */
export interface ConflictBlock {
  readonly mine: string;
  readonly theirs: string;
  readonly start: number;
  readonly end: number;
}

/** A line as it stands, or a block: the lines of both versions, and its own lines, marks included, as they stand. */
export type ConflictPart =
  | string
  | { readonly mine: readonly string[]; readonly theirs: readonly string[]; readonly raw: string };

export function conflictBlocks(text: string): readonly ConflictBlock[] {
  if (!text.includes(marks.first)) return [];
  const blocks: ConflictBlock[] = [];
  let at = 0;
  for (const part of conflictParts(text.split('\n'))) {
    const start = at;
    at += (typeof part === 'string' ? part : part.raw).length + 1;
    if (typeof part === 'string') continue;
    blocks.push({ mine: part.mine.join('\n'), theirs: part.theirs.join('\n'), start, end: at - 1 });
  }
  return blocks;
}

export type ConflictChoice = 'mine' | 'theirs' | 'both';

/**
 * The text with every block replaced by what was chosen, or the one alone that stands `at` this place among them. Both: the first
 * version, then the second.
 */
export function resolveConflicts(text: string, choice: ConflictChoice, at?: number): string {
  if (!text.includes(marks.first)) return text;
  let block = 0;
  return conflictParts(text.split('\n'))
    .flatMap((part) => {
      if (typeof part === 'string') return part;
      const isMeant = at === undefined || at === block;
      block += 1;
      if (!isMeant) return part.raw;
      return choice === 'both' ? bothSides(part) : part[choice];
    })
    .join('\n');
}

/** Whether the line, without its line end, is one of the block's marks. */
export function isConflictMark(line: string): boolean {
  return markOf(line) !== null;
}

/** Tells blocks and other lines apart. Lines may end with `\r`. */
export function conflictParts(lines: readonly string[]): readonly ConflictPart[] {
  const parts: ConflictPart[] = [];
  let first: number | null = null;
  let second: number | null = null;
  let taken = 0;
  const addLines = (until: number): void => {
    for (; taken < until; taken += 1) parts.push(lines[taken] ?? '');
  };
  for (const [index, line] of lines.entries()) {
    const mark = markOf(line);
    if (mark === 'first') {
      first = index;
      second = null;
    } else if (mark === 'second' && first !== null && second === null) {
      second = index;
    } else if (mark === 'end' && first !== null && second !== null) {
      addLines(first);
      parts.push({
        mine: lines.slice(first + 1, second).map(unescaped),
        theirs: lines.slice(second + 1, index).map(unescaped),
        raw: lines.slice(first, index + 1).join('\n'),
      });
      taken = index + 1;
      first = null;
      second = null;
    } else if (mark !== null) {
      first = null;
      second = null;
    }
  }
  addLines(lines.length);
  return parts;
}

/** The lines of a block, for lines that belong to no block themselves. `lineEnd`: what each mark ends with before its line feed. */
export function blockLines(mine: readonly string[], theirs: readonly string[], lineEnd: '' | '\r'): readonly string[] {
  return [
    marks.first + lineEnd,
    ...mine.map(escaped),
    marks.second + lineEnd,
    ...theirs.map(escaped),
    marks.end + lineEnd,
  ];
}

/** Both versions one after the other; once where they are the same. */
export function bothSides(block: Exclude<ConflictPart, string>): readonly string[] {
  return block.mine.join('\n') === block.theirs.join('\n') ? block.mine : [...block.mine, ...block.theirs];
}

function markOf(line: string): keyof typeof marks | null {
  if (!line.startsWith('######')) return null;
  const mark = line.trimEnd();
  if (mark === marks.first) return 'first';
  if (mark === marks.second) return 'second';
  return mark === marks.end ? 'end' : null;
}

const escaped = (line: string): string => (escapable.test(line) ? `\\${line}` : line);

const unescaped = (line: string): string => (line.startsWith('\\') && escapable.test(line) ? line.slice(1) : line);
