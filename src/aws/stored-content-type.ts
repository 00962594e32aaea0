/** What S3 is told of an attachment's bytes. */
export interface StoredAs {
  readonly contentType: string;
  /** Whether a browser that opens the object itself is to download it. */
  readonly downloadOnly: boolean;
}

/**
 * Attachments are other people's bytes: only raster images, audio, video and PDF keep their type. Anything else, HTML and SVG first of
 * all, is stored as bytes to download, so that no browser ever runs it from the bucket's address.
 */
export function storedAs(type: string): StoredAs {
  const bare = type.split(';')[0]?.trim().toLowerCase() ?? '';
  return inert.has(bare)
    ? { contentType: bare, downloadOnly: false }
    : { contentType: 'application/octet-stream', downloadOnly: true };
}

const inert: ReadonlySet<string> = new Set([
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/jpeg',
  'image/png',
  'image/tiff',
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
