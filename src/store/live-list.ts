import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteStore } from './note-store.ts';
export interface LiveList {
  get(): { readonly notes: readonly NoteSummary[]; readonly complete: boolean };
  subscribe(listener: () => void): () => void;
  stop(): void;
}
export function createLiveList(store: Pick<NoteStore, 'summaries' | 'subscribe'>): LiveList {
  throw new Error(`${store}`);
}
