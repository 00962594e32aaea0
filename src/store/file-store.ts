import type { NoteId } from '#src/notes/note-id.ts';
import type { Result } from '#src/notes/result.ts';
import type { Problem } from './note-record.ts';
import type { StoreFailure } from './note-store.ts';

/** A file on its way to S3. There is a row of it from the moment in which its note names it until S3 has all of it. */
export interface StoredUpload {
  /** The whole object key. */
  readonly key: string;
  readonly noteId: NoteId;
  /** The file's own name. */
  readonly name: string;
  /** By its content: what S3 is told. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** ms */
  readonly addedAt: number;
  /** `kept`: this device has the bytes. `streamed`: they are read from the chosen file, which only the tab that was given it can. */
  readonly source: { readonly kind: 'kept' } | { readonly kind: 'streamed'; readonly lastModified: number };
  readonly wish: 'send' | 'pause' | 'cancel';
  /** With the wish `cancel`: until then a person can take that back, and nothing is taken away; ms. */
  readonly notBefore?: number;
  /** What S3 has confirmed of an upload in parts; null where none has begun. */
  readonly multipart: {
    readonly uploadId: string;
    /** In bytes. */
    readonly partSize: number;
    readonly parts: readonly { readonly number: number; readonly etag: string; readonly sha256: string }[];
  } | null;
  /** How many parts were sent more than once. */
  readonly sentAgain: number;
  readonly problem: Problem | null;
}

/** A file that comes with the change of a note that names it. */
export interface NewUpload {
  readonly row: StoredUpload;
  /** null: a streamed one, or a kept file that is to go up again; where its bytes are gone, there is nothing to send and no row. */
  readonly bytes: Blob | null;
}

/** What is known of an object whose bytes this device has. */
export interface KeptFile {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly type: string;
  /** When it was last read, to the hour; ms. */
  readonly usedAt: number;
}

/** A small picture of an object. */
export interface Thumb {
  readonly key: string;
  readonly blob: Blob;
  /** The original's, in px. */
  readonly width: number;
  readonly height: number;
}

/**
 * The files among this device's copy of the notes: those on their way to S3, and what it holds of those that are there. An object never
 * changes under its key. Two implementations, as of the notes, pass one contract suite (tests/contract/file-store.contract.ts); writes
 * and reads end as those of NoteStore do.
 */
export interface FileStore {
  /** Every file on its way, the first added first. */
  uploads(): Promise<readonly StoredUpload[]>;

  /**
   * Writes what `transition` makes of the row (the same object: nothing to write; undefined: the row goes, with its bytes and thumbnail),
   * and gives the row as it is now. `transition` must be pure and synchronous, and keeps the source's kind. A kept file becomes a row of kind
   * `kept` without being copied; where this device has no bytes of it there will be none.
   */
  changeUpload(
    key: string,
    transition: (row: StoredUpload | undefined) => StoredUpload | undefined,
  ): Promise<Result<StoredUpload | undefined, StoreFailure>>;

  /**
   * S3 has all of these: their rows go, and their bytes become kept files', used `now` (ms). Of a streamed one nothing is left. After a power
   * cut they may be on their way still; then S3 is given the bytes again that it has.
   */
  uploadsDone(keys: readonly string[], now: number): Promise<Result<void, StoreFailure>>;

  /** The bytes of a kept file, which is used by that, or of one on its way. */
  bytes(key: string): Promise<Blob | undefined>;

  /** Keeps what was read from S3 `at` (ms). */
  keep(
    file: { readonly key: string; readonly blob: Blob; readonly type: string },
    at: number,
  ): Promise<Result<void, StoreFailure>>;

  /** Every kept file, the one first that has not been used for the longest time. */
  kept(): Promise<readonly KeptFile[]>;

  /** Takes away what is kept of these objects, thumbnails included. What is on its way stays. */
  letGo(keys: readonly string[]): Promise<Result<void, StoreFailure>>;

  /** Which notes name which objects, those on their way out included: in their text, in what AWS holds of them, or as a wire attachment. */
  named(): Promise<ReadonlyMap<string, readonly NoteId[]>>;

  /**
   * Every text that this copy has, a portion at a time: of the notes, of what AWS holds of them, of the history and of what was set aside,
   * beside other words that stand with them. A note that is written meanwhile may be missed.
   */
  texts(): AsyncIterable<readonly string[]>;

  thumb(key: string): Promise<Thumb | undefined>;
  keepThumb(thumb: Thumb): Promise<Result<void, StoreFailure>>;

  /** Tells the keys of uploads and kept files that changed, came or went, in this tab or in another. Returns the way to stop listening. */
  subscribe(listener: (keys: readonly string[]) => void): () => void;
}
