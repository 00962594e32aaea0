import type { NoteSearch } from '#src/notes/note-search.ts';

type OpenSearch = NoteSearch & { end(): void };

/** A search that is opened when it is first asked for, and asked for again where that failed. */
export function lazySearch(open: () => Promise<OpenSearch>) {
  let opened: Promise<OpenSearch> | null = null;
  return {
    get(): Promise<OpenSearch> {
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
