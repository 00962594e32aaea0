import { createHash } from 'node:crypto';
import { copyFile, type FileHandle, link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const CHUNK_BYTES = 1024 * 1024;

/** A file with the next bytes of a body. */
export interface BodyFile {
  readonly file: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * The bodies of objects, a file or more each. No file is held open between two chunks, so that an answer that nobody reads costs nothing;
 * a file that is removed while it is read stays until its last reader is done.
 */
export interface BodyFiles {
  /** Writes a new file. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Has a new file with what is in another, which may go then, without reading it. */
  take(file: string, path: string): Promise<void>;
  path(file: string): Promise<string>;
  /** The bytes from `start` up to, but not including, `end`, of files that follow one another. */
  read(files: readonly BodyFile[], start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>>;
  remove(files: readonly BodyFile[]): Promise<void>;
}

export function createBodyFiles(folder: () => Promise<string>): BodyFiles {
  const readers = new Map<string, number>();
  const removed = new Set<string>();

  const path = async (file: string) => join(await folder(), file);

  const hold = (file: string) => void readers.set(file, (readers.get(file) ?? 0) + 1);

  async function release(file: string): Promise<void> {
    const left = (readers.get(file) ?? 1) - 1;
    if (left > 0) readers.set(file, left);
    else {
      readers.delete(file);
      if (removed.delete(file)) await rm(await path(file), { force: true });
    }
  }

  return {
    path,

    async write(file, bytes) {
      await mkdir(await folder(), { recursive: true });
      const handle = await open(await path(file), 'wx');
      try {
        await writeAll(handle, bytes);
      } finally {
        await handle.close();
      }
    },

    async take(file, from) {
      await mkdir(await folder(), { recursive: true });
      const to = await path(file);
      // Not every disk has links.
      await link(from, to).catch(() => copyFile(from, to));
    },

    read(files, start, end) {
      const held = files.map(({ file }) => file);
      for (const file of held) hold(file);
      const releaseAll = async () => void (await Promise.all(held.map(release)));
      const pieces = piecesBetween(files, start, end);
      return new ReadableStream<Uint8Array<ArrayBuffer>>(
        {
          async pull(controller) {
            const { done, value } = pieces.next();
            if (done) {
              controller.close();
              await releaseAll();
            } else controller.enqueue(await readPiece(await path(value.file), value));
          },
          cancel: releaseAll,
        },
        { highWaterMark: 0 },
      );
    },

    async remove(files) {
      for (const { file } of files) {
        if (readers.has(file)) removed.add(file);
        else await rm(await path(file), { force: true });
      }
    },
  };
}

interface Piece {
  readonly file: string;
  readonly position: number;
  readonly length: number;
}

/** What is to be read of each file, chunk by chunk. */
function* piecesBetween(files: readonly BodyFile[], start: number, end: number): Generator<Piece, undefined> {
  let before = 0;
  for (const { file, size } of files) {
    const last = Math.min(end - before, size);
    for (let position = Math.max(0, start - before); position < last; position += CHUNK_BYTES)
      yield { file, position, length: Math.min(CHUNK_BYTES, last - position) };
    before += size;
  }
}

/** A name for a file of `owner` that no other has: no part of it comes from a client. */
export const bodyFileName = (owner: string, random: Uint8Array): string =>
  `${fileNameOf(owner)}.${Buffer.from(random).toString('hex')}.body`;

/** A file name for any text at all. */
export const fileNameOf = (name: string): string => createHash('sha256').update(name).digest('hex');

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

async function readPiece(path: string, { position, length }: Piece): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(path);
  try {
    const bytes = new Uint8Array(length);
    for (let got = 0; got < length; ) {
      const { bytesRead } = await handle.read(bytes, got, length - got, position + got);
      if (bytesRead === 0) throw new Error(`${path} is shorter than it was`);
      got += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}
