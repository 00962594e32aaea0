import { createContext, useContext } from 'react';
import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { Aws } from '#src/aws/create-aws.ts';
import type { Check } from '#src/aws/doctor/check.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { SetAside, Snapshot } from '#src/store/snapshot.ts';
import type { Notebook, NoteList, Unsent } from '#src/sync/notebook.ts';
import type { FoundFile, NotebookFiles, PickedFile, PictureFile, Place, Upload } from '#src/sync/notebook-files.ts';
import type { Observable } from '#src/sync/observable-value.ts';
import type { BucketReport, CleanedUp, DeviceUse, Orphan, StorageReport } from '#src/sync/storage-report.ts';
import type { SyncStatus } from '#src/sync/sync-status.ts';
import type { WaitingChange } from '#src/sync/waiting-change.ts';

/** What screens need to name of the parts that they may not import. */
export type {
  AwsFailure,
  BucketReport,
  Check,
  CleanedUp,
  DeviceUse,
  FoundFile,
  Notebook,
  NotebookFiles,
  NoteList,
  NoteRecord,
  Observable,
  Orphan,
  PickedFile,
  PictureFile,
  Place,
  Session,
  SetAside,
  SignedInUser,
  Snapshot,
  StorageReport,
  StoreFailure,
  SyncStatus,
  Unsent,
  Upload,
  WaitingChange,
};

/** All that screens may ask of the parts behind them. */
export interface Services {
  readonly session: Session;
  /** The notebook of the signed-in person; null while nobody is. */
  readonly notebook: Observable<Notebook | null>;
  /** Why the signed-in person's notes cannot be had from this device; null where they can. */
  readonly notebookFailure: Observable<StoreFailure | null>;
  /** The browser had removed the notes that this device kept. */
  readonly evicted: Observable<boolean>;
  /** Where the app is connected, for settings and the connection doctor. */
  readonly connection: Connection;
  /** Looks at the connection, hop by hop. */
  readonly doctor: Doctor;
  readonly updates: AppUpdates;
  /** What another app or page has shared, as the text of a new note; '' where there is nothing, and once a person has decided about it. */
  readonly shared: { text(): string; decided(): void };
  /** Starts a worker from one of the app's own scripts. */
  readonly startWorker: (address: string) => Promise<Worker>;
  /** What is printed on the keys. */
  readonly keyboard: 'apple' | 'other';
  /** Opens the page's clock: ms. */
  readonly now: () => number;
}

/** New versions of the app itself. */
export interface AppUpdates {
  /** Whether one has arrived and waits. */
  readonly ready: Observable<boolean>;
  /** Saves everything and goes to it. False: something would be lost, and nothing has happened. */
  take(): Promise<boolean>;
}

export type Doctor = Pick<Aws, 'examine'>;

export interface Connection {
  readonly kind: 'local' | 'aws';
  readonly region: string;
  readonly apiUrl: string;
  readonly bucket: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly identityPoolId: string;
  readonly attachmentsPrefix: string;
  readonly maxAttachmentBytes: number;
  /** Who may make an account: everybody, or those alone whom the owner invites. */
  readonly signUp: 'open' | 'invited';
  /** In local mode: the mail that the embedded AWS has sent. */
  readonly inbox: Observable<readonly InboxMessage[]> | null;
}

export interface InboxMessage {
  readonly to: string;
  readonly kind: 'sign-up' | 'reset' | 'attribute' | 'sign-in';
  readonly code: string;
  readonly sentAt: number;
}

const ServicesContext = createContext<Services | null>(null);

export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices outside of ServicesProvider');
  return services;
}
