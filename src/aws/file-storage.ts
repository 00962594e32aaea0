import type { Result } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';

/** Attachments that are in S3. Keys are whole object keys. */
export interface FileStorage {
  /** The whole object. */
  read(key: string): Promise<Result<Blob, AwsFailure>>;
  /** A presigned address of at most 60 s that downloads the object as `name`, octet-stream. Never stored, logged or shown. */
  downloadAddress(key: string, name: string): Promise<Result<URL, AwsFailure>>;
  /** Deletes the object; one that is not there counts as deleted. */
  remove(key: string): Promise<Result<void, AwsFailure>>;
}
