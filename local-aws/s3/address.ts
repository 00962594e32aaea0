/** What an S3 address names. `key` is '' for a bucket, `bucket` is null for S3 itself. */
export interface S3Address {
  readonly bucket: string | null;
  readonly key: string;
}

const HOST = /^(?:(?<bucket>.+)\.)?s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/;

/**
 * Reads `https://BUCKET.s3.REGION.amazonaws.com/KEY` and `https://s3.REGION.amazonaws.com/BUCKET/KEY`. A `+` in a path is a space to S3.
 * Throws URIError where the key is not UTF-8 in percent-encoding.
 */
export function parseAddress(url: URL): S3Address {
  const path = decodeURIComponent(url.pathname.slice(1).replaceAll('+', ' '));
  const bucket = HOST.exec(url.hostname)?.groups?.bucket;
  if (bucket !== undefined) return { bucket, key: path };
  const slash = path.indexOf('/');
  const [first, key] = slash === -1 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)];
  return { bucket: first === '' ? null : first, key };
}
