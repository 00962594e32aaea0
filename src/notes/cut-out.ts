/** A part of a text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The text without these ranges (in their order, none across lines). A line of which nothing is left goes as a whole, and where it was
 * the last, so does the blank line that set it apart.
 */
export function cutOut(text: string, ranges: readonly Range[]): string {
  let kept = '';
  let at = 0;
  for (const line of groupByLine(text, ranges)) {
    const rest = withoutRanges(text, line, line.ranges);
    kept += text.slice(at, line.start) + (rest.trim() === '' ? '' : rest);
    at = line.end;
  }
  return ranges.length > 0 && at === text.length ? withoutLastBlankLine(kept) : kept + text.slice(at);
}

interface CutLine extends Range {
  readonly ranges: Range[];
}

/** The lines, line ends included, that any range is in. */
function groupByLine(text: string, ranges: readonly Range[]): readonly CutLine[] {
  const lines: CutLine[] = [];
  for (const range of ranges) {
    const last = lines.at(-1);
    if (last !== undefined && range.start < last.end) {
      last.ranges.push(range);
      continue;
    }
    const start = text.lastIndexOf('\n', range.start - 1) + 1;
    const lineFeed = text.indexOf('\n', range.start);
    lines.push({ start, end: lineFeed === -1 ? text.length : lineFeed + 1, ranges: [range] });
  }
  return lines;
}

function withoutRanges(text: string, line: Range, ranges: readonly Range[]): string {
  let rest = '';
  let at = line.start;
  for (const range of ranges) {
    rest += text.slice(at, range.start);
    at = range.end;
  }
  return rest + text.slice(at, line.end);
}

function withoutLastBlankLine(text: string): string {
  for (const lineEnd of ['\r\n', '\n']) if (text.endsWith(lineEnd + lineEnd)) return text.slice(0, -lineEnd.length);
  return text;
}
