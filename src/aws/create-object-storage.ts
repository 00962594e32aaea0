import type { HashBytes } from './checksum.ts';
import { createObjectReads } from './object-reads.ts';
import type { ObjectStorage } from './object-storage.ts';
import { createObjectUploads } from './object-uploads.ts';
import { createS3Client, type S3ClientParts } from './s3-client.ts';

export interface ObjectStorageParts extends S3ClientParts {
  readonly sha256: HashBytes;
}

/** The bucket over signed requests of our own. */
export function createObjectStorage(parts: ObjectStorageParts): ObjectStorage {
  const client = createS3Client(parts);
  return { ...createObjectUploads(client, parts.sha256), ...createObjectReads(client, parts.sha256) };
}
