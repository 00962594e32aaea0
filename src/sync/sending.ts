import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { Failure } from '#src/notes/result.ts';
import type { FileStore, StoredUpload } from '#src/store/file-store.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { ChosenFiles, NoFile } from './chosen-files.ts';
import type { SendAs } from './send-as.ts';

/** What S3 has confirmed of a file that goes in parts. */
export type Multipart = NonNullable<StoredUpload['multipart']>;

export type SendFailure = AwsFailure | StoreFailure | NoFile | Failure<'no bytes'>;

export interface SendDeps {
  readonly files: FileStore;
  readonly objects: ObjectStorage;
  readonly chosen: Pick<ChosenFiles, 'of'>;
  /** One call for each request, so that what ends a session or its credentials costs one request and not the file. */
  readonly sendAs: SendAs;
  readonly signal: AbortSignal;
  /** Resolves when the file may set out; false: it may not any more. What can be done before that is done by then. */
  readonly turn: () => Promise<boolean>;
  readonly onProgress: (sentBytes: number) => void;
  /** The numbers of the parts that have set out since this tab leads; those that do are added. */
  readonly setOut: Set<number>;
}

/** Has bytes hashed that are sent next. Where that fails, whoever sends them hears of it. */
export const hashAhead = (objects: Pick<ObjectStorage, 'checksum'>, bytes: Blob): Promise<unknown> =>
  objects.checksum(bytes).catch(() => undefined);

/** The queue or the person has ended it. */
export const ended: AwsFailure = { kind: 'cancelled', message: 'Cancelled.', details: '' };
