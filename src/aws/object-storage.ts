import type { Result } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';

/**
 * The bucket of attachments, straight from the browser: a call is a request, or little more, that is signed by itself, so that whoever
 * sends a large file piece by piece may lose the network, the credentials or the tab between any two. Keys are whole object keys.
 * What is sent goes with its SHA-256, which S3 compares before it says yes. Nothing here rejects, and nothing is sent twice by itself,
 * but for one repetition where the clock was wrong.
 */
export interface ObjectStorage {
  /** How a file of `size` bytes is to be sent: in parts of that many bytes, the last one smaller; null: whole, by `put`. */
  partSize(size: number): number | null;
  /** The SHA-256 of bytes as parts have it. Reads them into memory, but only once: when they are sent after that, it is known. */
  checksum(bytes: Blob): Promise<string>;
  /** Sends a whole object. A type that a browser might run is stored as bytes to download. */
  put(object: NewObject & { readonly bytes: Blob }, options: SendOptions): Promise<Result<void, AwsFailure>>;
  /** Begins an upload in parts. Gives its id, which S3 knows until the upload is completed or aborted. */
  begin(object: NewObject): Promise<Result<string, AwsFailure>>;
  /** Sends a part; numbers begin with 1, and all parts but the last have 5 MiB at least. */
  sendPart(
    part: UploadInParts & { readonly number: number; readonly bytes: Blob },
    options: SendOptions,
  ): Promise<Result<UploadedPart | 'gone', AwsFailure>>;
  /** The parts that S3 has, in order. */
  parts(upload: UploadInParts): Promise<Result<readonly UploadedPart[] | 'gone', AwsFailure>>;
  /**
   * Makes the object of its parts; done as well where it had been completed before and only the answer was lost. `gone`: S3 does not
   * have this upload, or not these parts of it. Then it is to be aborted and begun anew.
   */
  complete(
    upload: UploadInParts & { readonly parts: readonly UploadedPart[] },
  ): Promise<Result<'done' | 'gone', AwsFailure>>;
  /** Has S3 forget the upload and its parts; one that it does not know counts as done. `denied`: the policy does not let us. */
  abort(upload: UploadInParts): Promise<Result<'done' | 'denied', AwsFailure>>;
  facts(key: string): Promise<Result<ObjectFacts, AwsFailure>>;
  /**
   * The bytes from `from` up to, but not including, `to`; none where the object ends before. A whole object is compared with its
   * checksum, as far as S3 tells one that can be made here. The type is one that is safe to show. They are those that are stored, whatever
   * the object's Content-Encoding says.
   */
  read(key: string, options?: ReadOptions): Promise<Result<Blob, AwsFailure>>;
  /** A presigned address: of 60 s to download the object as `name`, of 15 minutes to play it. Never stored, logged or shown. */
  address(key: string, as: AddressUse): Promise<Result<URL, AwsFailure>>;
  /** Deletes the object; one that is not there counts as deleted. */
  remove(key: string): Promise<Result<void, AwsFailure>>;
  /** Up to 1,000 objects whose keys begin with `prefix`. `after`: the `next` of the page before. Most policies deny it. */
  list(prefix: string, after: string | null): Promise<Result<ObjectList, AwsFailure>>;
}

export interface NewObject {
  readonly key: string;
  readonly contentType: string;
}

export interface UploadInParts {
  readonly key: string;
  readonly uploadId: string;
}

export interface UploadedPart {
  readonly number: number;
  /** As S3 gives it, in quotes. */
  readonly etag: string;
  /** base64 */
  readonly sha256: string;
}

export interface SendOptions {
  /** Ends it when it aborts: `cancelled`. */
  readonly signal: AbortSignal;
  readonly onProgress?: (sentBytes: number) => void;
}

export interface ReadOptions {
  readonly from?: number;
  readonly to?: number;
  /** Where there are more, none is read: `too-large`. */
  readonly mostBytes?: number | undefined;
  /** Ends it when it aborts: `cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (receivedBytes: number) => void;
}

export interface ObjectFacts {
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  /** null where the bucket's CORS does not show it. */
  readonly etag: string | null;
  /** Since it was stored, by S3's own clock; ms, NaN where S3 does not say. */
  readonly age: number;
}

export type AddressUse =
  | { readonly kind: 'download'; readonly name: string }
  | { readonly kind: 'media'; readonly type: string };

export interface ObjectList {
  readonly objects: readonly {
    readonly key: string;
    /** Bytes. */
    readonly size: number;
    /** Since it was stored, by S3's own clock; ms, NaN where S3 does not say. */
    readonly age: number;
  }[];
  /** null: these were the last. */
  readonly next: string | null;
}
