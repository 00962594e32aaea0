import type { BlobFolder, StoredBlob } from './blob-folder.ts';
import type { Checksum } from './checksums.ts';

/** What is known about an object beside its key and its bytes. */
export interface ObjectAbout {
  /** With its quotes. */
  readonly etag: string;
  /** ms */
  readonly modifiedAt: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum: Checksum | null;
}

export type ObjectFolder = BlobFolder<ObjectAbout>;
export type StoredObject = StoredBlob<ObjectAbout>;
