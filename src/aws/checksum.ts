/** Gives the SHA-256 of bytes, in base64 as S3 writes it. Reads them into memory; rejects where that fails. */
export type HashBytes = (bytes: Blob) => Promise<string>;

/** Does it on the thread that asks, which Chromium keeps busy meanwhile. */
export const sha256: HashBytes = async (bytes) => base64(await digest(await bytes.arrayBuffer()));

/** What S3 makes of the checksums of an upload's parts: that of their bytes one after the other, and how many there were. */
export async function compositeSha256(parts: readonly string[]): Promise<string> {
  const bytes = parts.map((part) => Uint8Array.from(atob(part), (char) => char.charCodeAt(0)));
  return `${base64(await digest(await new Blob(bytes).arrayBuffer()))}-${parts.length}`;
}

/**
 * How large the parts of an upload of `size` bytes are; null where one request takes all. S3 takes 10,000 parts of 5 MiB at least
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html), and what is lost with a part should be little.
 */
export function partSizeOf(size: number): number | null {
  if (size <= smallestPart) return null;
  return Math.max(usualPart, Math.ceil(size / mostParts / mebibyte) * mebibyte);
}

/**
 * Whether bytes are those that S3 keeps a SHA-256 of. A composite one can be made again only where the parts were those of
 * `partSizeOf`, and a single one of few enough bytes to hold in memory; what cannot be made again is believed.
 */
export async function agrees(bytes: Blob, checksum: string, hash: HashBytes): Promise<boolean> {
  const count = /-(\d+)$/.exec(checksum)?.[1];
  if (count === undefined) return bytes.size > mostHeld || (await hash(bytes)) === checksum;
  const size = partSizeOf(bytes.size);
  if (size === null || Math.ceil(bytes.size / size) !== Number(count)) return true;
  const parts: string[] = [];
  for (let start = 0; start < bytes.size; start += size) parts.push(await hash(bytes.slice(start, start + size)));
  return (await compositeSha256(parts)) === checksum;
}

const mebibyte = 1024 * 1024;
const smallestPart = 5 * mebibyte;
const usualPart = 8 * mebibyte;
const mostParts = 10_000;
const mostHeld = 64 * mebibyte;

const digest = (bytes: ArrayBuffer) => crypto.subtle.digest('SHA-256', bytes);

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
