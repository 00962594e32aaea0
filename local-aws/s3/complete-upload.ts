import { createHash } from 'node:crypto';
import { account } from '../settings.ts';
import type { S3Call, S3State } from './call.ts';
import { checksumElement } from './checksums.ts';
import { findParts, parseCompletion } from './completion-request.ts';
import { checkWrite } from './preconditions.ts';
import { uploadChecksum } from './upload-checksum.ts';
import type { Part } from './uploads.ts';
import { element } from './xml.ts';
import { xmlResponse } from './xml-response.ts';

/** Makes one object of the parts that the request names, and forgets the upload. */
export async function completeMultipartUpload(call: S3Call, { objects, uploads, world }: S3State): Promise<Response> {
  const requested = parseCompletion(call.body);
  return uploads.use(call.query.get('uploadId') ?? '', call.key, async (upload) => {
    const parts = await findParts(upload.parts, requested);
    const checksum = await uploadChecksum(upload.about.checksum, requested, parts, call.headers);
    const etag = etagOf(parts);
    await objects.put(
      call.key,
      parts,
      () => ({ etag, modifiedAt: world.now(), headers: upload.about.headers, checksum }),
      (current) => checkWrite(call.headers, current),
    );
    await upload.remove();
    return xmlResponse(
      element(
        'CompleteMultipartUploadResult',
        element('Location', `https://${account.bucket}.s3.${account.region}.amazonaws.com/${encodeURI(call.key)}`),
        element('Bucket', account.bucket),
        element('Key', call.key),
        element('ETag', etag),
        checksum && element(checksumElement(checksum.algorithm), checksum.value),
        checksum && element('ChecksumType', checksum.type),
      ),
      { 'x-amz-server-side-encryption': 'AES256' },
    );
  });
}

/** The MD5 of the parts' MD5s, and their number. */
function etagOf(parts: readonly Part[]): string {
  const md5s = Buffer.concat(parts.map((part) => Buffer.from(part.about.md5, 'hex')));
  return `"${createHash('md5').update(md5s).digest('hex')}-${parts.length}"`;
}
