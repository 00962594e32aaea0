import { addAttachment, attachmentsIn } from './attachment-references.ts';
import { lineEndOf } from './front-matter.ts';
import { inlineSpans } from './markdown-inline.ts';
import { markdownLines } from './markdown-lines.ts';
import { bodyOf } from './note-document.ts';

/**
 * The text with attachment links at an offset (UTF-16 units): within a line in the midst of its words, and otherwise as lines of their
 * own. null where no link can stand: in code, in the front matter, in another link.
 */
export function withLinksAt(text: string, offset: number, links: readonly string[]): string | null {
  const line = lineAt(text, offset);
  if (line === null) return null;
  // What is dropped upon an emoji comes before it.
  const at = isLowSurrogate(text.charCodeAt(Math.min(offset, line.end))) ? offset - 1 : Math.min(offset, line.end);
  const left = text.slice(line.start, at);
  const right = text.slice(at, line.end);
  if (inlineSpans(left + right).some(({ start, end }) => start < left.length && left.length < end)) return null;
  const alone = right.trim() === '' && !item.test(left) && !goesOn.test(left);
  const placed = alone ? asLines(text, at, links) : text.slice(0, at) + within(left, right, links) + text.slice(at);
  return attachmentsIn(placed).length === attachmentsIn(text).length + links.length ? placed : null;
}

/** A line of a list, a quote or a table ends where the next one begins. */
const item = /^[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\|)/;

/** Somebody is about to write on. */
const goesOn = /[\p{L}\p{N}:,;] $/u;

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } | null {
  const from = text.length - bodyOf(text).length;
  if (offset < from || offset > text.length) return null;
  const lines = markdownLines(text, from);
  for (let step = lines.next(); ; step = lines.next()) {
    // After the last line feed.
    if (step.done === true) return step.value === null ? { start: text.length, end: text.length } : null;
    const { start, end, kind } = step.value;
    const next = text.indexOf('\n', end);
    if (next !== -1 && offset > next) continue;
    if (next === -1 && offset > end) continue;
    // A list's mark alone is as good as a line under a heading.
    const isMarks = kind === 'marks' && !item.test(text.slice(start, end));
    return kind === 'code' || isMarks ? null : { start, end };
  }
}

function within(left: string, right: string, links: readonly string[]): string {
  const before = left === '' || /[\s([]$/.test(left) ? '' : ' ';
  const after = (right === '' && !goesOn.test(left)) || /^[\s.,;:!?)\]]/.test(right) ? '' : ' ';
  return before + links.join(' ') + after;
}

function asLines(text: string, at: number, links: readonly string[]): string {
  const before = text.slice(0, at);
  const rest = text.slice(at);
  const lines = links.reduce(addAttachment, before).slice(at).replace(/\r?\n/g, lineEndOf(text));
  // There is a blank line already, or nothing more.
  const follows = /^[ \t]*\r?\n[ \t]*(?:\r?\n|$)/.test(rest);
  return before + (follows ? lines.replace(/\r?\n$/, '') : lines) + rest;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
