import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSearch } from '#src/notes/note-search.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { Result } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { SetAside, Snapshot } from '#src/store/snapshot.ts';
import type { NotebookFiles } from './notebook-files.ts';
import type { Observable } from './observable-value.ts';
import type { SyncStatus } from './sync-status.ts';
import type { WaitingChange } from './waiting-change.ts';

/** How many notes and files AWS does not have. */
export interface Unsent {
  readonly notes: number;
  readonly files: number;
}

/** One person's notes on this device, and the way out to AWS. */
export interface Notebook {
  readonly list: Observable<NoteList>;
  readonly sync: Observable<SyncStatus>;
  readonly files: NotebookFiles;
  /** Finds notes on this device; rejects where the code that searches cannot be loaded now. */
  search(): Promise<NoteSearch>;
  newId(): NoteId;
  read(id: NoteId): Promise<NoteRecord | undefined>;
  /** Called when the note changed, here or elsewhere. */
  watch(id: NoteId, listener: (record: NoteRecord | undefined) => void): () => void;
  /**
   * Writes what a person typed. `seen` is the text that the editor's text grew from: where the note has changed meanwhile (another tab,
   * a pull), both are merged, and the record that comes back has the merged text. Resolves once it is safe on the device.
   * A note that does not exist yet is made.
   * `changedAt`, ms: this takes an edit back, before which the note had that time.
   */
  write(
    id: NoteId,
    edit: { readonly seen: string; readonly text: string; readonly changedAt?: number },
  ): Promise<Result<NoteRecord, StoreFailure>>;
  /** Changes the text by a pure function (pin, archive, trash, restore). */
  edit(id: NoteId, change: (text: string) => string): Promise<Result<NoteRecord, StoreFailure>>;
  /** Out of all lists at once, out of AWS after 10 s; `undoDelete` within them takes it back. */
  deleteForEver(id: NoteId): Promise<Result<void, StoreFailure>>;
  undoDelete(id: NoteId): Promise<Result<void, StoreFailure>>;
  /** Every change that AWS has not confirmed, the longest waiting first. */
  waitingChanges(): Promise<readonly WaitingChange[]>;
  /** What would go with this device's copy, as the device itself says: `sync` and `files.uploads` know of nothing at first. */
  unsent(): Promise<Unsent>;
  /**
   * Gives up what of the note has not been sent: the text that AWS has stands again, a note that AWS has never had goes, a deletion is
   * called off. The text goes to the note's history. The result undoes it.
   */
  discardChanges(id: NoteId): Promise<Result<{ undo(): Promise<Result<void, StoreFailure>> }, StoreFailure>>;
  /** The texts that the note had before, the newest first. */
  history(id: NoteId): Promise<readonly Snapshot[]>;
  /** The last text of every note that is gone from AWS without a person having deleted it here, the newest first. */
  goneNotes(): Promise<readonly Snapshot[]>;
  /** Makes an older text the note's text again; the one it replaces goes to the history. A note that is gone comes back. */
  restore(id: NoteId, text: string): Promise<Result<NoteRecord, StoreFailure>>;
  /** Decides a clash: like `write`, but the text that it replaces goes to the history. */
  choose(id: NoteId, edit: { readonly seen: string; readonly text: string }): Promise<Result<NoteRecord, StoreFailure>>;
  /** Stored values that are no notes, kept as they were found. */
  setAside(): Promise<readonly SetAside[]>;
  /** Asks for a round of sync now; resolves when it has ended. */
  syncNow(): Promise<void>;
}

export interface NoteList {
  readonly notes: readonly NoteSummary[];
  /** False while the device's copy is still being read. */
  readonly complete: boolean;
}
