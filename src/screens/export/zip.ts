import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Breathe } from '#src/ui/breather.ts';

/** A zip file that is written bit by bit. */
export interface ZipWriter {
  /** Whether another file of that many bytes fits in. */
  hasRoom(path: string, bytes: number): boolean;
  /** `changedAt`: ms. */
  add(path: string, content: Blob | PiecesOf, changedAt: number): Promise<void>;
  /** The whole of it, or what nothing has drained yet. */
  end(): Blob;
}

/** A file that comes piece by piece, and then null. */
export interface PiecesOf {
  readonly type: string;
  next(): Promise<Blob | null>;
}

/** How much a zip file can hold. */
export interface ZipLimits {
  readonly bytes: number;
  readonly files: number;
}

/** What a zip file can hold without the extensions that not every program reads, and less than it by the reports at its end. */
const standardLimits: ZipLimits = { bytes: 2 ** 32 - 2 ** 26, files: 2 ** 16 - 3 };
/** Why something is not in the zip file. */
export const noRoom = 'A zip file holds no more: 4 GB or 65,000 files. Export fewer notes at once.';
/** Bytes that are packed at once; some milliseconds of work on a slow device. */
const slice = 2 ** 18;
/** Bytes that are kept in memory before they become a Blob, which browsers may move to the disk. */
const kept = 2 ** 22;
/** Bytes that the format itself needs for a file, beside its path, which stands there twice. */
const overhead = 92;

/** `drain`: takes what has been written away in the course of it, so that it does not pile up here. */
export const createZip = (
  breathe: Breathe,
  limits: ZipLimits = standardLimits,
  drain?: (bytes: Blob) => Promise<void>,
): ZipWriter => {
  let blobs: Blob[] = [];
  let loose: Uint8Array<ArrayBuffer>[] = [];
  let looseBytes = 0;
  let bytes = 0;
  let directory = 0;
  let files = 0;

  const settle = () => {
    blobs.push(new Blob(loose));
    loose = [];
    looseBytes = 0;
  };
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    loose.push(chunk);
    looseBytes += chunk.length;
    bytes += chunk.length;
    if (looseBytes >= kept) settle();
  });

  const drained = async () => {
    if (drain === undefined || blobs.length === 0) return;
    const written = new Blob(blobs);
    blobs = [];
    await drain(written);
  };

  return {
    hasRoom(path, size) {
      // What cannot be packed grows by five bytes in sixteen thousand.
      const grown = size + size / 2 ** 11 + overhead + 6 * path.length;
      return files < limits.files && bytes + directory + grown <= limits.bytes;
    },
    async add(path, content, changedAt) {
      const file = isPacked(path, content.type) ? new ZipPassThrough(path) : new ZipDeflate(path);
      file.mtime = inZipTime(changedAt);
      zip.add(file);
      const pieces = content instanceof Blob ? pieceOf(content) : content;
      for (let piece = await pieces.next(); piece !== null; piece = await pieces.next()) {
        for (let at = 0; at < piece.size; at += slice) {
          file.push(new Uint8Array(await piece.slice(at, at + slice).arrayBuffer()));
          await drained();
          await breathe();
        }
      }
      file.push(new Uint8Array(0), true);
      directory += overhead + 3 * path.length;
      files += 1;
    },
    end() {
      zip.end();
      settle();
      return new Blob(blobs, { type: 'application/zip' });
    },
  };
};

const pieceOf = (whole: Blob): PiecesOf => {
  const left = [whole];
  return { type: whole.type, next: async () => left.shift() ?? null };
};

const packedName =
  /\.(?:png|jpe?g|gif|webp|avif|hei[cf]|jxl|mp4|m4[av]|mov|webm|mkv|avi|mp3|aac|og[gv]|opus|flac|zip|gz|tgz|bz2|xz|7z|rar|zst|br|docx|xlsx|pptx|od[tsp]|epub|jar|apk)$/i;
const packedType =
  /^(?:image\/(?!svg|bmp|x-ms-bmp|tiff)|video\/|audio\/(?!x?-?wav)|application\/(?:zip|gzip|x-7z-compressed)$)/;

/** Files whose format packs them already: doing it again takes time and saves nothing. */
const isPacked = (path: string, type: string): boolean => packedName.test(path) || packedType.test(type);

/** Zip files know the years from 1980 to 2099 alone. A day less on both sides holds in every time zone. */
const inZipTime = (at: number): number => Math.min(Math.max(at, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
