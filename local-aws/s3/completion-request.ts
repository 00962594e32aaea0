import { AwsError } from '../service.ts';
import type { BlobFolder } from './blob-folder.ts';
import { checksumElement } from './checksums.ts';
import type { Part, PartAbout } from './uploads.ts';
import { unescapeXml } from './xml.ts';

/** All parts but the last. */
const MIN_PART_BYTES = 5 * 1024 * 1024;

/** A part as CompleteMultipartUpload names it. */
export interface RequestedPart {
  readonly number: number;
  /** Without quotes. */
  readonly etag: string;
  /** Elements such as `ChecksumCRC32`. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads `<CompleteMultipartUpload><Part><PartNumber/><ETag/></Part>…`. Throws MalformedXML, and InvalidPartOrder. */
export function parseCompletion(body: Uint8Array): readonly RequestedPart[] {
  const text = new TextDecoder().decode(body);
  const inner = /<CompleteMultipartUpload(?:\s[^>]*)?>(.*)<\/CompleteMultipartUpload>\s*$/s.exec(text)?.[1];
  const parts = [...(inner ?? '').matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, content]) => parsePart(content ?? ''));
  if (parts.length === 0) throw malformed();
  if (parts.some((part, index) => part.number <= (parts[index - 1]?.number ?? 0)))
    throw new AwsError(
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    );
  return parts;
}

/** The parts that were asked for. Throws InvalidPart where one is not there or another one than the client sent, EntityTooSmall. */
export async function findParts(
  stored: BlobFolder<PartAbout>,
  requested: readonly RequestedPart[],
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const { number, etag, fields } of requested) {
    const part = await stored.get(String(number));
    if (part?.about.md5 !== etag) throw invalidPart();
    const checksum = part.about.checksum;
    const claimed = checksum && fields.get(checksumElement(checksum.algorithm));
    if (claimed && claimed !== checksum.value) throw invalidPart();
    parts.push(part);
  }
  if (parts.slice(0, -1).some((part) => part.size < MIN_PART_BYTES))
    throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  return parts;
}

function parsePart(content: string): RequestedPart {
  const fields = new Map(
    [...content.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [
      name ?? '',
      unescapeXml(value ?? '').trim(),
    ]),
  );
  const number = fields.get('PartNumber') ?? '';
  const etag = fields.get('ETag') ?? '';
  if (!/^\d{1,5}$/.test(number) || etag === '') throw malformed();
  return { number: Number(number), etag: etag.replaceAll('"', ''), fields };
}

const invalidPart = () =>
  new AwsError(
    'InvalidPart',
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  );

const malformed = () =>
  new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
