import { createHash } from 'node:crypto';

/** A file of the site as it was uploaded. */
export interface SiteObject {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** The object of the path, which begins with a slash; null: there is none. */
export type SiteObjects = (path: string) => Promise<SiteObject | null>;

/** What S3 tells a distribution about a path. Whoever may not list the bucket is not told that something is missing. */
export async function askBucket(objects: SiteObjects, path: string, mayList: boolean): Promise<Response> {
  const object = await objects(path);
  if (object !== null) {
    const { bytes, contentType, cacheControl } = object;
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    return new Response(bytes, { headers: { 'content-type': contentType, 'cache-control': cacheControl, etag } });
  }
  const [status, code] = mayList ? [404, 'NoSuchKey'] : [403, 'AccessDenied'];
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}
