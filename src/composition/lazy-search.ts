import type { NoteSearch } from '#src/notes/note-search.ts';
import type { OpenSearch } from '#src/search/worker-search.ts';

type WholeSearch = NoteSearch & OpenSearch;

/** A search that is opened when it is first asked for, and asked for again where that failed. */
export function lazySearch(open: () => Promise<WholeSearch>) {
  let opened: Promise<WholeSearch> | null = null;
  return {
    get(): Promise<WholeSearch> {
      opened ??= open().catch((error: unknown) => {
        opened = null;
        throw error;
      });
      return opened;
    },
    end: () =>
      void opened?.then(
        (search) => search.end(),
        () => undefined,
      ),
  };
}
