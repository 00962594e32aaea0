import { createContext, useContext } from 'react';
import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { Result } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { SyncStatus } from '#src/sync/sync-status.ts';
import type { Upload } from '#src/sync/uploads.ts';

/** What screens need to name of the parts that they may not import. */
export type { AwsFailure, NoteRecord, Session, SignedInUser, StoreFailure, SyncStatus, Upload };

/** A value that changes over time, in the shape that React's useSyncExternalStore takes. `get` gives the same object until it changes. */
export interface Observable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** All that screens may ask of the parts behind them. */
export interface Services {
  readonly session: Session;
  /** The notebook of the signed-in person; null while nobody is. */
  readonly notebook: Observable<Notebook | null>;
  /** Where the app is connected, for settings and the connection doctor. */
  readonly connection: Connection;
  /** Opens the page's clock: ms. */
  readonly now: () => number;
}

export interface Connection {
  readonly kind: 'local' | 'aws';
  readonly region: string;
  readonly apiUrl: string;
  readonly bucket: string;
  readonly userPoolId: string;
  readonly identityPoolId: string;
  readonly attachmentsPrefix: string;
  readonly maxAttachmentBytes: number;
  /** In local mode: the mail that the embedded AWS has sent. */
  readonly inbox: Observable<readonly InboxMessage[]> | null;
}

export interface InboxMessage {
  readonly to: string;
  readonly kind: 'sign-up' | 'reset' | 'attribute';
  readonly code: string;
  readonly sentAt: number;
}

/** One person's notes on this device, and the way out to AWS. */
export interface Notebook {
  readonly list: Observable<NoteList>;
  readonly sync: Observable<SyncStatus>;
  readonly uploads: Observable<readonly Upload[]>;
  newId(): NoteId;
  read(id: NoteId): Promise<NoteRecord | undefined>;
  /** Called when the note changed, here or elsewhere. */
  watch(id: NoteId, listener: (record: NoteRecord | undefined) => void): () => void;
  /**
   * Writes what a person typed. `seen` is the text that the editor's text grew from: where the note has changed meanwhile (another tab,
   * a pull), both are merged, and the record that comes back has the merged text. Resolves once it is safe on the device.
   * A note that does not exist yet is made.
   */
  write(id: NoteId, edit: { readonly seen: string; readonly text: string }): Promise<Result<NoteRecord, StoreFailure>>;
  /** Changes the text by a pure function (pin, archive, trash, restore). */
  edit(id: NoteId, change: (text: string) => string): Promise<Result<NoteRecord, StoreFailure>>;
  /** Out of all lists at once, out of AWS after 10 s; `undoDelete` within them takes it back. */
  deleteForEver(id: NoteId): Promise<Result<void, StoreFailure>>;
  undoDelete(id: NoteId): Promise<Result<void, StoreFailure>>;
  /** Sends the file to S3 and then writes its reference at the end of the note. Refused at once where it is over the limit. */
  attach(id: NoteId, file: File): Result<Upload, AwsFailure>;
  cancelUpload(uploadId: string): void;
  /** Takes a finished or failed upload off the list. */
  dismissUpload(uploadId: string): void;
  /** The object's bytes, for showing it inline from a blob address. */
  readFile(key: string): Promise<Result<Blob, AwsFailure>>;
  /** An address of 60 s at most that downloads the object under its own name. */
  downloadAddress(key: string, name: string): Promise<Result<URL, AwsFailure>>;
  /** Takes the reference out of the note; the object goes after 10 s, once no note names it. The result undoes it. */
  removeAttachment(id: NoteId, key: string): Promise<Result<{ undo(): Promise<void> }, StoreFailure>>;
  /** Asks for a round of sync now; resolves when it has ended. */
  syncNow(): Promise<void>;
}

export interface NoteList {
  readonly notes: readonly NoteSummary[];
  /** False while the device's copy is still being read. */
  readonly complete: boolean;
}

const ServicesContext = createContext<Services | null>(null);

export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices outside of ServicesProvider');
  return services;
}
