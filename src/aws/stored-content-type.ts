/** What S3 is told of an attachment's bytes. */
export interface StoredAs {
  readonly contentType: string;
  /** Whether a browser that opens the object itself is to download it. */
  readonly downloadOnly: boolean;
}

/**
 * Attachments are other people's bytes: only raster images, audio, video and PDF are for a browser to open. Texts and archives keep their
 * type and are downloaded; anything else, HTML and SVG first of all, is stored as bytes to download, so that no browser ever runs it from
 * the bucket's address. `type` is told by the content (src/notes/file-type.ts), and is looked at again when it is read: others write to
 * the bucket, too.
 */
export function storedAs(type: string): StoredAs {
  const bare = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (inert.has(bare)) return { contentType: bare, downloadOnly: false };
  return { contentType: kept.has(bare) ? bare : 'application/octet-stream', downloadOnly: true };
}

/** Harmless, and nothing that the app shows. */
const kept: ReadonlySet<string> = new Set(['text/plain', 'application/zip', 'image/heic', 'image/heif', 'image/tiff']);

const inert: ReadonlySet<string> = new Set([
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'audio/aac',
  'audio/flac',
  'audio/m4a',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/webm',
  'audio/x-m4a',
  'audio/x-wav',
  'video/mp4',
  'video/mpeg',
  'video/ogg',
  'video/quicktime',
  'video/webm',
  'application/pdf',
]);
