import type { NoteId } from '#src/notes/note-id.ts';
import type { SearchQuestion } from '#src/notes/note-search.ts';
import { narrows } from '#src/notes/search-narrowing.ts';
import { type SearchableText, scoreOf, searchableBeginning } from '#src/notes/search-note.ts';
import { markedTexts, parseQuery, type SearchProblem, type SearchQuery } from '#src/notes/search-query.ts';
import { asksForTrash, isSearched } from '#src/notes/search-scope.ts';
import { createExcerpts } from './excerpts.ts';
import type { NoteSource } from './note-source.ts';
import { createHits } from './ranking.ts';
import { createSearchEntries, type Entry, isHere, lastChangedFirst } from './search-entries.ts';

/** What has been found so far. */
export interface Answer {
  readonly typed: string;
  /** The best first: where the id of each stands among `names`. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** With those of notes that have not been found; only ever longer. */
  readonly names: readonly NoteId[];
  readonly marked: readonly string[];
  readonly excerpts: ReadonlyMap<NoteId, string>;
  readonly problems: readonly SearchProblem[];
  readonly complete: boolean;
}

export interface SearchEngine {
  /** Reads what has not been read yet. */
  warm(): Promise<void>;
  /** Answers until it is stopped, again after each change of notes. Rejects where the source cannot be read. */
  find(question: SearchQuestion, tell: (answer: Answer) => void): Promise<void>;
  /** Ends the question. */
  stop(): void;
  end(): void;
}

/** A question with what came of it. */
interface Asked {
  readonly question: SearchQuestion;
  readonly query: SearchQuery;
  readonly tell: (answer: Answer) => void;
  /** Notes that changed while it was being answered. */
  fresh: Entry[];
  running: boolean;
}

/** All entries that can answer a question which has been answered, and others too. */
interface Known {
  readonly within: string;
  readonly query: SearchQuery;
  readonly candidates: readonly Entry[];
}

/** A note whose text has not been read, with what its beginning scores. */
interface Unread {
  readonly entry: Entry;
  readonly score: number | null;
}

/** ms between two tellings of what was found. */
const pause = 120;
const noExcerpts: ReadonlyMap<NoteId, string> = new Map();

/** Searches in short stretches; a new question stops the one before it. `breather` makes what is waited for between them. */
export function createSearchEngine(deps: {
  readonly source: NoteSource;
  readonly now: () => number;
  readonly breather: () => () => Promise<void>;
}): SearchEngine {
  const { source, now, breather } = deps;
  const excerptsOf = createExcerpts(source);
  const entries = createSearchEntries({ ...deps, onChange });
  let asked: Asked | null = null;
  let known: Known | null = null;

  function onChange(fresh: readonly Entry[]): void {
    if (known !== null) known = { ...known, candidates: withFresh(known.candidates, fresh) };
    if (asked === null) return;
    asked.fresh.push(...fresh);
    // Where the source is gone, there is nothing new to tell.
    if (!asked.running) run(asked).catch(() => undefined);
  }

  const withFresh = (before: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] =>
    fresh.length === 0
      ? before.filter(isHere)
      : [...new Set([...before, ...fresh])].filter(isHere).sort(lastChangedFirst);

  async function run(mine: Asked): Promise<void> {
    mine.running = true;
    try {
      do {
        mine.fresh = [];
        await answer(mine);
      } while (asked === mine && mine.fresh.length > 0);
    } finally {
      mine.running = false;
    }
  }

  async function answer(mine: Asked): Promise<void> {
    const { question, query, tell } = mine;
    const within = JSON.stringify(question.within);
    const trashToo = asksForTrash(query);
    const marked = markedTexts(query);
    const fromBeginnings = canOnlyGrow(query);
    const hits = createHits();
    const breathe = breather();
    let unread: Unread[] = [];
    let toldAt: number | null = null;

    const scoreIn = (entry: Entry, text: SearchableText) => scoreOf(entry, text, query);
    const say = (best: readonly Entry[], excerpts: ReadonlyMap<NoteId, string>, complete: boolean) => {
      const numbers = new Uint32Array(best.length);
      for (const [rank, { number }] of best.entries()) numbers[rank] = number;
      const { names } = entries;
      tell({ typed: question.typed, numbers, names, marked, excerpts, problems: query.problems, complete });
      toldAt = now();
    };

    await entries.open();
    if (asked !== mine) return;
    const candidates =
      known !== null && known.within === within && narrows(query, known.query) ? known.candidates : entries.all();
    for (let index = 0; index < candidates.length; index += 1) {
      const entry = candidates[index];
      if (entry !== undefined && isSearched(entry.note, question.within, trashToo)) {
        if (entry.text !== null) hits.add(entry, scoreIn(entry, entry.text));
        else unread.push({ entry, score: fromBeginnings ? scoreIn(entry, searchableBeginning(entry.note)) : null });
      }
      if (index % 64 !== 0) continue;
      await breathe();
      if (asked !== mine) return;
    }
    while (unread.length > 0) {
      if (toldAt === null || now() - toldAt > pause) {
        const maybe = hits.copy();
        for (const { entry, score } of unread) maybe.add(entry, score);
        say(maybe.ranked(), noExcerpts, false);
      }
      await entries.readSome();
      if (asked !== mine) return;
      const still: Unread[] = [];
      for (const one of unread) {
        const { entry } = one;
        if (entry.text !== null) hits.add(entry, scoreIn(entry, entry.text));
        else if (isHere(entry)) still.push(one);
      }
      unread = still;
      await breathe();
      if (asked !== mine) return;
    }
    known = { within, query, candidates: withFresh(hits.inOrder(), mine.fresh) };
    const best = hits.ranked().filter(isHere);
    const excerpts = await excerptsOf(best, marked);
    if (asked === mine) say(best, excerpts, true);
  }

  return {
    async warm() {
      await entries.open();
      while (await entries.readSome());
    },
    find(question, tell) {
      asked = { question, query: parseQuery(question.typed, now()), tell, fresh: [], running: false };
      return run(asked);
    },
    stop() {
      asked = null;
    },
    end() {
      asked = null;
      entries.end();
    },
  };
}

/** Whether what a note's beginning answers, the whole note answers as well. */
const canOnlyGrow = ({ parts }: SearchQuery): boolean => parts.every(({ kind, not }) => !not && kind !== 'has');
