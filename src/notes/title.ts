import { isConflictMark } from './conflict-block.ts';
import { cutText } from './cut-text.ts';
import { type MarkdownLine, markdownLines } from './markdown-lines.ts';
import { bodyOf } from './note-document.ts';
import { plainText } from './plain-text.ts';
import { untitled } from './untitled.ts';

const longest = 200;
/** Lines without a word that are looked through before a note counts as untitled. */
const mostEmptyLines = 1_000;

/** The first line of the body with words in it, without Markdown marks, at most 200 characters; "Untitled" where there is none. */
export function titleOf(text: string): string {
  return titleAndSnippet(text).title;
}

/** The beginning of what follows the title, on one line, without Markdown marks; at most 200 characters. */
export function snippetOf(text: string): string {
  return titleAndSnippet(text).snippet;
}

export function titleAndSnippet(text: string): { readonly title: string; readonly snippet: string } {
  const body = bodyOf(text);
  let title = '';
  let snippet = '';
  let emptyLines = 0;
  for (const line of markdownLines(body)) {
    const words = wordsOf(body, line);
    if (words === '') emptyLines += line.kind === 'blank' ? 0 : 1;
    else if (title === '') title = cutText(words, longest);
    else snippet += snippet === '' ? words : ` ${words}`;
    if (snippet.length > longest || emptyLines > mostEmptyLines) break;
  }
  return { title: title === '' ? untitled : title, snippet: cutText(snippet, longest).trimEnd() };
}

function wordsOf(body: string, line: MarkdownLine): string {
  if (line.kind === 'blank' || line.kind === 'marks') return '';
  const content = body.slice(line.start, line.end);
  if (line.kind === 'code')
    return content
      .slice(0, 2 * longest)
      .replace(/\s+/g, ' ')
      .trim();
  return isConflictMark(content) ? '' : plainText(content);
}
