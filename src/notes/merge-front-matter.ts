import {
  type FrontMatter,
  type FrontMatterEntry,
  lineEndOf,
  type NoteDocument,
  splitDocument,
} from './front-matter.ts';
import { readList, readTime, saysMore, writeList } from './front-matter-values.ts';
import { mergeWords } from './merge-words.ts';
import { tagKey, uniqueTags } from './tag-name.ts';

interface Versions<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

type Entry = FrontMatterEntry | undefined;

/**
 * Merges key by key, in the order of mine, with what only theirs has behind it. A key that one side changed and the other removed stays.
 * Where both changed a key that is not ours, mine stays and theirs stands below it as a comment. Keys of ours are merged by what they mean; where
 * a side wrote more there than a value, that stays too: in the line, or as a comment.
 */
export function mergeFrontMatter(documents: Versions<NoteDocument>): {
  readonly value: FrontMatter | null;
  readonly clash: boolean;
} {
  const outer = documents.mine.frontMatter ?? documents.theirs.frontMatter;
  if (outer === null) return { value: null, clash: false };
  const lineEnd = lineEndOf(outer.open);
  const entries: FrontMatterEntry[] = [];
  let clash = false;
  for (const versions of entriesByName(documents)) {
    const merged = mergeEntry(versions, documents, lineEnd);
    for (const entry of merged) entries.push(entry);
    clash ||= merged.length > 1;
  }
  if (entries.every((entry) => entry.raw.trim() === '')) return { value: null, clash };
  const isKeyless = entries.every((entry) => entry.key === null);
  // Comments alone are no front matter; a key that says nothing keeps them one.
  if (isKeyless) entries.push({ key: 'pinned', value: 'false', raw: `pinned: false${lineEnd}` });
  return { value: { ...outer, entries }, clash };
}

function entriesByName(documents: Versions<NoteDocument>): readonly Versions<Entry>[] {
  const [base, mine, theirs] = [documents.base, documents.mine, documents.theirs].map(namedEntries);
  const names = new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  return [...names].map((name) => ({ base: base?.get(name), mine: mine?.get(name), theirs: theirs?.get(name) }));
}

/** Entries by their key, other lines by what they say; the second of a name is another one. */
function namedEntries({ frontMatter }: NoteDocument): ReadonlyMap<string, FrontMatterEntry> {
  const seen = new Map<string, number>();
  return new Map(
    frontMatter?.entries.map((entry) => {
      const name = entry.key ?? `#${entry.raw.trim()}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [`${count}:${name}`, entry];
    }),
  );
}

function mergeEntry(
  versions: Versions<Entry>,
  documents: Versions<NoteDocument>,
  lineEnd: string,
): readonly FrontMatterEntry[] {
  const { base, mine, theirs } = versions;
  const key = mine?.key ?? theirs?.key ?? null;
  if (!ownKeys.has(key)) return mergeForeign(versions);
  const merged = key === 'trashed' ? mergeTrashed(versions, documents) : mergeOwn(versions, lineEnd);
  const wouldGo = [mine, theirs].filter(
    (entry) => entry !== undefined && saysMore(entry) && !isSame(entry, base) && !isSame(entry, merged),
  );
  if (wouldGo.length === 0) return present(merged);
  const words = mergeWords(base?.raw ?? '', mine?.raw ?? '', theirs?.raw ?? '');
  const inOneLine = words === null ? undefined : entryOf(key, words);
  if (inOneLine !== undefined) return [inOneLine];
  return [...present(merged), ...wouldGo.flatMap(present).map(asComment)];
}

const ownKeys: ReadonlySet<string | null> = new Set(['pinned', 'archived', 'tags', 'trashed']);

function mergeForeign({ base, mine, theirs }: Versions<Entry>): readonly FrontMatterEntry[] {
  if (isSame(mine, theirs) || isSame(theirs, base)) return present(mine);
  if (isSame(mine, base)) return present(theirs);
  if (mine === undefined || theirs === undefined) return present(mine ?? theirs);
  return [mine, asComment(theirs)];
}

function mergeOwn({ base, mine, theirs }: Versions<Entry>, lineEnd: string): Entry {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  if (saysMore(mine)) return saysMore(theirs) ? mine : theirs;
  return mine.key === 'tags' && !saysMore(theirs) ? mergeTags({ base, mine, theirs }, lineEnd) : mine;
}

/** In the trash when both say so, or when one does and the other left the text alone. */
function mergeTrashed({ base, mine, theirs }: Versions<Entry>, documents: Versions<NoteDocument>): Entry {
  const inTrash = { base: readTime(base) !== null, mine: readTime(mine) !== null, theirs: readTime(theirs) !== null };
  if (inTrash.mine === inTrash.theirs) return isSame(mine, base) ? theirs : mine;
  const [trashing, other] = inTrash.mine ? [mine, theirs] : [theirs, mine];
  const otherBody = (inTrash.mine ? documents.theirs : documents.mine).body;
  return inTrash.base || otherBody !== documents.base.body ? other : trashing;
}

/** What either side added is there, what either side removed is not. */
function mergeTags(
  { base, mine, theirs }: { readonly base: Entry; readonly mine: FrontMatterEntry; readonly theirs: FrontMatterEntry },
  lineEnd: string,
): FrontMatterEntry {
  const [before, ours, others] = [readList(base), readList(mine), readList(theirs)];
  const has = (tags: readonly string[], tag: string): boolean => tags.some((other) => tagKey(other) === tagKey(tag));
  const kept = ours.filter((tag) => has(others, tag) || !has(before, tag));
  const value = writeList(uniqueTags([...kept, ...others.filter((tag) => !has(before, tag))]));
  return { key: 'tags', value, raw: `tags: ${value}${lineEnd}` };
}

/** undefined: words that are no longer one entry of this key. */
function entryOf(key: string | null, raw: string): Entry {
  const entries = splitDocument(`---\n${raw}---\n`).frontMatter?.entries ?? [];
  return entries.length === 1 && entries[0]?.key === key ? entries[0] : undefined;
}

function asComment(entry: FrontMatterEntry): FrontMatterEntry {
  const lines = entry.raw.split('\n').map((line) => (line === '' ? '' : `# ${line}`));
  return { key: null, value: '', raw: lines.join('\n') };
}

function isSame(a: Entry, b: Entry): boolean {
  return a?.raw.trimEnd() === b?.raw.trimEnd();
}

const present = (entry: Entry): readonly FrontMatterEntry[] => (entry === undefined ? [] : [entry]);
