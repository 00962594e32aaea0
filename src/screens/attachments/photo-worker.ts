/** Pixels of the longer side: as many as a large screen shows. */
const longestSide = 2_048;
const quality = 0.85;

/** A photo, and what it is to become. */
export interface PhotoToDraw {
  readonly file: File;
  readonly type: string;
}

// Drawing twelve million pixels takes longer than a page may stand still.
addEventListener('message', ({ data }: MessageEvent<PhotoToDraw>) => {
  redraw(data).then(
    (drawn) => postMessage(drawn),
    () => postMessage(null),
  );
});

/** The photo the right way up, as large as it may be; its pixels and nothing else. */
async function redraw({ file, type }: PhotoToDraw): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas can be had.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return await canvas.convertToBlob({ type, quality });
  } finally {
    bitmap.close();
  }
}
