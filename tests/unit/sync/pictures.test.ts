import { describe, expect, it } from 'vitest';
import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { failed, succeeded } from '#src/notes/result.ts';
import { createPictures, mostPictureBytes } from '#src/sync/pictures.ts';

const u16 = (value: number) => [value >> 8, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const little16 = (value: number) => u16(value).reverse();
const little32 = (value: number) => u32(value).reverse();
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const png = (width: number, height: number) => [
  ...[0x89, ...ascii('PNG\r\n\x1a\n'), ...u32(13), ...ascii('IHDR')],
  ...[...u32(width), ...u32(height), 8, 6, 0, 0, 0],
];
/** With what a camera writes before the picture: `segments` of 65,533 bytes, in which another size stands. */
const longJpeg = (width: number, height: number, segments: number) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...Array.from({ length: segments }, () => segment),
    Buffer.from([0xff, 0xc4, 0, 4, 0, 0]),
    Buffer.from([0xff, 0xff, 0xc2, ...u16(17), 8, ...u16(height), ...u16(width), 3]),
  ]);
const segment = Buffer.alloc(65_535 + 2);
segment.set([0xff, 0xe1, 0xff, 0xff, 0xff, 0xc0, ...u16(17), 8, ...u16(1), ...u16(1)]);
const jpeg = (width: number, height: number) => [...longJpeg(width, height, 1)];
const gif = (width: number, height: number, frame = { width: 1, height: 1 }) => [
  ...[...ascii('GIF89a'), ...little16(width), ...little16(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
  ...[0x21, 0xfe, 2, ...ascii('hi'), 0],
  ...[0x2c, 0, 0, 0, 0, ...little16(frame.width), ...little16(frame.height), 0],
];
const webp = (kind: string, rest: readonly number[]) => [
  ...[...ascii('RIFF'), ...little32(100), ...ascii('WEBP'), ...ascii(kind), ...little32(10)],
  ...rest,
];
const little24 = (value: number) => little32(value).slice(0, 3);
const extendedWebp = (width: number, height: number) =>
  webp('VP8X', [0, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)]);
const lossyWebp = (width: number, height: number) =>
  webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little16(width), ...little16(height)]);
const losslessWebp = (width: number, height: number) =>
  webp('VP8L', [0x2f, ...little32(((width - 1) | ((height - 1) << 14)) >>> 0)]);
const ispe = (width: number, height: number) => [
  ...u32(20),
  ...ascii('ispe'),
  0,
  0,
  0,
  0,
  ...u32(width),
  ...u32(height),
];
const avif = (width: number, height: number) => [
  ...[...u32(24), ...ascii('ftypavif'), 0, 0, 0, 0, ...ascii('avifmif1')],
  ...[...ispe(512, 512), ...ispe(width, height), ...ispe(160, 120)],
];
const bmp = (width: number, height: number) => [
  ...[...ascii('BM'), ...little32(100), 0, 0, 0, 0, ...little32(54)],
  ...[...little32(40), ...little32(width), ...little32(height)],
];

/** What becomes of a file that S3 has. */
const shown = async (bytes: readonly number[] | Buffer) => {
  const picture = createPictures(async () => succeeded(new Blob([Uint8Array.from(bytes)], { type: 'text/html' })));
  const file = await picture(['key']);
  if (!file.ok) throw new Error(file.failure.message);
  return file.value.kind === 'picture' ? file.value.picture.type : file.value.kind;
};

const formats: readonly (readonly [string, (width: number, height: number) => readonly number[], string])[] = [
  ['PNG', png, 'image/png'],
  ['JPEG', jpeg, 'image/jpeg'],
  ['GIF', gif, 'image/gif'],
  ['WebP', lossyWebp, 'image/webp'],
  ['lossless WebP', losslessWebp, 'image/webp'],
  ['extended WebP', extendedWebp, 'image/webp'],
  ['AVIF', avif, 'image/avif'],
  ['BMP', bmp, 'image/bmp'],
];

describe('a picture', () => {
  it.each(formats)('of 50 million pixels is shown, and of one more is not: %s', async (_, make, type) => {
    expect(await shown(make(5_000, 10_000))).toBe(type);
    expect(await shown(make(5_001, 10_000))).toBe('too large');
    expect(await shown(make(10_000, 5_001))).toBe('too large');
  });

  it.each(formats)('that ends before it tells its size is none: %s', async (_, make) => {
    const whole = make(10, 10);
    const told: string[] = [];
    for (let length = 0; length < Math.min(60, whole.length); length += 1)
      told.push(await shown(whole.slice(0, length)));
    expect(told.slice(0, 18)).toEqual(Array.from({ length: 18 }, () => 'no picture'));
  });

  it('may tell its size behind megabytes of what a camera writes, but not for ever', async () => {
    expect(await shown(longJpeg(10_000, 10_000, 16))).toBe('too large');
    expect(await shown(longJpeg(100, 100, 16))).toBe('image/jpeg');
    expect(await shown(longJpeg(100, 100, 101))).toBe('no picture');
  });

  it('is as large as its first frame, whatever its screen', async () => {
    expect(await shown(gif(10, 10, { width: 10_000, height: 10_000 }))).toBe('too large');
  });

  it('on its head, or of OS/2, is as large as others', async () => {
    expect(await shown(bmp(10_000, -10_000))).toBe('too large');
    const short = [...bmp(0, 0).slice(0, 14), ...little32(12), ...little16(10_000), ...little16(10_000)];
    expect(await shown(short)).toBe('too large');
  });

  it('is not read at all where its file is larger than 50 MB', async () => {
    const asked: number[] = [];
    const tooLarge: AwsFailure = { kind: 'too-large', message: 'too large', details: '' };
    const picture = createPictures(async (_keys, most) => {
      asked.push(most);
      return failed(tooLarge);
    });
    expect(await picture(['key'])).toEqual(succeeded({ kind: 'too large' }));
    expect(asked).toEqual([mostPictureBytes]);
  });

  it('that cannot be had says why', async () => {
    const denied: AwsFailure = { kind: 'denied', message: 'denied', details: '' };
    expect(await createPictures(async () => failed(denied))(['key'])).toEqual(failed(denied));
  });
});

describe('bytes that the device puts elsewhere while they are read', () => {
  const moving = () => {
    const blob = new Blob([Uint8Array.from(png(2, 3))]);
    blob.slice = () =>
      Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) });
    return blob;
  };

  it('are asked for once more', async () => {
    const answers = [moving(), new Blob([Uint8Array.from(png(2, 3))])];
    const picture = createPictures(async () => succeeded(answers.shift() ?? moving()));
    expect(await picture(['a'])).toMatchObject({ ok: true, value: { kind: 'picture' } });
  });

  it('are no picture where that goes on', async () => {
    const picture = createPictures(async () => succeeded(moving()));
    expect(await picture(['a'])).toMatchObject({ ok: true, value: { kind: 'no picture' } });
  });
});
