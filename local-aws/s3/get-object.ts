import type { S3Call, S3State } from './call.ts';
import { checksumHeaders } from './checksums.ts';
import type { StoredObject } from './object-folder.ts';
import { bucketArn } from './operation.ts';
import { isUnmodified, rangeHolds } from './preconditions.ts';
import { parseRange } from './range.ts';
import { accessDenied, noSuchKey, notImplemented } from './refusals.ts';

/** GetObject and HeadObject. */
export async function getObject(call: S3Call, { objects }: S3State): Promise<Response> {
  if (call.query.has('partNumber')) throw notImplemented();
  const mayList = await call.mayList();
  const object = await objects.get(call.key);
  if (object === null) throw mayList ? noSuchKey() : accessDenied('s3:ListBucket', bucketArn);

  if (isUnmodified(call.headers, object)) return new Response(null, { status: 304, headers: validators(object) });
  const range = rangeHolds(call.headers, object) ? parseRange(call.headers.get('range'), object.size) : null;
  const { start, end } = range ?? { start: 0, end: object.size };
  const headers = {
    ...validators(object),
    ...object.about.headers,
    ...overrides(call.query),
    ...(call.headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && range === null
      ? checksumHeaders(object.about.checksum)
      : {}),
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${object.size}` }),
    'accept-ranges': 'bytes',
    'content-length': String(end - start),
    'x-amz-server-side-encryption': 'AES256',
  };
  return new Response(call.method === 'HEAD' ? null : object.read(start, end), {
    status: range === null ? 200 : 206,
    headers,
  });
}

const validators = ({ about }: StoredObject) => ({
  etag: about.etag,
  'last-modified': new Date(about.modifiedAt).toUTCString(),
});

const OVERRIDABLE = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** A signed request may ask for other headers than those that are stored (`response-content-disposition=…`). */
const overrides = (query: URLSearchParams) =>
  Object.fromEntries(
    OVERRIDABLE.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );
