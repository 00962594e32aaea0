import { inlineSpans } from './markdown-inline.ts';
import { markdownLines } from './markdown-lines.ts';
import { bodyOf } from './note-document.ts';
import { linkKey } from './note-links.ts';

/** What a summary has room for. */
const most = 50;
const noteLink = /\[\[([^[\]]{1,200})\]\]/g;

/** The keys (`linkKey`) of the titles that the text links to by `[[Title]]`, each once, the first 50; none of those in code. */
export function linkedTitles(text: string): readonly string[] {
  if (!text.includes('[[')) return [];
  const body = bodyOf(text);
  const keys = new Set<string>();
  for (const { start, end, kind } of markdownLines(body)) {
    if (kind !== 'text' && kind !== 'heading') continue;
    const line = body.slice(start, end);
    if (!line.includes('[[')) continue;
    for (const [, title = ''] of withoutCode(line).matchAll(noteLink)) {
      const key = linkKey(title);
      if (key !== '') keys.add(key);
      if (keys.size === most) return [...keys];
    }
  }
  return [...keys];
}

function withoutCode(line: string): string {
  if (!line.includes('`')) return line;
  let words = '';
  let at = 0;
  for (const span of inlineSpans(line)) {
    if (span.kind !== 'code' || span.start < at) continue;
    words += `${line.slice(at, span.start)}]`;
    at = span.end;
  }
  return words + line.slice(at);
}
