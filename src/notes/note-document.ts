import {
  emptyFrontMatter,
  type FrontMatterEntry,
  joinDocument,
  lineEndOf,
  type NoteDocument,
  splitDocument,
} from './front-matter.ts';
import { readFlag, readList, readTime, writeList, writeTime } from './front-matter-values.ts';

/** The text that a person edits: all but the front matter. `bodyOf(withBody(text, body))` is `body`. */
export function bodyOf(text: string): string {
  return splitDocument(text).body;
}

export function withBody(text: string, body: string): string {
  const document = splitDocument(text);
  if (document.body === body) return text;
  const frontMatter = document.frontMatter?.entries.length === 0 ? null : document.frontMatter;
  return joinDocument({ frontMatter, body });
}

export function isPinned(text: string): boolean {
  return readFlag(entryOf(text, 'pinned'));
}

export function isArchived(text: string): boolean {
  return readFlag(entryOf(text, 'archived'));
}

/** When the note was moved to the trash; ms. null: it is not there. */
export function trashedAt(text: string): number | null {
  return readTime(entryOf(text, 'trashed'));
}

/** The tags of the front matter alone; `tagsOf` knows those in the text as well. */
export function frontMatterTags(text: string): readonly string[] {
  return readList(entryOf(text, 'tags'));
}

export function withPinned(text: string, pinned: boolean): string {
  if (isPinned(text) === pinned) return text;
  return pinned ? withEntry(text, 'pinned', 'true') : withoutEntry(text, 'pinned', 'false');
}

export function withArchived(text: string, archived: boolean): string {
  if (isArchived(text) === archived) return text;
  return archived ? withEntry(text, 'archived', 'true') : withoutEntry(text, 'archived', 'false');
}

/** `atMs`: now. A note that is in the trash already keeps its time. */
export function moveToTrash(text: string, atMs: number): string {
  return trashedAt(text) === null ? withEntry(text, 'trashed', writeTime(atMs)) : text;
}

export function restoreFromTrash(text: string): string {
  return trashedAt(text) === null ? text : withoutEntry(text, 'trashed', 'null');
}

/** Sets the tags of the front matter; those in the text stay. */
export function withTags(text: string, tags: readonly string[]): string {
  const wanted = writeList(tags);
  if (wanted === writeList(frontMatterTags(text))) return text;
  return wanted === '[]' ? withoutEntry(text, 'tags', wanted) : withEntry(text, 'tags', wanted);
}

/** Whether both say the same to a person: they differ at most in where the note is kept (pinned, archived, in the trash). */
export function readsTheSame(one: string, other: string): boolean {
  return withoutPlace(one) === withoutPlace(other);
}

const placeKeys: readonly (string | null)[] = ['pinned', 'archived', 'trashed'];

function withoutPlace(text: string): string {
  const { frontMatter, body } = splitDocument(text);
  const others = frontMatter?.entries.filter(({ key }) => !placeKeys.includes(key)) ?? [];
  return JSON.stringify([others.map(({ raw }) => raw), body]);
}

function entryOf(text: string, key: string): FrontMatterEntry | undefined {
  return splitDocument(text).frontMatter?.entries.find((entry) => entry.key === key);
}

function withEntry(text: string, key: string, value: string): string {
  const document = splitDocument(text);
  const frontMatter = document.frontMatter ?? emptyFrontMatter(lineEndOf(document.body));
  const entry = { key, value, raw: `${key}: ${value}${lineEndOf(frontMatter.open)}` };
  const place = frontMatter.entries.findIndex((other) => other.key === key);
  const others = frontMatter.entries.filter((other) => other.key !== key);
  const entries = place === -1 ? [...others, entry] : others.toSpliced(place, 0, entry);
  return joinDocument({ frontMatter: { ...frontMatter, entries }, body: document.body });
}

/** `nothing`: the value that says the same as no entry, for a front matter that has only comments besides and would not be one without a key. */
function withoutEntry(text: string, key: string, nothing: string): string {
  const document: NoteDocument = splitDocument(text);
  if (document.frontMatter === null) return text;
  const left = document.frontMatter.entries.filter((entry) => entry.key !== key);
  if (left.some((entry) => entry.key !== null)) {
    return joinDocument({ frontMatter: { ...document.frontMatter, entries: left }, body: document.body });
  }
  if (left.some((entry) => entry.raw.trim() !== '')) return withEntry(text, key, nothing);
  return joinDocument({ frontMatter: null, body: document.body });
}
