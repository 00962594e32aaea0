/**
 * The keys that a full S3 address may mean: virtual-host style (`https://BUCKET.s3.REGION.amazonaws.com/KEY`) or path style
 * (`https://s3.REGION.amazonaws.com/BUCKET/KEY`), in the forms with and without a region, with `-` or `.` before it, dual-stack included
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html). A `+` is a space in addresses that S3 answered a
 * multipart upload with, and itself in others, so both are given. None where the address is not of `bucket`.
 */
export function keysOfAddress(address: string, bucket: string): readonly string[] {
  const url = parse(address);
  if (url === null) return [];
  const path = encodedKey(url, bucket);
  if (path === null || path === '') return [];
  return [...new Set([decode(path.replaceAll('+', ' ')), decode(path)])];
}

/** The last part of the address's path, decoded. */
export function lastSegment(address: string): string {
  const path = decode((parse(address)?.pathname ?? address).replaceAll('+', ' '));
  return path.slice(path.lastIndexOf('/') + 1);
}

const s3Host = /^s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

function encodedKey(url: URL, bucket: string): string | null {
  const path = url.pathname.slice(1);
  if (url.hostname.startsWith(`${bucket.toLowerCase()}.`) && s3Host.test(url.hostname.slice(bucket.length + 1)))
    return path;
  const lead = `${bucket}/`;
  return s3Host.test(url.hostname) && path.startsWith(lead) ? path.slice(lead.length) : null;
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray `%` in an address that somebody else wrote: the key may hold it as it is.
    return path;
  }
}
