import type { Page } from '@playwright/test';

/** Colours of a picture: what makes one differ from the others. */
const colours = (number: number) => [
  `hsl(${(number * 47) % 360} 60% 55%)`,
  `hsl(${(number * 91 + 120) % 360} 55% 45%)`,
];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The name of the picture of that number, and how a note shows it. */
export const pictureName = (number: number): string => `photo-${number}.jpg`;
export const pictureLink = (number: number): string => `![${pictureName(number)}](attachment:~/${pictureName(number)})`;

/**
 * Puts so many pictures on the device of the person who is signed in, drawn in the page: their bytes, as kept files, and their thumbnails.
 * `size` in px; `different`: so many are drawn, each of which stands under many names.
 */
export async function seedPictures(
  page: Page,
  count: number,
  { size, different }: { readonly size: Size; readonly different: number },
): Promise<void> {
  for (let drawn = 0; drawn < different; drawn += 1) {
    const names = Array.from({ length: Math.ceil((count - drawn) / different) }, (_, at) =>
      pictureName(drawn + at * different),
    );
    await page.evaluate(draw, { names, colours: colours(drawn), size });
  }
}

interface Asked {
  readonly names: readonly string[];
  readonly colours: readonly string[];
  readonly size: Size;
}

/** Runs in the page. */
async function draw({ names, colours: [one = '', other = ''], size }: Asked): Promise<void> {
  const picture = (side: Size) => {
    const canvas = new OffscreenCanvas(side.width, side.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas.');
    const fill = context.createLinearGradient(0, 0, side.width, side.height);
    fill.addColorStop(0, one);
    fill.addColorStop(1, other);
    context.fillStyle = fill;
    context.fillRect(0, 0, side.width, side.height);
    context.fillStyle = other;
    // Something for the decoder to do.
    for (let at = 0; at < 200; at++)
      context.fillRect((at * 7919) % side.width, (at * 104_729) % side.height, side.width / 40, side.height / 40);
    return canvas;
  };
  const small = { width: 320, height: Math.round((320 * size.height) / size.width) };
  const blob = await picture(size).convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  const thumb = await picture(small).convertToBlob({ type: 'image/webp', quality: 0.8 });
  const database = (await indexedDB.databases())
    .map(({ name }) => name ?? '')
    .find((name) => name.startsWith('satchel/'));
  if (database === undefined) throw new Error('Nobody is signed in: there is no copy of the notes on the device.');
  const identityId = decodeURIComponent(database.split('/')[2] ?? '');
  await new Promise<void>((done, fail) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const opened = opening.result;
      const transaction = opened.transaction(['files', 'bytes', 'thumbs'], 'readwrite');
      for (const name of names) {
        const key = `${identityId}/${name}`;
        transaction.objectStore('files').put({ key, size: blob.size, type: 'image/jpeg', usedAt: Date.now() });
        transaction.objectStore('bytes').put(blob, key);
        transaction.objectStore('thumbs').put({ key, blob: thumb, width: size.width, height: size.height });
      }
      transaction.onerror = () => fail(transaction.error);
      transaction.oncomplete = () => {
        opened.close();
        done();
      };
    };
  });
}
