import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { byPinnedThenChanged } from '#src/notes/order.ts';
import type { NoteStore } from './note-store.ts';
import { createSortedNotes } from './sorted-notes.ts';
import { StoreUnreadable } from './store-failure.ts';

/** The whole list of notes, pinned first, then the last changed; `complete` once all of the device's copy is read. */
export interface LiveList {
  /** The same object until something changes. */
  get(): { readonly notes: readonly NoteSummary[]; readonly complete: boolean };
  /** One note of the list. */
  of(id: NoteId): NoteSummary | undefined;
  /** `listener` is called after changes, at most once for all that happen in one go. Returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** Reads the store's summaries as they come and follows its changes from then on. */
export function createLiveList(store: Pick<NoteStore, 'summaries' | 'subscribe'>): LiveList {
  const sorted = createSortedNotes(byPinnedThenChanged);
  const listeners = new Set<() => void>();
  /** Changed while the summaries were being read: what was told of them is newer. */
  const told = new Set<NoteId>();
  let complete = false;
  let isStopped = false;
  let isNoticePending = false;
  let current: ReturnType<LiveList['get']> = { notes: [], complete: false };
  let isStale = false;

  function changed(): void {
    isStale = true;
    if (isNoticePending) return;
    isNoticePending = true;
    queueMicrotask(() => {
      isNoticePending = false;
      if (!isStopped) for (const listener of [...listeners]) listener();
    });
  }

  const unsubscribe = store.subscribe((change) => {
    for (const { id, summary } of change.changed) {
      if (!complete) told.add(id);
      sorted.set(id, summary);
    }
    changed();
  });

  async function readAll(): Promise<void> {
    try {
      for await (const chunk of store.summaries()) {
        if (isStopped) return;
        sorted.addAll(chunk.filter(({ id }) => !told.has(id)));
        changed();
      }
      complete = true;
      told.clear();
      changed();
    } catch (error) {
      // Whoever opened the store was told that it is gone; the list stays as far as it was read.
      if (!(error instanceof StoreUnreadable)) throw error;
    }
  }
  void readAll();

  return {
    get() {
      if (isStale) current = { notes: sorted.all(), complete };
      isStale = false;
      return current;
    },
    of: (id) => sorted.get(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      isStopped = true;
      unsubscribe();
      listeners.clear();
    },
  };
}
