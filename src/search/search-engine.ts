import type { NoteId } from '#src/notes/note-id.ts';
import type { SearchQuestion } from '#src/notes/note-search.ts';
import { narrows } from '#src/notes/search-narrowing.ts';
import { type SearchableText, scoreOf, searchableBeginning } from '#src/notes/search-note.ts';
import { markedTexts, parseQuery, type SearchProblem, type SearchQuery } from '#src/notes/search-query.ts';
import { asksForTrash, isSearched } from '#src/notes/search-scope.ts';
import { createExcerpts } from './excerpts.ts';
import type { NoteSource } from './note-source.ts';
import { createSearchEntries, type Entry, lastChangedFirst } from './search-entries.ts';

/** What has been found so far, the best first. */
export interface Answer {
  readonly typed: string;
  readonly ids: readonly NoteId[];
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
    [...before, ...fresh].filter(entries.isHere).sort(lastChangedFirst);

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
    const scores = new Map<Entry, number>();
    const breathe = breather();
    let unread: Entry[] = [];
    let toldAt = now();

    const judge = (entry: Entry, text: SearchableText) => {
      const score = scoreOf(entry, text, query);
      if (score === null) scores.delete(entry);
      else scores.set(entry, score);
    };
    const say = (best: readonly Entry[], excerpts: ReadonlyMap<NoteId, string>, complete: boolean) => {
      const ids = best.map(({ note }) => note.id);
      tell({ typed: question.typed, ids, marked, excerpts, problems: query.problems, complete });
      toldAt = now();
    };

    await entries.open();
    if (asked !== mine) return;
    const candidates =
      known !== null && known.within === within && narrows(query, known.query) ? known.candidates : entries.all();
    for (const [index, entry] of candidates.entries()) {
      if (isSearched(entry.note, question.within, trashToo)) {
        if (entry.text !== null) judge(entry, entry.text);
        else {
          unread.push(entry);
          if (fromBeginnings) judge(entry, searchableBeginning(entry.note));
        }
      }
      if (index % 64 !== 0) continue;
      await breathe();
      if (asked !== mine) return;
    }
    if (unread.length > 0) say(ranked(scores), noExcerpts, false);
    while (unread.length > 0) {
      await entries.readSome();
      if (asked !== mine) return;
      for (const entry of unread) if (entry.text !== null) judge(entry, entry.text);
      unread = unread.filter((entry) => entry.text === null && entries.isHere(entry));
      if (now() - toldAt > pause) say(ranked(scores), noExcerpts, false);
      await breathe();
      if (asked !== mine) return;
    }
    const best = ranked(scores).filter(entries.isHere);
    known = { within, query, candidates: withFresh(best, mine.fresh) };
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

/** The best first, and among equals the last changed. Scores are few, so that hardly anything is left to be sorted. */
function ranked(scores: ReadonlyMap<Entry, number>): readonly Entry[] {
  const byScore = new Map<number, Entry[]>();
  for (const [entry, score] of scores) {
    const equals = byScore.get(score);
    if (equals === undefined) byScore.set(score, [entry]);
    else equals.push(entry);
  }
  return [...byScore].sort(([a], [b]) => b - a).flatMap(([, equals]) => equals.sort(lastChangedFirst));
}
