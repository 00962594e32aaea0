import { attachmentsIn } from './attachment-references.ts';
import type { NoteSummary } from './note-summary.ts';
import { foldForSearch } from './search-fold.ts';
import type { NoteFeature, SearchPart, SearchQuery } from './search-query.ts';
import { taskRule } from './task-line.ts';

/** What search looks at of a note's text; worth keeping, since it takes time to make. */
export interface SearchableText {
  readonly folded: string;
  readonly features: ReadonlySet<NoteFeature>;
}

/** The same of what a list knows of a note. */
export interface SearchableSummary {
  readonly note: NoteSummary;
  readonly title: string;
  readonly tags: readonly string[];
}

const noFeatures: ReadonlySet<NoteFeature> = new Set();

export const searchableSummary = (note: NoteSummary): SearchableSummary => ({
  note,
  title: foldForSearch(note.title),
  tags: note.tags.map(foldForSearch),
});

/** The beginning of the text, as far as a list knows it, without features. */
export const searchableBeginning = (note: NoteSummary): SearchableText => ({
  folded: foldForSearch(note.snippet),
  features: noFeatures,
});

const task = new RegExp(taskRule, 'm');
const link = /https?:\/\/\S|\[\[[^[\]\n]{1,200}\]\]/;

/** `body`: the note without its front matter. */
export function searchableText(body: string): SearchableText {
  const attachments = attachmentsIn(body);
  const features = new Set<NoteFeature>();
  if (attachments.length > 0) features.add('attachment');
  if (attachments.some(({ inline }) => inline)) features.add('image');
  if (task.test(body)) features.add('task');
  if (link.test(body)) features.add('link');
  // Very many texts are kept, and most have none.
  return { folded: foldForSearch(body), features: features.size === 0 ? noFeatures : features };
}

/**
 * How well a note answers the query, the more the better; null: not at all. Words in the title count for more than tags, and those for
 * more than the text; a whole word for more than a part of one.
 */
export function scoreOf(
  { note, title, tags }: SearchableSummary,
  text: SearchableText,
  { parts }: SearchQuery,
): number | null {
  // Archived ones come after all others.
  let score = note.archived ? -archivedLast : 0;
  for (const part of parts) {
    const found =
      part.kind === 'text' ? scoreOfText(part.text, title, tags, text.folded) : Number(holds(note, tags, text, part));
    if (found > 0 === part.not) return null;
    if (!part.not) score += found;
  }
  return score;
}

function scoreOfText(wanted: string, title: string, tags: readonly string[], text: string): number {
  const inTitle = placeOf(wanted, title);
  if (inTitle !== null) return inTitle === 'word' ? 16 : 10;
  const bare = wanted.replace(/^#/, '');
  if (bare !== '' && tags.some((tag) => tag === bare)) return 8;
  if (bare !== '' && tags.some((tag) => tag.includes(bare))) return 5;
  const inText = placeOf(wanted, text);
  return inText === null ? 0 : inText === 'word' ? 3 : 1;
}

/** More than any query scores. */
const archivedLast = 100_000;
const letter = /[\p{L}\p{N}]/u;

/** Asked for each place in very many texts, so the regular expression is left to what is beyond ASCII. */
function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code > 0x60 && code < 0x7b) || (code > 0x2f && code < 0x3a) || (code > 0x40 && code < 0x5b);
  return code >= 0x80 && letter.test(text.charAt(at));
}

/** How many places are looked at for one that is a word of its own. */
const mostPlaces = 12;

/** Whether it stands there as a word of its own, or inside of other ones alone. */
function placeOf(wanted: string, text: string): 'word' | 'part' | null {
  let at = text.indexOf(wanted);
  if (at < 0) return null;
  for (let looked = 0; at >= 0 && looked < mostPlaces; looked += 1) {
    if (!isLetterAt(text, at - 1) && !isLetterAt(text, at + wanted.length)) return 'word';
    at = text.indexOf(wanted, at + 1);
  }
  return 'part';
}

function holds(
  note: NoteSummary,
  tags: readonly string[],
  { features }: SearchableText,
  part: Exclude<SearchPart, { kind: 'text' }>,
): boolean {
  switch (part.kind) {
    case 'tag':
      return tags.some((tag) => tag === part.tag || tag.startsWith(`${part.tag}/`));
    case 'has':
      return features.has(part.feature) || (part.feature === 'attachment' && note.attachments > 0);
    case 'before':
      return note.changedAt < part.at;
    case 'after':
      return note.changedAt >= part.at;
    case 'is':
      if (part.state === 'pinned') return note.pinned;
      if (part.state === 'archived') return note.archived;
      return part.state === 'trashed' ? note.trashedAt !== null : note.state !== 'saved';
  }
}
