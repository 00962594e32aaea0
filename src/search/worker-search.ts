import type { NoteId } from '#src/notes/note-id.ts';
import type { Found, NoteSearch, SearchQuestion } from '#src/notes/note-search.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { createNames } from './packed-ids.ts';
import type { FromSearcher, ToSearcher } from './search-messages.ts';

/** A search that can be ended. */
export interface OpenSearch extends Omit<NoteSearch, 'memory'> {
  end(): void;
}

interface Asked {
  readonly number: number;
  readonly question: SearchQuestion;
  readonly onFound: (found: Found) => void;
}

/**
 * The page's end of a search in a worker. Whatever the notes are, the page does no more than look up those that are in sight.
 * Where the worker cannot go on, `otherwise` searches in its place.
 */
export function createWorkerSearch(deps: {
  readonly say: (message: ToSearcher) => void;
  readonly listen: (onMessage: (message: FromSearcher) => void, onBroken: () => void) => void;
  readonly database: string;
  /** What the list knows of a note. */
  readonly summaryOf: (id: NoteId) => NoteSummary | undefined;
  readonly otherwise: () => OpenSearch;
}): OpenSearch {
  const { say, summaryOf } = deps;
  const names = createNames();
  let asked: Asked | null = null;
  let questions = 0;
  let instead: OpenSearch | null = null;
  let stopInstead = () => {};
  let ended = false;

  function onMessage(message: FromSearcher): void {
    if (message.kind === 'failed') {
      onBroken();
      return;
    }
    if (message.names !== null) names.add(message.names);
    if (message.number !== asked?.number) return;
    const { numbers, ...found } = message;
    const noteAt = (rank: number) => {
      const id = names.at(numbers[rank] ?? -1);
      return id === undefined ? undefined : summaryOf(id);
    };
    asked.onFound({ ...found, count: numbers.length, noteAt });
  }

  function onBroken(): void {
    if (instead !== null || ended) return;
    instead = deps.otherwise();
    say({ kind: 'end' });
    if (asked !== null) stopInstead = instead.find(asked.question, asked.onFound);
  }

  deps.listen(onMessage, onBroken);
  say({ kind: 'open', database: deps.database });

  return {
    warm() {
      if (instead !== null) instead.warm();
      else say({ kind: 'warm' });
    },
    find(question, onFound) {
      if (instead !== null) return instead.find(question, onFound);
      const mine = { number: ++questions, question, onFound };
      asked = mine;
      say({ kind: 'find', number: mine.number, question });
      return () => {
        if (asked !== mine) return;
        asked = null;
        stopInstead();
        if (instead === null) say({ kind: 'stop' });
      };
    },
    end() {
      ended = true;
      asked = null;
      instead?.end();
      say({ kind: 'end' });
    },
  };
}
