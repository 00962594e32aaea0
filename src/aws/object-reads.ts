import { failed, succeeded } from '#src/notes/result.ts';
import { agrees, type HashBytes } from './checksum.ts';
import { attachmentNamed } from './content-disposition.ts';
import type { AddressUse, ObjectList, ObjectStorage } from './object-storage.ts';
import type { S3Client } from './s3-client.ts';
import type { HttpAnswer } from './s3-transport.ts';
import { elements, elementText, hasRoot } from './s3-xml.ts';
import type { Query } from './signed-s3.ts';
import { damaged, tooLargeToRead } from './storage-errors.ts';
import { storedAs } from './stored-content-type.ts';

type Reads = Pick<ObjectStorage, 'facts' | 'read' | 'address' | 'remove' | 'list'>;

/** s */
const lifetimes: Readonly<Record<AddressUse['kind'], number>> = { download: 60, media: 900 };

/** Reading objects, and taking them away. */
export const createObjectReads = ({ ask, address, now }: S3Client, sha256: HashBytes): Reads => ({
  facts: (key) =>
    ask({ method: 'HEAD', key }, ({ headers }) => ({
      size: Number(headers.get('content-length')),
      type: headers.get('content-type') ?? '',
      etag: headers.get('etag'),
      age: now() - Date.parse(headers.get('last-modified') ?? ''),
    })),

  async read(key, { from = 0, to = Number.POSITIVE_INFINITY, mostBytes, signal, onProgress } = {}) {
    const whole = from === 0 && to === Number.POSITIVE_INFINITY;
    const headers = whole
      ? { 'x-amz-checksum-mode': 'ENABLED' }
      : { range: `bytes=${from}-${to === Number.POSITIVE_INFINITY ? '' : to - 1}` };
    const got = await ask(
      { method: 'GET', key, query: asStored, headers, signal, mostBytes, onReceived: onProgress },
      ({ status, headers, body, isTooLarge }) => ({
        bytes: withType(status === 206 || whole ? body : body.slice(from, Math.min(to, body.size)), headers),
        checksum: whole ? headers.get('x-amz-checksum-sha256') : null,
        isTooLarge,
      }),
      ({ code }) => (code === 'InvalidRange' ? { bytes: new Blob(), checksum: null, isTooLarge: false } : undefined),
    );
    if (!got.ok) return got;
    const { bytes, checksum, isTooLarge } = got.value;
    if (isTooLarge) return failed(tooLargeToRead);
    if (checksum === null || (await agrees(bytes, checksum, sha256))) return succeeded(bytes);
    return failed(damaged(`The checksum of what came is not ${checksum}.`));
  },

  address: (key, as) => address(key, answersAs(as), lifetimes[as.kind]),

  async remove(key) {
    const removed = await ask(
      { method: 'DELETE', key },
      ({ body }) => (body.size === 0 ? 'done' : undefined),
      ({ code }) => (code === 'NoSuchKey' ? 'done' : undefined),
    );
    return removed.ok ? succeeded(undefined) : removed;
  },

  list: (prefix, after) =>
    ask(
      {
        method: 'GET',
        key: '',
        // Encoded, since XML cannot hold every character that a key may.
        query: {
          'list-type': '2',
          'encoding-type': 'url',
          prefix,
          ...(after !== null && { 'continuation-token': after }),
        },
      },
      (answer) => listPage(answer, now()),
    ),
});

const withType = (bytes: Blob, headers: Headers) =>
  bytes.slice(0, bytes.size, storedAs(headers.get('content-type') ?? '').contentType);

/**
 * Whoever put the object there may have said that it is packed: a browser would unpack it on its way, to whatever size, and refuse a part of it.
 */
const asStored = { 'response-content-encoding': 'identity' };

const answersAs = (as: AddressUse): Query =>
  as.kind === 'media'
    ? { ...asStored, 'response-content-type': storedAs(as.type).contentType }
    : {
        ...asStored,
        'response-content-disposition': attachmentNamed(as.name),
        'response-content-type': 'application/octet-stream',
      };

async function listPage({ body }: HttpAnswer, now: number): Promise<ObjectList | undefined> {
  const xml = await body.text();
  if (!hasRoot(xml, 'ListBucketResult')) return undefined;
  const objects = elements(xml, 'Contents').map((object) => ({
    key: decodeURIComponent((elementText(object, 'Key') ?? '').replaceAll('+', ' ')),
    size: Number(elementText(object, 'Size')),
    age: now - Date.parse(elementText(object, 'LastModified') ?? ''),
  }));
  return { objects, next: elementText(xml, 'NextContinuationToken') };
}
