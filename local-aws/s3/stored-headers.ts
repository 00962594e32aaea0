import { AwsError } from '../service.ts';

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];
const MAX_METADATA_BYTES = 2048;

/** The headers of an upload that come back with every download of the object. */
export function storedHeaders(headers: Headers): Readonly<Record<string, string>> {
  const metadata = [...headers].filter(([name]) => name.startsWith('x-amz-meta-'));
  const bytes = metadata.reduce((sum, [name, value]) => sum + name.length - 'x-amz-meta-'.length + value.length, 0);
  if (bytes > MAX_METADATA_BYTES)
    throw new AwsError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  const kept = [...headers].filter(([name]) => KEPT.includes(name));
  const { 'content-encoding': encoding, ...stored } = Object.fromEntries([
    ['content-type', 'binary/octet-stream'],
    ...kept,
    ...metadata,
  ]);
  const ownEncoding = withoutAwsChunked(encoding ?? '');
  return ownEncoding === '' ? stored : { ...stored, 'content-encoding': ownEncoding };
}

/** `aws-chunked` is how the request was sent, not how the object is encoded. */
const withoutAwsChunked = (encoding: string) =>
  encoding
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== 'aws-chunked')
    .join(',');
