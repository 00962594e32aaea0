import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c } from './crc32c.ts';

/** The checksums of x-amz-checksum-* that are implemented here. */
export type ChecksumAlgorithm = 'crc32' | 'crc32c' | 'sha1' | 'sha256';

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** base64; of a multipart upload `base64-PARTS`. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

/** A checksum of bytes that come piece by piece. */
export interface RunningChecksum {
  update(bytes: Uint8Array): void;
  /** base64 */
  value(): string;
}

export function startChecksum(algorithm: ChecksumAlgorithm): RunningChecksum {
  if (algorithm === 'sha1' || algorithm === 'sha256') {
    const hash = createHash(algorithm);
    return { update: (bytes) => void hash.update(bytes), value: () => hash.digest('base64') };
  }
  const next = algorithm === 'crc32' ? crc32 : crc32c;
  let crc = 0;
  return {
    update(bytes) {
      crc = next(bytes, crc);
    },
    value() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes.toString('base64');
    },
  };
}

export function checksumOf(algorithm: ChecksumAlgorithm, bytes: Uint8Array): string {
  const running = startChecksum(algorithm);
  running.update(bytes);
  return running.value();
}

/** The checksum of the parts' checksums, which S3 gives a multipart upload unless it is told otherwise. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly string[]): string {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')));
  return `${checksumOf(algorithm, bytes)}-${parts.length}`;
}

export const checksumHeader = (algorithm: ChecksumAlgorithm): string => `x-amz-checksum-${algorithm}`;

/** As in `ChecksumCRC32`. */
export const checksumElement = (algorithm: ChecksumAlgorithm): string => `Checksum${algorithm.toUpperCase()}`;

export const parseChecksumAlgorithm = (name: string): ChecksumAlgorithm | null =>
  ALGORITHMS.find((algorithm) => algorithm === name.toLowerCase()) ?? null;

export const ALGORITHMS: readonly ChecksumAlgorithm[] = ['crc32', 'crc32c', 'sha1', 'sha256'];

/** What S3 answers with beside the ETag. */
export const checksumHeaders = (checksum: Checksum | null): Readonly<Record<string, string>> =>
  checksum === null
    ? {}
    : { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
