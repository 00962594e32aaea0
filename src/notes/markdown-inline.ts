/** Where something that is not plain words stands in a line; offsets are the line's. */
export type InlineSpan =
  | { readonly kind: 'code'; readonly start: number; readonly end: number; readonly label: string }
  | {
      readonly kind: 'link';
      readonly start: number;
      readonly end: number;
      /** The text between the brackets, as it is written. */
      readonly label: string;
      readonly target: string;
      readonly targetStart: number;
      /** Written with a `!`. */
      readonly image: boolean;
    }
  /** A bare web address, `<…>` around one, or an HTML tag. */
  | { readonly kind: 'address'; readonly start: number; readonly end: number; readonly label: string };

/** Deeper brackets in a link's target are taken for text; it also keeps the scan linear, whatever the line holds. */
const deepestParentheses = 3;
const longestLinkTitle = 300;

const linkTitleEnd = new RegExp(
  `[ \\t]+(?:"[^"]{0,${longestLinkTitle}}"|'[^']{0,${longestLinkTitle}}')?[ \\t]{0,20}\\)`,
  'y',
);
const mark = /[\\`[\]<:]/g;
/** The same where no bracket can be a link's: a line may hold a million of them. */
const markBesidesLinks = /[\\`<:]/g;
const bareAddress = /[^\s<>\])]*/y;
const angled = /<[a-z/!][^<>]*>/iy;
/** An address in angle brackets, which stand for nothing; others are HTML, or mean what they say. */
const autolink = /^<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>$/i;

/**
 * Finds code, links and addresses in one line (CommonMark 0.31, sections 6.1, 6.3 to 6.6, but never across lines), in the order of their
 * ends. A span may lie inside a link's label. Takes time linear in the line's length.
 */
export function inlineSpans(line: string): readonly InlineSpan[] {
  const spans: InlineSpan[] = [];
  const brackets: number[] = [];
  const codeEnds = closingBackticks(line);
  const marks = line.includes('](') ? mark : markBesidesLinks;
  for (let at = nextMark(line, 0, marks); at < line.length; at = nextMark(line, at, marks)) {
    const character = line[at];
    let span: InlineSpan | null = null;
    if (character === '\\') {
      at += 2;
      continue;
    }
    if (character === '`') {
      const run = runLength(line, at);
      const close = codeEnds(at, run);
      if (close === undefined) {
        at += run;
        continue;
      }
      span = { kind: 'code', start: at, end: close + run, label: line.slice(at + run, close) };
    } else if (character === '[') {
      brackets.push(at);
    } else if (character === ']') {
      const open = brackets.pop();
      if (open !== undefined && line[at + 1] === '(') span = linkAt(line, open, at);
    } else if (character === '<') {
      angled.lastIndex = at;
      const label = angled.exec(line)?.[0];
      if (label !== undefined) {
        const shown = autolink.test(label) ? label.slice(1, -1) : label;
        span = { kind: 'address', start: at, end: at + label.length, label: shown };
      }
    } else if (character === ':' && line.startsWith('://', at)) {
      span = addressAt(line, at);
    }
    if (span !== null) spans.push(span);
    at = span?.end ?? at + 1;
  }
  return spans;
}

/** The next character that may begin or end a span; the line's end where there is none. */
function nextMark(line: string, from: number, marks: RegExp): number {
  marks.lastIndex = from;
  return marks.test(line) ? marks.lastIndex - 1 : line.length;
}

/** The spans that lie in no other one, in their order. */
export function outermost(spans: readonly InlineSpan[]): readonly InlineSpan[] {
  const outer: InlineSpan[] = [];
  let from = Number.POSITIVE_INFINITY;
  for (const span of spans.toReversed()) {
    if (span.start >= from) continue;
    outer.push(span);
    from = span.start;
  }
  return outer.reverse();
}

function linkAt(line: string, open: number, close: number): InlineSpan | null {
  const start = close + 2;
  let depth = 1;
  let end = start;
  for (; end < line.length; end += 1) {
    const character = line[end];
    if (character === ' ' || character === '\t') break;
    if (character === '\\') end += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0 || depth > deepestParentheses) break;
  }
  let linkEnd = end + 1;
  if (depth !== 0) {
    linkTitleEnd.lastIndex = end;
    if (depth !== 1 || !linkTitleEnd.test(line)) return null;
    linkEnd = linkTitleEnd.lastIndex;
  }
  const image = line[open - 1] === '!' && line[open - 2] !== '\\';
  return {
    kind: 'link',
    start: image ? open - 1 : open,
    end: linkEnd,
    label: line.slice(open + 1, close),
    target: line.slice(start, end),
    targetStart: start,
    image,
  };
}

/** An address around the `://` at `colon`. */
function addressAt(line: string, colon: number): InlineSpan | null {
  const scheme = /[a-z][a-z0-9+.-]{0,30}$/i.exec(line.slice(Math.max(0, colon - 31), colon))?.[0];
  if (scheme === undefined) return null;
  bareAddress.lastIndex = colon;
  const rest = bareAddress.exec(line)?.[0] ?? '';
  const start = colon - scheme.length;
  const end = colon + rest.length;
  return { kind: 'address', start, end, label: line.slice(start, end) };
}

function runLength(line: string, start: number): number {
  let end = start;
  while (line[end] === '`') end += 1;
  return end - start;
}

/** Finds, for a run of backticks, the next run of the same length; each position is asked for at most once, from left to right. */
function closingBackticks(line: string): (at: number, length: number) => number | undefined {
  let runs: ReadonlyMap<number, readonly number[]> | null = null;
  const passed = new Map<number, number>();
  return (at, length) => {
    runs ??= backtickRuns(line);
    const known = runs.get(length) ?? [];
    let index = passed.get(length) ?? 0;
    while (index < known.length && (known[index] ?? 0) <= at) index += 1;
    passed.set(length, index);
    return known[index];
  };
}

/** Where runs of backticks begin, by their length. */
function backtickRuns(line: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (let at = line.indexOf('`'); at !== -1; ) {
    const length = runLength(line, at);
    const known = runs.get(length);
    if (known === undefined) runs.set(length, [at]);
    else known.push(at);
    at = line.indexOf('`', at + length);
  }
  return runs;
}
