import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';

export interface TestFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** Bytes that no compression and no cache can have guessed. */
export const randomFile = (name: string, bytes: number): TestFile => ({
  name,
  buffer: randomBytes(bytes),
});

/** A square PNG of one colour that differs in every call. */
export function pngFile(name: string, side = 48): TestFile {
  const colour = randomBytes(3);
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: side }, () => colour)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return { name, buffer: Buffer.concat([signature, ...chunks]) };
}

/** A tone of so many seconds, 44,100 samples of 16 bits each. */
export function wavFile(name: string, seconds: number): TestFile {
  const rate = 44_100;
  const data = Buffer.alloc(seconds * rate * 2);
  for (let at = 0; at < seconds * rate; at += 1) data.writeInt16LE(Math.round(3_000 * Math.sin(at / 16)), at * 2);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  // PCM, one channel.
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return { name, buffer: Buffer.concat([header, data]) };
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The CRC of PNG chunks (RFC 2083, section 15). */
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * The JPEG with what a camera writes into it (Exif 2.3, APP1): how it was held (1–8), and the place as a text in the GPS part.
 */
export function withCameraFacts(
  jpeg: Buffer,
  { orientation, place }: { readonly orientation: number; readonly place: string },
): Buffer {
  const text = Buffer.from(`${place}\0`, 'latin1');
  const gpsAt = 8 + 2 + 2 * 12 + 4;
  const textAt = gpsAt + 2 + 12 + 4;
  const tiff = Buffer.alloc(textAt);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  // Orientation, a SHORT; where the GPS part is, a LONG.
  entry(tiff, 10, { tag: 0x0112, type: 3, count: 1, value: orientation << 16 });
  entry(tiff, 22, { tag: 0x8825, type: 4, count: 1, value: gpsAt });
  tiff.writeUInt16BE(1, gpsAt);
  // GPSSatellites, an ASCII text.
  entry(tiff, gpsAt + 2, { tag: 0x0008, type: 2, count: text.length, value: textAt });
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

interface ExifEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: number;
}

function entry(tiff: Buffer, at: number, { tag, type, count, value }: ExifEntry): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}
