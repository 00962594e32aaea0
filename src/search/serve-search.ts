import type { NoteSource } from './note-source.ts';
import { packIds } from './packed-ids.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';
import type { FromSearcher, ToSearcher } from './search-messages.ts';

/** The worker's end of a search: answers what the page asks, from the database that it names. */
export function serveSearch(deps: {
  readonly open: (database: string) => Promise<NoteSource & { close(): void }>;
  readonly tell: (message: FromSearcher, moved: Transferable[]) => void;
  readonly now: () => number;
  readonly breather: () => () => Promise<void>;
  /** Called after the end. */
  readonly onEnd: () => void;
}): (message: ToSearcher) => void {
  const { tell } = deps;
  /** How many notes have been named to the page. */
  let named = 0;
  let opened: Promise<{ readonly engine: SearchEngine; readonly close: () => void }> | null = null;

  const failed = () => tell({ kind: 'failed' }, []);
  const withEngine = async (work: (engine: SearchEngine) => Promise<void> | void) => {
    try {
      const it = await opened;
      if (it !== null) await work(it.engine);
    } catch {
      failed();
    }
  };

  async function open(database: string) {
    const source = await deps.open(database);
    return { engine: createSearchEngine({ ...deps, source }), close: () => source.close() };
  }

  async function end(): Promise<void> {
    try {
      const it = await opened;
      it?.engine.end();
      it?.close();
    } finally {
      deps.onEnd();
    }
  }

  return (message) => {
    switch (message.kind) {
      case 'open':
        opened = open(message.database);
        opened.catch(failed);
        break;
      case 'warm':
        void withEngine((engine) => engine.warm());
        break;
      case 'find': {
        const { number, question } = message;
        void withEngine((engine) =>
          engine.find(question, (answer) => {
            const { numbers } = answer;
            const names = answer.names.length > named ? packIds(answer.names.slice(named)) : null;
            named = answer.names.length;
            const moved = [numbers.buffer, ...(names === null ? [] : [names.letters.buffer, names.ends.buffer])];
            tell({ kind: 'answer', number, ...answer, names }, moved);
          }),
        );
        break;
      }
      case 'stop':
        void withEngine((engine) => engine.stop());
        break;
      case 'end':
        end().catch(() => undefined);
    }
  };
}
