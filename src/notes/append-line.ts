import { lineEndOf } from './front-matter.ts';
import { markdownLines } from './markdown-lines.ts';

/**
 * The Markdown with a line of its own at the end: a paragraph by itself, outside of a code block that the text leaves open.
 * `joins`: whether the last line may stand right above it.
 */
export function appendLine(markdown: string, line: string, joins: (lastLine: string) => boolean): string {
  const lineEnd = lineEndOf(markdown);
  const { lastLine, openFence } = endOf(markdown);
  const ended = markdown === '' || markdown.endsWith('\n') ? markdown : markdown + lineEnd;
  if (openFence !== null) return `${ended}${openFence}${lineEnd}${lineEnd}${line}${lineEnd}`;
  const gap = lastLine.trim() === '' || joins(lastLine) ? '' : lineEnd;
  return ended + gap + line + lineEnd;
}

function endOf(markdown: string): { readonly lastLine: string; readonly openFence: string | null } {
  const lines = markdownLines(markdown);
  let lastLine = '';
  for (let step = lines.next(); ; step = lines.next()) {
    if (step.done === true) return { lastLine, openFence: step.value };
    lastLine = markdown.slice(step.value.start, step.value.end);
  }
}
