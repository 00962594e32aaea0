import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Failure, Result } from '#src/notes/result.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { Notebook } from './notebook.ts';
import type { Observable } from './observable-value.ts';
import type { StorageReport } from './storage-report.ts';

/** A file that a person chose, and what its link is to say: its name, with the folders that it came in. */
export interface PickedFile {
  readonly file: File;
  readonly name: string;
}

/** Where in a note: an offset in the whole text that was seen there, front matter and all, in UTF-16 units. */
export interface Place {
  readonly seen: string;
  readonly offset: number;
}

/** What became of a chosen file: it is on its way under its object's key, or was not taken. */
export type Attached =
  | { readonly name: string; readonly key: string }
  | { readonly name: string; readonly refused: AwsFailure };

/** What was done, and the way to take it back, merged with what was written meanwhile. */
export interface Undoable {
  undo(): Promise<Result<void, StoreFailure>>;
}

/** One file on its way to S3: its note names it. */
export interface Upload {
  readonly key: string;
  readonly noteId: NoteId;
  readonly name: string;
  readonly totalBytes: number;
  readonly sentBytes: number;
  /** Where this device does not have its bytes: they are read from the chosen file, as long as the tab that was given it is open. */
  readonly streamedFrom?: 'this tab' | 'another tab';
  /**
   * `failed`: it waits for a person. `file needed`: no tab has the chosen file any more, or what was chosen again is not it; `retry` takes
   * it. `comparing`: this tab compares what was chosen again with what has been sent.
   */
  readonly state:
    | { readonly kind: 'waiting' | 'sending' | 'paused' | 'comparing' }
    | { readonly kind: 'failed' | 'file needed'; readonly failure: Failure<string> };
}

/** An object that there is. */
export interface FoundFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

/** What is in a file that was to be shown as a picture. */
export type PictureFile =
  /** With the type that its bytes are of. */
  | { readonly kind: 'picture'; readonly picture: Blob }
  /** Whatever its name says. */
  | { readonly kind: 'no picture'; readonly bytes: number }
  /** It would take more of the device than a page should: over 50 MB, or 50 million pixels. */
  | { readonly kind: 'too large' };

/** The files of one person's notes. */
export interface NotebookFiles {
  /** Those of all tabs, the first attached first; they go when S3 has them. */
  readonly uploads: Observable<readonly Upload[]>;
  /**
   * Puts the files into the note, with their links at the place, wherever that has moved meanwhile; null, or a place where no link can
   * stand: at the end of the note. Resolves once all of them are safe on this device, or none is; they are sent when the network allows.
   * The answer is in their order; refused at once is what is over the limit. What is too large for this device is sent from where it is.
   */
  attach(
    id: NoteId,
    files: readonly PickedFile[],
    place: Place | null,
  ): Promise<Result<readonly Attached[], StoreFailure>>;
  /**
   * Takes a file that is on its way back out of its note, and after 10 s what of it is in S3 from there. The result undoes it until then;
   * null: it is not on its way any more.
   */
  cancel(key: string): Promise<Result<{ undo(): Promise<Result<void, StoreFailure>> } | null, StoreFailure>>;
  /**
   * Before this device's copy is deleted: takes away what S3 has of files that are on their way in parts, for 5 s at most, and with a network
   * alone. Where it cannot write that down, it rejects.
   */
  abandon(): Promise<void>;
  /** Sends no more of it, and keeps what S3 has of it, until `retry`. */
  pause(key: string): Promise<Result<void, StoreFailure>>;
  /** Sends a failed one again, or goes on with a paused one. `file`: chosen again; whether it is the right one is told by the upload's state. */
  retry(key: string, file?: File): Promise<Result<void, StoreFailure>>;
  /** The first of these objects that there is, for showing it from a blob address. What is too large for that is not read. */
  picture(keys: readonly [string, ...string[]]): Promise<Result<PictureFile, AwsFailure>>;
  /** The bytes of the first of these objects that there is. */
  read(keys: readonly [string, ...string[]]): Promise<Result<Blob, AwsFailure>>;
  /** The first of these objects that there is. S3 is asked for what this device does not know of it. */
  find(keys: readonly [string, ...string[]]): Promise<Result<FoundFile, AwsFailure>>;
  /**
   * Resolves with true once one of these objects, none of which could be had, is there: it is looked for again ever more seldom, and when a
   * person comes back to the page. False: the signal has ended that.
   */
  arrival(keys: readonly [string, ...string[]], signal: AbortSignal): Promise<boolean>;
  /** The bytes of an object from `from` up to, but not including, `to`; they are not kept on the device. */
  part(
    key: string,
    range: { readonly from: number; readonly to: number; readonly signal?: AbortSignal },
  ): Promise<Result<Blob, AwsFailure>>;
  /**
   * What audio or video of this type plays from: its bytes, or, where they are over 20 MB and not on this device, an address of 15 minutes
   * that is to leave the page when it is played no more.
   */
  media(file: FoundFile, type: string): Promise<Result<Blob | URL, AwsFailure>>;
  /** A small picture of the first of these objects that can be shown, of this device or made for it; null: there is none, or not now. */
  thumbnail(keys: readonly [string, ...string[]], signal: AbortSignal): Promise<Blob | null>;
  /**
   * An address of 60 s at most that downloads the first of these objects that there is as `name`. S3 is asked for it each time: a browser
   * that is refused a download shows S3's answer in place of the app.
   */
  downloadAddress(keys: readonly [string, ...string[]], name: string): Promise<Result<URL, AwsFailure>>;
  /**
   * Takes the reference out of the note; the object goes after 10 s, once no note names it. The result undoes it. `key`: the object's, or
   * the wire's attachment itself where that is an address elsewhere.
   */
  remove(id: NoteId, key: string): Promise<Result<Undoable, StoreFailure>>;
  /**
   * Puts a file in the place of the object, which goes as after `remove`: in the links of the note, which say the new name where they said the
   * old file's, and in the wire's attachment. `refused`: the file is over the limit, and nothing has changed.
   */
  replace(
    id: NoteId,
    key: string,
    file: PickedFile,
  ): Promise<Result<Undoable | { readonly refused: AwsFailure }, StoreFailure>>;
  /** What the files take. Rejects where the code that tells cannot be loaded now. `notes`: those of the same notebook. */
  storage(notes: Pick<Notebook, 'sync' | 'syncNow'>): Promise<StorageReport>;
}
