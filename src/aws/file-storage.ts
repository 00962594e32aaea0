import type { Result } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';

/** Attachments in S3: straight from the browser, under the prefix that only this identity may touch. Keys are whole object keys. */
export interface FileStorage {
  /** Starts sending; multipart above 5 MiB. `result` never rejects. */
  upload(file: Blob, key: string, onProgress: (progress: Progress) => void): Transfer;
  /** The whole object. */
  read(key: string): Promise<Result<Blob, AwsFailure>>;
  /** A presigned address of at most 60 s that downloads the object as `name`, octet-stream. Never stored, logged or shown. */
  downloadAddress(key: string, name: string): Promise<Result<URL, AwsFailure>>;
  /** Deletes the object; one that is not there counts as deleted. */
  remove(key: string): Promise<Result<void, AwsFailure>>;
}

export interface Progress {
  readonly sentBytes: number;
  readonly totalBytes: number;
}

export interface Transfer {
  readonly result: Promise<Result<void, AwsFailure>>;
  /** Stops it and leaves no part behind. */
  cancel(): void;
}
