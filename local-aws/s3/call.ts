import type { World } from '../service.ts';
import type { ObjectFolder } from './object-folder.ts';
import type { Uploads } from './uploads.ts';

/** One authenticated and authorised request to an object. */
export interface S3Call {
  readonly method: string;
  readonly key: string;
  readonly query: URLSearchParams;
  /** The request's headers, with what a presigned address has in their place. */
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Whether the signer may do this, too. */
  mayList(): Promise<boolean>;
}

/** What S3's operations work on. */
export interface S3State {
  readonly world: World;
  readonly objects: ObjectFolder;
  readonly uploads: Uploads;
}

export type S3Handler = (call: S3Call, state: S3State) => Promise<Response>;
