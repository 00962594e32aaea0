import type { NoteId } from '#src/notes/note-id.ts';
import type { SearchQuestion } from '#src/notes/note-search.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteSource } from './note-source.ts';
import { createSearchEngine } from './search-engine.ts';
import type { OpenSearch } from './worker-search.ts';

/** A search on the page's own thread, for notes that are nowhere else. */
export function createOwnSearch(deps: {
  readonly source: NoteSource;
  readonly summaryOf: (id: NoteId) => NoteSummary | undefined;
  readonly now: () => number;
  readonly breather: () => () => Promise<void>;
}): OpenSearch {
  const engine = createSearchEngine(deps);
  // Where the notes cannot be read, the page says so by itself.
  const told = () => undefined;
  let last: SearchQuestion | null = null;
  return {
    warm: () => void engine.warm().catch(told),
    find(question, onFound) {
      last = question;
      const find = engine.find(question, ({ numbers, names, ...found }) => {
        const noteAt = (rank: number) => {
          const id = names[numbers[rank] ?? -1];
          return id === undefined ? undefined : deps.summaryOf(id);
        };
        if (last === question) onFound({ ...found, count: numbers.length, noteAt });
      });
      find.catch(told);
      return () => {
        if (last !== question) return;
        last = null;
        engine.stop();
      };
    },
    end: () => engine.end(),
  };
}
