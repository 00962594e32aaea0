import { bodyOf } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { excerptAround } from '#src/notes/search-hits.ts';
import {
  type SearchableSummary,
  type SearchableText,
  scoreOf,
  searchableSummary,
  searchableText,
} from '#src/notes/search-note.ts';
import { markedTexts, parseQuery, type SearchProblem, type SearchQuery } from '#src/notes/search-query.ts';
import type { Notebook } from '#src/services.ts';
import { createBreather } from '#src/ui/breather.ts';

/** What has been found so far. */
export interface Found {
  /** The query that it answers, as it was typed. */
  readonly typed: string;
  /** The best first. */
  readonly notes: readonly NoteSummary[];
  /** Folded texts to mark where they stand. */
  readonly marked: readonly string[];
  /** The text around the first hit, for notes whose title and beginning do not show it. */
  readonly excerpts: ReadonlyMap<NoteId, string>;
  readonly problems: readonly SearchProblem[];
  readonly complete: boolean;
}

export interface SearchEngine {
  /** Reads what has not been read yet, before anything is asked. */
  warm(notes: readonly NoteSummary[], signal: AbortSignal): Promise<void>;
  /** Searches until all is looked through or the signal says stop; `onFound` is told as more is found. */
  run(
    typed: string,
    notes: readonly NoteSummary[],
    signal: AbortSignal,
    onFound: (found: Found) => void,
  ): Promise<void>;
}

/** Whole notes read from the device in one go; small enough that a new key never waits long. */
const slice = 100;
/** The same while nobody waits for it. */
const warmed = 20;
/** How many of the best get an excerpt. */
const excerpted = 30;
/** ms between two tellings of what was found. */
const pause = 120;

interface Kept {
  readonly changedAt: number;
  readonly text: SearchableText;
}

/** Searches this device's notes. Texts that were read once are kept, folded, for as long as the library is on screen. */
export const createSearchEngine = (notebook: Pick<Notebook, 'read'>, now: () => number): SearchEngine => {
  const texts = new Map<NoteId, Kept>();
  const summaries = new WeakMap<NoteSummary, SearchableSummary>();

  const summaryOf = (note: NoteSummary): SearchableSummary => {
    const known = summaries.get(note);
    if (known !== undefined) return known;
    const made = searchableSummary(note);
    summaries.set(note, made);
    return made;
  };

  const kept = (note: NoteSummary): SearchableText | undefined => {
    const known = texts.get(note.id);
    return known?.changedAt === note.changedAt ? known.text : undefined;
  };

  const read = async (note: NoteSummary): Promise<SearchableText> => {
    const record = await notebook.read(note.id);
    const text = searchableText(bodyOf(record?.text ?? ''));
    texts.set(note.id, { changedAt: note.changedAt, text });
    return text;
  };

  const excerptsOf = async (notes: readonly NoteSummary[], marked: readonly string[]) => {
    const excerpts = new Map<NoteId, string>();
    if (marked.length === 0) return excerpts;
    const unshown = notes
      .slice(0, excerpted)
      .filter(({ title, snippet }) => excerptAround(title, marked) === null && excerptAround(snippet, marked) === null);
    const records = await Promise.all(unshown.map(({ id }) => notebook.read(id)));
    for (const record of records) {
      const excerpt = excerptAround(bodyOf(record?.text ?? ''), marked);
      if (record !== undefined && excerpt !== null) excerpts.set(record.id, excerpt);
    }
    return excerpts;
  };

  return {
    async warm(notes, signal) {
      const breathe = createBreather(now);
      const unread = notes.filter((note) => kept(note) === undefined);
      for (let from = 0; from < unread.length; from += warmed) {
        await Promise.all(unread.slice(from, from + warmed).map(read));
        await breathe();
        if (signal.aborted) return;
      }
    },
    async run(typed, notes, signal, onFound) {
      const breathe = createBreather(now);
      const query = parseQuery(typed, now());
      const marked = markedTexts(query);
      const scores = new Map<NoteSummary, number>();
      const unread: NoteSummary[] = [];
      const judge = (note: NoteSummary, text: SearchableText) => {
        const score = scoreOf(summaryOf(note), text, query);
        if (score === null) scores.delete(note);
        else scores.set(note, score);
      };
      const tell = (excerpts: ReadonlyMap<NoteId, string>, complete: boolean) =>
        onFound({ typed, notes: ranked(scores), marked, excerpts, problems: query.problems, complete });
      const none = new Map<NoteId, string>();

      for (const [index, note] of notes.entries()) {
        const text = kept(note);
        if (text === undefined) unread.push(note);
        if (text !== undefined) judge(note, text);
        else if (canOnlyGrow(query)) judge(note, summaryOf(note).beginning);
        if (index % 64 !== 0) continue;
        await breathe();
        if (signal.aborted) return;
      }
      if (unread.length > 0) tell(none, false);
      let told = now();
      for (let from = 0; from < unread.length; from += slice) {
        const part = unread.slice(from, from + slice);
        const readNow = await Promise.all(part.map(read));
        if (signal.aborted) return;
        part.forEach((note, at) => {
          const text = readNow[at];
          if (text !== undefined) judge(note, text);
        });
        if (now() - told > pause) {
          tell(none, false);
          told = now();
        }
        await breathe();
        if (signal.aborted) return;
      }
      const excerpts = await excerptsOf(ranked(scores), marked);
      if (!signal.aborted) tell(excerpts, true);
    },
  };
};

/** Whether what a note's beginning answers, the whole note answers as well. */
const canOnlyGrow = ({ parts }: SearchQuery): boolean => parts.every(({ kind, not }) => !not && kind !== 'has');

const ranked = (scores: ReadonlyMap<NoteSummary, number>): readonly NoteSummary[] =>
  [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || b.changedAt - a.changedAt).map(([note]) => note);
