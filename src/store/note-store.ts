import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { Failure, Result } from '#src/notes/result.ts';
import type { FileStore, NewUpload } from './file-store.ts';
import type { NoteRecord } from './note-record.ts';
import type { Cause, SetAside, Snapshot } from './snapshot.ts';

/** `full`: no room left on the device. `gone`: the database was closed or deleted under us. `broken`: anything else the browser says. */
export type StoreFailure = Failure<'full' | 'gone' | 'broken'>;

/**
 * This device's copy of one person's notes on one backend. Two implementations, IndexedDB and memory, pass one contract suite
 * (tests/contract/note-store.contract.ts). A promise that resolves with `ok` means that the transaction has completed.
 * Where the database cannot be reached any more, writes say so in their result, and reads throw StoreUnreadable (store-failure.ts).
 */
export interface NoteStore {
  /**
   * A summary of every note that is not on its way out, the last changed first; the first 50 come at once, the others in chunks of
   * up to 2,000, so that a list can be painted before all are read. A note that changes meanwhile may be missed: subscribe first.
   */
  summaries(): AsyncIterable<readonly NoteSummary[]>;

  read(id: NoteId): Promise<NoteRecord | undefined>;

  /** Every record with something to send (`sending` or `waiting`), the longest waiting first. */
  outbox(): Promise<readonly NoteRecord[]>;

  /** The ids and bases' versions of all notes that AWS has confirmed, for a full pull. */
  confirmed(): Promise<ReadonlyMap<NoteId, number>>;

  /**
   * Reads the records of `ids`, gives each to `transition`, and writes what it returns (undefined: no record; the same object: nothing
   * to write), with summaries, outbox and local history, all in one transaction. `transition` must be pure and synchronous.
   * `cause` decides what of the old texts the history keeps; see `keepsakes` (history.ts).
   * Returns the records as they are now, in the order of `ids`.
   *
   * `along`: files that the new texts name. The row of each is written in the transaction that writes its note, and its bytes are on the
   * device before, so that there is never a link without its file. Where `transition` leaves the note as it is, or takes it away, its
   * files are not taken in, and what is on its way already goes on as it is. With a failure nothing is.
   */
  change(
    ids: readonly NoteId[],
    transition: (record: NoteRecord | undefined, id: NoteId) => NoteRecord | undefined,
    cause: Cause,
    along?: readonly NewUpload[],
  ): Promise<Result<readonly (NoteRecord | undefined)[], StoreFailure>>;

  /** The texts that the note had before, the newest first. */
  history(id: NoteId): Promise<readonly Snapshot[]>;

  /** The last text of every note that is gone from AWS and not here, the newest first. */
  gone(): Promise<readonly Snapshot[]>;

  /**
   * Those of the object keys that a text of the local history names. Ask `naming` first: a text goes from its note into the history, never
   * the other way alone. Looks at the whole history, and takes away what has become older than 30 days in it.
   */
  namedInHistory(keys: readonly string[]): Promise<ReadonlySet<string>>;

  /** What was found in the place of a note and is none. */
  setAside(): Promise<readonly SetAside[]>;

  /** The records, leaving ones included, whose text, base or change in flight names the object key or whose wire attachment is it. */
  naming(key: string): Promise<readonly NoteRecord[]>;

  /**
   * Promises that sync looks at these objects after `notBefore` (ms), and deletes what no note names then; in the place of what was promised
   * of them before. `change` makes such promises by itself (key-promises.ts): of what a record names no longer, and of what it names again.
   */
  discard(
    keys: readonly string[],
    notBefore: number,
    why?: DiscardedKey['why'],
    refused?: string,
  ): Promise<Result<void, StoreFailure>>;
  discarded(): Promise<readonly DiscardedKey[]>;
  forgetDiscarded(key: string): Promise<Result<void, StoreFailure>>;

  /** The files of the notes, in the same copy; it ends with this one. */
  files(): Promise<FileStore>;

  readPullMark(): Promise<PullMark | undefined>;
  writePullMark(mark: PullMark): Promise<Result<void, StoreFailure>>;

  /** Tells of every completed change, made in this tab or in another one. Returns the way to stop listening. */
  subscribe(listener: (change: StoreChange) => void): () => void;

  close(): void;
  /** Closes and deletes everything, in every tab. */
  destroy(): Promise<Result<void, StoreFailure>>;
}

export interface DiscardedKey {
  readonly key: string;
  readonly notBefore: number;
  /** None: a person wants it to go. `lost`: a note names it no longer. `named`: a note names it again, and it may have gone meanwhile. */
  readonly why?: 'lost' | 'named';
  /** What S3 said when it would not delete the object, though it is there. */
  readonly refused?: string;
}

/** Where the last pull ended, and what kind of backend it found. */
export type PullMark =
  | { readonly profile: 'versioned'; readonly cursor: string; readonly at: number }
  /** `longList`: the list that AWS tells is near 1 MB, the most that it tells at all. */
  | { readonly profile: 'tutorial'; readonly at: number; readonly longList?: true };

export interface StoreChange {
  /** The notes that changed, were made or went. */
  readonly changed: readonly { readonly id: NoteId; readonly summary: NoteSummary | null }[];
  readonly from: 'this tab' | 'another tab';
}
