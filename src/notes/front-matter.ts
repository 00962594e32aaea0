/** A note's text in two parts. */
export interface NoteDocument {
  readonly frontMatter: FrontMatter | null;
  readonly body: string;
}

/** All strings here are raw: with their line ends, so that what nobody changes stays as it is, byte for byte. */
export interface FrontMatter {
  /** The first line, with a byte order mark where the text has one. */
  readonly open: string;
  readonly entries: readonly FrontMatterEntry[];
  /** The last line; it has no line end where the text ends with it. */
  readonly close: string;
}

export interface FrontMatterEntry {
  /** null: a blank line or a comment. */
  readonly key: string | null;
  /** What stands behind the colon, in its first line. */
  readonly value: string;
  /** The line, and the indented lines and list items that belong to it. */
  readonly raw: string;
}

/** Letters: nobody writes more, and a text that begins like front matter and never ends it is not looked through. */
const longest = 50_000;

const fence = /^---[ \t]*$/;
const keyLine = /^([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*):(?:[ \t](.*))?$/su;
const blankOrComment = /^[ \t]*(?:#|$)/;
const continuation = /^(?:[ \t]|-(?:[ \t]|$))/;

/**
 * Tells front matter and body apart. Front matter is a first line `---`, then nothing or lines of YAML with at least one `key:` at the
 * margin, then a line `---`, all within the first 50,000 letters. A text that begins like it and goes on otherwise is all body.
 */
export function splitDocument(text: string): NoteDocument {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const none = { frontMatter: null, body: text };
  if (!text.startsWith('---', start)) return none;
  const opening = lineAt(text, start);
  if (!fence.test(opening.content)) return none;
  const entries = new EntryCollector();
  for (let at = opening.next; at < Math.min(text.length, longest); ) {
    const line = lineAt(text, at);
    if (fence.test(line.content)) {
      const collected = entries.collected();
      if (collected === null) return none;
      const frontMatter = { open: text.slice(0, opening.next), entries: collected, close: text.slice(at, line.next) };
      return { frontMatter, body: text.slice(line.next) };
    }
    if (!entries.add(line.content, text.slice(at, line.next))) return none;
    at = line.next;
  }
  return none;
}

/** The text that `splitDocument` takes apart into just these parts: a body that could be taken for front matter gets an empty one. */
export function joinDocument({ frontMatter, body }: NoteDocument): string {
  if (frontMatter === null) {
    if (splitDocument(body).frontMatter === null) return body;
    return joinDocument({ frontMatter: emptyFrontMatter(lineEndOf(body)), body });
  }
  const { open, entries, close } = frontMatter;
  const ended = body === '' || close.endsWith('\n') ? close : close + lineEndOf(open);
  return open + entries.map((entry) => entry.raw).join('') + ended + body;
}

export function emptyFrontMatter(lineEnd: string): FrontMatter {
  return { open: `---${lineEnd}`, entries: [], close: `---${lineEnd}` };
}

/** The line end that a text uses, told by its first line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}

function lineAt(text: string, start: number): { readonly content: string; readonly next: number } {
  const end = text.indexOf('\n', start);
  if (end === -1) return { content: text.slice(start), next: text.length };
  const contentEnd = end > start && text[end - 1] === '\r' ? end - 1 : end;
  return { content: text.slice(start, contentEnd), next: end + 1 };
}

class EntryCollector {
  readonly #entries: FrontMatterEntry[] = [];
  #open: { key: string; value: string; raw: string } | null = null;
  #loose: FrontMatterEntry[] = [];
  #anyLine = false;

  /** False: no line of front matter. */
  add(content: string, raw: string): boolean {
    this.#anyLine = true;
    const [, key, value = ''] = keyLine.exec(content) ?? [];
    if (key !== undefined) {
      this.#closeEntry();
      this.#open = { key, value, raw };
    } else if (blankOrComment.test(content)) {
      this.#loose.push({ key: null, value: '', raw });
    } else if (this.#open !== null && continuation.test(content)) {
      this.#open.raw += this.#loose.map((line) => line.raw).join('') + raw;
      this.#loose = [];
    } else {
      return false;
    }
    return true;
  }

  /** null: lines, but no key among them. */
  collected(): readonly FrontMatterEntry[] | null {
    this.#closeEntry();
    return this.#anyLine && !this.#entries.some((entry) => entry.key !== null) ? null : this.#entries;
  }

  #closeEntry(): void {
    if (this.#open !== null) this.#entries.push(this.#open);
    for (const line of this.#loose) this.#entries.push(line);
    this.#open = null;
    this.#loose = [];
  }
}
