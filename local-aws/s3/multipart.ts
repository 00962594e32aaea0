import { account } from '../settings.ts';
import type { S3Call, S3State } from './call.ts';
import { checksumElement, checksumHeader } from './checksums.ts';
import { readPayload, readUploadChecksum } from './payload.ts';
import { readNumber } from './read-number.ts';
import { invalidArgument, invalidRequest } from './refusals.ts';
import { storedHeaders } from './stored-headers.ts';
import type { Part } from './uploads.ts';
import { element } from './xml.ts';
import { xmlResponse } from './xml-response.ts';

const MAX_PARTS = 10_000;

export async function createMultipartUpload({ key, headers }: S3Call, { uploads, world }: S3State): Promise<Response> {
  const checksum = readUploadChecksum(headers);
  const id = await uploads.create({ key, headers: storedHeaders(headers), checksum, createdAt: world.now() });
  return xmlResponse(
    element(
      'InitiateMultipartUploadResult',
      element('Bucket', account.bucket),
      element('Key', key),
      element('UploadId', id),
    ),
    checksum === null
      ? {}
      : { 'x-amz-checksum-algorithm': checksum.algorithm.toUpperCase(), 'x-amz-checksum-type': checksum.type },
  );
}

/** A part that was there under the same number is replaced. */
export async function uploadPart(call: S3Call, { uploads, world }: S3State): Promise<Response> {
  const number = readNumber(call.query.get('partNumber'), 1, MAX_PARTS);
  if (number === null) throw invalidArgument(`Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`);
  return uploads.use(call.query.get('uploadId') ?? '', call.key, async (upload) => {
    const { bytes, md5, checksum } = readPayload(call.body, call.headers);
    const expected = upload.about.checksum?.algorithm;
    if (expected !== undefined && expected !== checksum?.algorithm)
      throw invalidRequest(
        `Checksum Type mismatch occurred, expected checksum Type: ${expected}, actual checksum Type: ${checksum?.algorithm ?? 'null'}`,
      );
    const about = { number, md5: md5.toString('hex'), checksum, modifiedAt: world.now() };
    await upload.parts.put(String(number), bytes, () => about);
    return new Response(null, {
      headers: {
        etag: `"${about.md5}"`,
        ...(checksum === null ? {} : { [checksumHeader(checksum.algorithm)]: checksum.value }),
        'x-amz-server-side-encryption': 'AES256',
      },
    });
  });
}

export async function listParts(call: S3Call, { uploads }: S3State): Promise<Response> {
  const marker = readNumber(call.query.get('part-number-marker') ?? '0', 0, MAX_PARTS);
  const limit = readNumber(call.query.get('max-parts') ?? '1000', 0, 2 ** 31);
  if (marker === null) throw invalidArgument('Provided part-number-marker not an integer or within integer range');
  if (limit === null) throw invalidArgument('Provided max-parts not an integer or within integer range');
  return uploads.use(call.query.get('uploadId') ?? '', call.key, async (upload) => {
    const later = (await upload.parts.all())
      .filter((part) => part.about.number > marker)
      .sort((a, b) => a.about.number - b.about.number);
    const shown = later.slice(0, Math.min(limit, 1000));
    const { checksum } = upload.about;
    return xmlResponse(
      element(
        'ListPartsResult',
        element('Bucket', account.bucket),
        element('Key', call.key),
        element('UploadId', upload.id),
        element('StorageClass', 'STANDARD'),
        element('PartNumberMarker', marker),
        element('NextPartNumberMarker', shown.at(-1)?.about.number ?? 0),
        element('MaxParts', limit),
        element('IsTruncated', shown.length < later.length),
        checksum && element('ChecksumAlgorithm', checksum.algorithm.toUpperCase()),
        checksum && element('ChecksumType', checksum.type),
        ...shown.map(partElement),
      ),
    );
  });
}

export async function abortMultipartUpload(call: S3Call, { uploads }: S3State): Promise<Response> {
  await uploads.use(call.query.get('uploadId') ?? '', call.key, (upload) => upload.remove());
  return new Response(null, { status: 204 });
}

const partElement = ({ size, about }: Part) =>
  element(
    'Part',
    element('PartNumber', about.number),
    element('LastModified', new Date(about.modifiedAt).toISOString()),
    element('ETag', `"${about.md5}"`),
    element('Size', size),
    about.checksum && element(checksumElement(about.checksum.algorithm), about.checksum.value),
  );
