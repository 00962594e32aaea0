import { createObjectReads } from './object-reads.ts';
import type { ObjectStorage } from './object-storage.ts';
import { createObjectUploads } from './object-uploads.ts';
import { createS3Client, type S3ClientParts } from './s3-client.ts';

/** The bucket over signed requests of our own. */
export function createObjectStorage(parts: S3ClientParts): ObjectStorage {
  const client = createS3Client(parts);
  return { ...createObjectUploads(client), ...createObjectReads(client) };
}
