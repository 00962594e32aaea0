import { randomBytes } from 'node:crypto';
import { sha256 } from '#src/aws/checksum.ts';
import type { ObjectStorageParts } from '#src/aws/create-object-storage.ts';
import { account } from '../../../local-aws/settings.ts';
import { alice } from '../local-aws/sigv4-people.ts';
import { uploadOverFetch } from './upload-over-fetch.ts';

/** What a client of S3 needs, as a person whose credentials are good, in a browser with nobody else in it. */
export const s3Parts = (changes: Partial<ObjectStorageParts> = {}): ObjectStorageParts => ({
  credentials: {
    current: async () => ({
      ok: true,
      value: { sub: 'ada', identityId: alice.identityId, email: 'ada@example.com', keys: alice },
    }),
  },
  gate: { ending: () => new AbortController().signal },
  bucket: account.bucket,
  region: account.region,
  now: () => Date.now(),
  locate: (address) => address,
  fetch: (...args) => fetch(...args),
  XMLHttpRequest: uploadOverFetch(),
  sha256,
  every: () => () => {},
  ...changes,
});

export const randomBlob = (size: number): Blob => new Blob([randomBytes(size)]);
