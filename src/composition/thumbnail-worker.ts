import { imageSize } from 'image-size';
import { imageType, imageTypeBytes } from '#src/notes/image-type.ts';
import type { MadeThumbnail, ThumbnailAnswer, ThumbnailAsked } from './thumbnail-messages.ts';

/** Of the longer side, px: sharp in a card of 160 px on a screen of two px a point. */
const side = 320;
/** A few kilobytes may claim to be a picture that fills the memory when it is unpacked. */
const mostPixels = 60_000_000;

async function thumbnailOf(bytes: Uint8Array<ArrayBuffer>): Promise<MadeThumbnail | null> {
  const type = imageType(bytes.subarray(0, imageTypeBytes));
  if (type === null) return null;
  const claimed = imageSize(bytes);
  if (claimed.width * claimed.height > mostPixels) return null;
  // Turned as its EXIF data say.
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' });
  const { width, height } = bitmap;
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return { blob: await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }), width, height };
}

addEventListener('message', ({ data }: MessageEvent<ThumbnailAsked>) => {
  const answer = (made: ThumbnailAnswer['made']) =>
    postMessage({ number: data.number, made } satisfies ThumbnailAnswer);
  data.picture.arrayBuffer().then(
    // What cannot be unpacked is no picture to us, whatever its reason.
    (bytes) => thumbnailOf(new Uint8Array(bytes)).then(answer, () => answer(null)),
    // The device may have put the bytes elsewhere just now.
    () => answer('not now'),
  );
});
