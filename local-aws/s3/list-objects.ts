import { account } from '../settings.ts';
import type { S3Handler } from './call.ts';
import type { StoredObject } from './object-folder.ts';
import { readNumber } from './read-number.ts';
import { invalidArgument, notImplemented } from './refusals.ts';
import { element } from './xml.ts';
import { xmlResponse } from './xml-response.ts';

const MOST = 1000;

/** ListObjectsV2, in the order of the keys' bytes; a continuation token holds the last key of the page before. */
export const listObjects: S3Handler = async ({ query }, { objects }) => {
  if (query.get('list-type') !== '2') throw invalidArgument('Invalid List Type specified in Request');
  if (query.has('delimiter') || query.has('fetch-owner')) throw notImplemented();
  const limit = readNumber(query.get('max-keys') ?? String(MOST), 0, 2 ** 31 - 1);
  if (limit === null) throw invalidArgument('Provided max-keys not an integer or within integer range');
  const encoding = query.get('encoding-type');
  if (encoding !== null && encoding !== 'url') throw invalidArgument('Invalid Encoding Method specified in Request');
  const write = encoding === null ? (text: string) => text : urlEncoded;

  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const start = query.get('start-after') ?? '';
  const after = Buffer.from(token === null ? start : keyOf(token));
  const found = (await objects.all())
    .filter(({ name }) => name.startsWith(prefix) && Buffer.compare(Buffer.from(name), after) > 0)
    .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const shown = found.slice(0, Math.min(limit, MOST));
  const last = shown.at(-1);
  const more = last !== undefined && shown.length < found.length;

  return xmlResponse(
    element(
      'ListBucketResult',
      element('Name', account.bucket),
      element('Prefix', write(prefix)),
      token === null ? null : element('ContinuationToken', token),
      more ? element('NextContinuationToken', tokenOf(last.name)) : null,
      start === '' ? null : element('StartAfter', write(start)),
      element('KeyCount', shown.length),
      element('MaxKeys', limit),
      encoding === null ? null : element('EncodingType', encoding),
      element('IsTruncated', more),
      ...shown.map((object) => contents(object, write)),
    ),
  );
};

const contents = ({ name, size, about }: StoredObject, write: (text: string) => string) =>
  element(
    'Contents',
    element('Key', write(name)),
    element('LastModified', new Date(about.modifiedAt).toISOString()),
    element('ETag', about.etag),
    about.checksum && element('ChecksumAlgorithm', about.checksum.algorithm.toUpperCase()),
    about.checksum && element('ChecksumType', about.checksum.type),
    element('Size', size),
    element('StorageClass', 'STANDARD'),
  );

/** As S3 does: a slash stays, a space is a plus. */
const urlEncoded = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+');

const MARK = 'after ';
const tokenOf = (key: string) => Buffer.from(MARK + key).toString('base64');

function keyOf(token: string): string {
  const text = Buffer.from(token, 'base64').toString();
  if (!text.startsWith(MARK)) throw invalidArgument('The continuation token provided is incorrect');
  return text.slice(MARK.length);
}
