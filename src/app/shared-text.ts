import { wellFormed } from '#src/notes/well-formed.ts';

/**
 * The text of a new note from the query of `/notes/new?title=…&text=…&url=…`, as other apps and bookmarks open it; '' where there is none.
 * It is somebody else's: control characters are dropped, lines end in a line feed. As much is taken as the address carries (2 MB in Chromium).
 */
export function sharedText(search: string): string {
  const query = new URLSearchParams(search);
  const part = (name: string) => clean(query.get(name) ?? '');
  const [title, text, url] = [part('title').replaceAll(/\s+/g, ' '), part('text'), part('url')];
  const body = text.startsWith(title) ? [text] : [title, text];
  if (!text.includes(url)) body.push(url);
  return body.filter((piece) => piece !== '').join('\n\n');
}

const clean = (text: string): string =>
  wellFormed(text)
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has no place in a note
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
