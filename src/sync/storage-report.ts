import type { NoteId } from '#src/notes/note-id.ts';
import type { Failure, Result } from '#src/notes/result.ts';
import type { StoreFailure } from '#src/store/note-store.ts';

/** Some files, and how many bytes they have together. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** What this browser has of the notes and their files. */
export interface DeviceUse {
  /** Of all that the browser keeps for this app, as it estimates it; bytes, null where it does not say. */
  readonly all: { readonly used: number; readonly quota: number } | null;
  /** Of what is in S3, those of pinned notes included. */
  readonly kept: Amount;
  /** What may be kept; bytes, 0: nothing. */
  readonly limit: number;
  readonly pinned: Amount & {
    /** Files that are not here: they did not fit, or have not come yet. */
    readonly missing: number;
  };
  /** Not in S3 yet; these stay. */
  readonly sending: Amount;
  /** Whether the browser has promised not to remove anything by itself; null where it does not say. */
  readonly persisted: boolean | null;
}

/** A file in S3 that nothing on this device names. */
export interface Orphan {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** By S3's own clock; ms. */
  readonly age: number;
}

/** What is in the bucket, as far as it is known. */
export interface BucketReport {
  /** Where this person's files may be, and whether S3 lists them. */
  readonly places: readonly { readonly prefix: string; readonly listed: boolean }[];
  /** Files that notes name, each once. */
  readonly named: Amount;
  /** By note, the largest first; a file that several notes name counts with each. `unknown`: files of which nobody knows the size yet. */
  readonly notes: readonly { readonly id: NoteId; readonly bytes: number; readonly unknown: number }[];
  /** Files of which nothing is known yet, since S3 has neither listed them nor been asked for each. */
  readonly unknown: number;
  /** What of unfinished uploads of this device is in S3 already; bytes. */
  readonly parts: number;
  /** Removed from their notes here, and not yet deleted, since the local history names them or the time for undo has not passed. */
  readonly removed: Amount;
  /** Removed, too, and S3 does not let them be deleted; `said`: its words. */
  readonly undeletable: readonly { readonly key: string; readonly said: string }[];
  /** Named by nothing but the history, or by words that are no link. */
  readonly remembered: Amount;
  /** Named by nothing, but younger than a day: their notes may still be on their way from another device. */
  readonly young: Amount;
  /** Named by nothing, the largest first. */
  readonly orphans: readonly Orphan[];
  /** Why orphans cannot be deleted now; null: they can. */
  readonly refusal: Failure<string> | null;
  /** What kept S3 from answering all that it was asked; null: nothing did. */
  readonly failure: Failure<string> | null;
}

/** How far something is, and how to end it. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, all: number | null) => void;
}

export interface CleanedUp {
  readonly deleted: readonly Orphan[];
  /** Something names them by now. */
  readonly spared: number;
  /** What kept others from going; null: nothing. */
  readonly failure: Failure<string> | null;
}

/** What the files of the notes take, on this device and in S3, and how to have it less. Nothing of it is done by itself. */
export interface StorageReport {
  device(): Promise<DeviceUse>;
  /** Tells that `device` may say something else by now. */
  subscribe(listener: () => void): () => void;
  /** Sets what may be kept, and takes away at once what is over it. */
  limitTo(bytes: number): Promise<void>;
  /** Takes away all that is kept of what is in S3, but for the files of pinned notes. */
  letGo(): Promise<Result<void, StoreFailure>>;
  /** Asks the browser not to remove anything by itself. */
  persist(): Promise<boolean>;
  /** Brings the notes into step and looks at what is in the bucket: lists it where S3 lets us, and otherwise tells what this device knows. */
  look(watched: Watched): Promise<BucketReport>;
  /** Asks S3 for the sizes that are not known; the report with those that it told. */
  measure(watched: Watched): Promise<BucketReport>;
  /** The report of before with what the notes name by now; S3 is asked nothing. */
  again(): Promise<BucketReport>;
  /**
   * What is known of one file, by where it may be: its size in bytes; `sending`: it is on its way; `missing`: it is not in the bucket;
   * `unknown`: S3 has not been asked. Asks S3 nothing.
   */
  stateOf(keys: readonly string[]): number | 'sending' | 'missing' | 'unknown';
  /**
   * Deletes files that nothing names, once the notes are in step again and all that this device has has been looked through once more for
   * each. What is named by then stays.
   */
  cleanUp(orphans: readonly Orphan[], watched: Watched): Promise<CleanedUp>;
}
