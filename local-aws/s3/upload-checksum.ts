import type { Checksum, ChecksumAlgorithm } from './checksums.ts';
import { ALGORITHMS, checksumElement, checksumHeader, compositeChecksum, startChecksum } from './checksums.ts';
import type { RequestedPart } from './completion-request.ts';
import { badDigest, invalidRequest } from './refusals.ts';
import type { Part } from './uploads.ts';

/**
 * The checksum of a whole multipart upload, of the kind that it was created for (null: none), found to be the one that the completing
 * request may name in its headers.
 */
export async function uploadChecksum(
  kind: Pick<Checksum, 'algorithm' | 'type'> | null,
  requested: readonly RequestedPart[],
  parts: readonly Part[],
  headers: Headers,
): Promise<Checksum | null> {
  const other = ALGORITHMS.find((each) => each !== kind?.algorithm && headers.has(checksumHeader(each)));
  if (other !== undefined)
    throw invalidRequest(
      `Checksum Type mismatch occurred, expected checksum Type: ${kind?.algorithm ?? 'null'}, actual checksum Type: ${other}`,
    );
  if (kind === null) return null;
  const { algorithm, type } = kind;
  const value = type === 'COMPOSITE' ? composite(algorithm, requested, parts) : await ofWhole(algorithm, parts);
  const claimed = headers.get(checksumHeader(algorithm));
  if (claimed !== null && claimed !== value) throw badDigest(algorithm.toUpperCase());
  return { algorithm, value, type };
}

function composite(algorithm: ChecksumAlgorithm, requested: readonly RequestedPart[], parts: readonly Part[]): string {
  const bare = requested.find((part) => !part.fields.has(checksumElement(algorithm)));
  if (bare !== undefined)
    throw invalidRequest(
      `The upload was created using a ${algorithm} checksum. The complete request must include the checksum for each part. It was missing for part ${bare.number} in the request.`,
    );
  return compositeChecksum(
    algorithm,
    parts.flatMap((part) => part.about.checksum?.value ?? []),
  );
}

async function ofWhole(algorithm: ChecksumAlgorithm, parts: readonly Part[]): Promise<string> {
  const running = startChecksum(algorithm);
  for (const part of parts) for await (const bytes of part.read(0, part.size)) running.update(bytes);
  return running.value();
}
