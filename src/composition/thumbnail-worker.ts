import type { MadeThumbnail, ThumbnailAnswer, ThumbnailAsked } from './thumbnail-messages.ts';

/** Of the longer side, px: sharp in a card of 160 px on a screen of two px a point. */
const side = 320;

async function thumbnailOf(picture: Blob): Promise<MadeThumbnail | null> {
  // Turned as its EXIF data say.
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
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
    (bytes) => thumbnailOf(new Blob([bytes], { type: data.picture.type })).then(answer, () => answer(null)),
    // The device may have put the bytes elsewhere just now.
    () => answer('not now'),
  );
});
