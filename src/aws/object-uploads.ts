import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';
import { compositeSha256, type HashBytes, partSizeOf } from './checksum.ts';
import type { ObjectStorage, UploadedPart, UploadInParts } from './object-storage.ts';
import type { S3Client } from './s3-client.ts';
import type { S3Refusal } from './s3-refusal.ts';
import type { HttpAnswer } from './s3-transport.ts';
import { elements, elementText, escapeXml, hasRoot } from './s3-xml.ts';
import type { HttpHeaders } from './signed-s3.ts';
import { damaged } from './storage-errors.ts';
import { storedAs } from './stored-content-type.ts';

type Uploads = Pick<
  ObjectStorage,
  'partSize' | 'checksum' | 'put' | 'begin' | 'sendPart' | 'parts' | 'complete' | 'abort'
>;

/** Sending objects: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html, with additional checksums. */
export function createObjectUploads({ ask }: Pick<S3Client, 'ask'>, sha256: HashBytes): Uploads {
  const checksums = new WeakMap<Blob, Promise<string>>();

  /** Bytes are hashed once, be it before they are sent or because they have to be sent again. */
  function checksumOf(bytes: Blob): Promise<string> {
    const checksum = checksums.get(bytes) ?? sha256(bytes);
    checksums.set(bytes, checksum);
    return checksum;
  }

  /** The parts behind number `after`, `most` of them at most. */
  const page = ({ key, uploadId }: UploadInParts, after: string, most: number) =>
    ask<PartPage | 'gone'>(
      { method: 'GET', key, query: { uploadId, 'part-number-marker': after, 'max-parts': String(most) } },
      partPage,
      ifGone,
    );

  /** The part as S3 lists it, for buckets whose CORS does not show a page the ETag of what it has sent. */
  async function listed(
    upload: UploadInParts,
    number: number,
    checksum: string,
  ): Promise<Result<UploadedPart | 'gone', AwsFailure>> {
    const found = await page(upload, String(number - 1), 1);
    if (!found.ok) return found;
    const part = found.value === 'gone' ? undefined : found.value.parts[0];
    if (part?.number !== number) return succeeded('gone');
    return part.sha256 === checksum ? succeeded(part) : failed(damaged(`S3 has another part ${number}.`));
  }

  /** Whether the object has been made of these parts already. */
  const isThere = (key: string, composite: string) =>
    ask(
      { method: 'HEAD', key, headers: { 'x-amz-checksum-mode': 'ENABLED' } },
      ({ headers }) => headers.get('x-amz-checksum-sha256') === composite,
      ({ code }) => (code === 'AccessDenied' || code === 'NoSuchKey' ? false : undefined),
    );

  return {
    partSize: partSizeOf,
    checksum: checksumOf,

    async put({ key, contentType, bytes }, { signal, onProgress }) {
      const headers = { ...typeHeaders(contentType), 'x-amz-checksum-sha256': await checksumOf(bytes) };
      const sent = await ask({ method: 'PUT', key, headers, body: bytes, signal, onSent: onProgress }, taken);
      return sent.ok ? succeeded(undefined) : sent;
    },

    begin: ({ key, contentType }) =>
      ask(
        {
          method: 'POST',
          key,
          query: { uploads: '' },
          headers: { ...typeHeaders(contentType), 'x-amz-checksum-algorithm': 'SHA256' },
        },
        async ({ body }) => elementText(await body.text(), 'UploadId') ?? undefined,
      ),

    async sendPart({ key, uploadId, number, bytes }, { signal, onProgress }) {
      const checksum = await checksumOf(bytes);
      const sent = await ask<string | null | 'gone'>(
        {
          method: 'PUT',
          key,
          query: { partNumber: String(number), uploadId },
          headers: { 'x-amz-checksum-sha256': checksum },
          body: bytes,
          signal,
          onSent: onProgress,
        },
        ({ headers, body }) => (body.size === 0 ? headers.get('etag') : undefined),
        ifGone,
      );
      if (!sent.ok || sent.value === 'gone') return sent.ok ? succeeded('gone') : sent;
      if (sent.value === null) return listed({ key, uploadId }, number, checksum);
      return succeeded({ number, etag: sent.value, sha256: checksum });
    },

    async parts(upload) {
      const parts: UploadedPart[] = [];
      for (let after: string | null = '0'; after !== null; ) {
        const found: Result<PartPage | 'gone', AwsFailure> = await page(upload, after, 1000);
        if (!found.ok) return found;
        if (found.value === 'gone') return succeeded('gone');
        parts.push(...found.value.parts);
        after = found.value.next;
      }
      return succeeded(parts);
    },

    async complete({ key, uploadId, parts }) {
      const composite = await compositeSha256(parts.map((part) => part.sha256));
      const completed = await ask<string | null | 'gone'>(
        {
          method: 'POST',
          key,
          query: { uploadId },
          headers: { 'content-type': 'application/xml', 'x-amz-checksum-sha256': composite },
          body: completion(parts),
        },
        async ({ body }) => {
          const xml = await body.text();
          return hasRoot(xml, 'CompleteMultipartUploadResult') ? elementText(xml, 'ChecksumSHA256') : undefined;
        },
        ({ code }) => (code === 'NoSuchUpload' || code === 'InvalidPart' ? 'gone' : undefined),
      );
      if (!completed.ok) return completed;
      if (completed.value === 'gone') {
        const done = await isThere(key, composite);
        return done.ok ? succeeded(done.value ? 'done' : 'gone') : done;
      }
      if (completed.value === null || completed.value === composite) return succeeded('done');
      return failed(damaged(`S3 has the checksum ${completed.value}, not ${composite}.`));
    },

    abort: ({ key, uploadId }) =>
      ask<'done' | 'denied'>({ method: 'DELETE', key, query: { uploadId } }, taken, ({ code }) => {
        if (code === 'NoSuchUpload') return 'done';
        return code === 'AccessDenied' ? 'denied' : undefined;
      }),
  };
}

/** S3 says yes to what it was given without a word; a web page in its place has some. */
const taken = ({ body }: HttpAnswer): 'done' | undefined => (body.size === 0 ? 'done' : undefined);

const ifGone = ({ code }: S3Refusal): 'gone' | undefined => (code === 'NoSuchUpload' ? 'gone' : undefined);

function typeHeaders(type: string): HttpHeaders {
  const { contentType, downloadOnly } = storedAs(type);
  return { 'content-type': contentType, ...(downloadOnly && { 'content-disposition': 'attachment' }) };
}

interface PartPage {
  readonly parts: readonly UploadedPart[];
  /** null: these were the last. */
  readonly next: string | null;
}

async function partPage({ body }: HttpAnswer): Promise<PartPage | undefined> {
  const xml = await body.text();
  if (!hasRoot(xml, 'ListPartsResult')) return undefined;
  const parts = elements(xml, 'Part').flatMap((part) => {
    const number = Number(elementText(part, 'PartNumber'));
    const etag = elementText(part, 'ETag');
    const checksum = elementText(part, 'ChecksumSHA256');
    return number > 0 && etag !== null && checksum !== null ? [{ number, etag, sha256: checksum }] : [];
  });
  const more = elementText(xml, 'IsTruncated') === 'true';
  return { parts, next: more ? elementText(xml, 'NextPartNumberMarker') : null };
}

function completion(parts: readonly UploadedPart[]): string {
  const lines = parts.map(
    ({ number, etag, sha256: checksum }) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${escapeXml(etag)}</ETag><ChecksumSHA256>${escapeXml(checksum)}</ChecksumSHA256></Part>`,
  );
  return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${lines.join('')}</CompleteMultipartUpload>`;
}
