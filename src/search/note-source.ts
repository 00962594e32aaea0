import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';

/** Where the notes that are searched come from. */
export interface NoteSource {
  summaries(): AsyncIterable<readonly NoteSummary[]>;
  /** Whole texts; without those that are not there. */
  texts(ids: readonly NoteId[]): Promise<ReadonlyMap<NoteId, string>>;
  /** Told of notes that changed, were made or went (null). */
  subscribe(listener: (changed: readonly SummaryChange[]) => void): () => void;
}

export interface SummaryChange {
  readonly id: NoteId;
  readonly summary: NoteSummary | null;
}
