import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSearch } from '#src/notes/note-search.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { createOwnSearch } from '#src/search/own-search.ts';
import { createWorkerSearch, type OpenSearch } from '#src/search/worker-search.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { createBreather } from '#src/ui/breather.ts';
import { createSearchMemory } from './search-memory.ts';
import workerAddress from './search-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/** The search among one person's notes, begun when somebody is about to search. `database`: null where they are kept in this tab's memory alone. */
export function openSearch(deps: {
  readonly store: Pick<NoteStore, 'summaries' | 'read' | 'subscribe'>;
  readonly summaryOf: (id: NoteId) => NoteSummary | undefined;
  readonly database: string | null;
  readonly now: () => number;
  /** Where searches are remembered. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}): NoteSearch & OpenSearch {
  let begun: OpenSearch | null = null;
  const search = () => {
    begun ??= beginSearch(deps);
    return begun;
  };
  return {
    memory: createSearchMemory(deps.storage, deps.database),
    warm: () => search().warm(),
    find: (question, onFound) => search().find(question, onFound),
    end: () => begun?.end(),
  };
}

function beginSearch({ store, summaryOf, database, now }: Parameters<typeof openSearch>[0]): OpenSearch {
  const otherwise = () =>
    createOwnSearch({
      ...{ summaryOf, now },
      breather: () => createBreather(now),
      source: {
        summaries: () => store.summaries(),
        async texts(ids) {
          const records = await Promise.all(ids.map((id) => store.read(id)));
          return new Map(
            records.flatMap((record) => (record === undefined ? [] : [[record.id, record.text] as const])),
          );
        },
        subscribe: (listener) => store.subscribe(({ changed }) => listener(changed)),
      },
    });
  if (database === null) return otherwise();
  const worker = tryToStart();
  if (worker === null) return otherwise();
  return createWorkerSearch({
    ...{ database, summaryOf, otherwise },
    say: (message) => worker.postMessage(message),
    listen: (onMessage, onBroken) => {
      worker.addEventListener('message', ({ data }) => onMessage(data));
      worker.addEventListener('error', onBroken);
    },
  });
}

/** null: the browser does not let us. */
function tryToStart(): Worker | null {
  try {
    return startWorker(workerAddress);
  } catch {
    return null;
  }
}
