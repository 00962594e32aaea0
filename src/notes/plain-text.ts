import { turning, unescapeLinkText } from './link-text.ts';
import { type InlineSpan, inlineSpans, outermost } from './markdown-inline.ts';

/** Far more than a title or a snippet shows, and little enough that a line of megabytes costs nothing. */
const longestRead = 2_000;

const blockMarks =
  /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*(?:\[[ xX]\](?=[ \t]))?[ \t]*(?:#{1,6}(?=[ \t]|$))?/;
const closingHashes = /[ \t]#+[ \t]*$/;
const emphasis = /\\[!-/:-@[-`{-~]|\*+|_+|~~/g;
const wordCharacter = /[\p{L}\p{N}]/u;

/** What a reader sees of a line of Markdown: its words without marks, on one line. Reads the first 2,000 characters. */
export function plainText(line: string): string {
  const read = line.slice(0, longestRead);
  const marks = blockMarks.exec(read)?.[0] ?? '';
  const content = read.slice(marks.length);
  const words = marks.trimEnd().endsWith('#') ? content.replace(closingHashes, '') : content;
  return withoutEmphasis(words)
    .replace(/[\s\ufeff]+/g, ' ')
    .trim();
}

type Piece = { readonly text: string } | { readonly mark: string; readonly opens: boolean; readonly closes: boolean };

function withoutEmphasis(line: string): string {
  const pieces = piecesOf(line);
  const dropped = new Set<number>();
  const open = new Map<string, number[]>();
  for (const [index, piece] of pieces.entries()) {
    if ('text' in piece) continue;
    const character = piece.mark.charAt(0);
    const waiting = open.get(character) ?? [];
    const opener = piece.closes ? waiting.pop() : undefined;
    if (opener !== undefined) dropped.add(opener).add(index);
    else if (piece.opens) open.set(character, [...waiting.slice(-longestNesting), index]);
  }
  return pieces.map((piece, index) => ('text' in piece ? piece.text : dropped.has(index) ? '' : piece.mark)).join('');
}

const longestNesting = 10;

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const span of outermost(inlineSpans(line))) {
    addWords(pieces, line, at, span.start);
    if (span.kind === 'link') pieces.push(...labelPieces(span));
    else pieces.push({ text: span.label });
    at = span.end;
  }
  addWords(pieces, line, at, line.length);
  return pieces;
}

function labelPieces(link: InlineSpan & { readonly kind: 'link' }): readonly Piece[] {
  if (link.target.startsWith('attachment:')) return [{ text: unescapeLinkText(link.label).replace(turning, '') }];
  return piecesOf(link.label);
}

function addWords(pieces: Piece[], line: string, from: number, to: number): void {
  let at = from;
  for (const match of line.slice(from, to).matchAll(emphasis)) {
    const [mark] = match;
    const start = from + match.index;
    pieces.push({ text: line.slice(at, start) });
    at = start + mark.length;
    if (mark.startsWith('\\')) pieces.push({ text: mark.slice(1) });
    else pieces.push(emphasisMark(mark, line[start - 1] ?? ' ', line[at] ?? ' '));
  }
  pieces.push({ text: line.slice(at, to) });
}

function emphasisMark(mark: string, before: string, after: string): Piece {
  const inWord = mark.startsWith('_') && wordCharacter.test(before) && wordCharacter.test(after);
  return { mark, opens: !inWord && after.trim() !== '', closes: !inWord && before.trim() !== '' };
}
