import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const CHUNK_BYTES = 1024 * 1024;

/**
 * The bodies of objects, a file each. No file is held open between two chunks, so that an answer that nobody reads costs nothing; a
 * file that is removed while it is read stays until its last reader is done.
 */
export interface BodyFiles {
  /** Writes a new file; returns how many bytes it got. */
  write(file: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number>;
  /** The bytes from `start` up to, but not including, `end`. */
  read(file: string, start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>>;
  remove(file: string): Promise<void>;
}

export function createBodyFiles(folder: () => Promise<string>): BodyFiles {
  const readers = new Map<string, number>();
  const removed = new Set<string>();

  const path = async (file: string) => join(await folder(), file);

  async function release(file: string): Promise<void> {
    const left = (readers.get(file) ?? 1) - 1;
    if (left > 0) readers.set(file, left);
    else {
      readers.delete(file);
      if (removed.delete(file)) await rm(await path(file), { force: true });
    }
  }

  return {
    async write(file, chunks) {
      await mkdir(await folder(), { recursive: true });
      const handle = await open(await path(file), 'wx');
      let size = 0;
      try {
        for await (const chunk of chunks) {
          await handle.writeFile(chunk);
          size += chunk.length;
        }
      } finally {
        await handle.close();
      }
      return size;
    },

    read(file, start, end) {
      readers.set(file, (readers.get(file) ?? 0) + 1);
      let position = start;
      return new ReadableStream<Uint8Array<ArrayBuffer>>(
        {
          async pull(controller) {
            if (position < end) {
              const chunk = await readChunk(await path(file), position, Math.min(CHUNK_BYTES, end - position));
              position += chunk.length;
              controller.enqueue(chunk);
            } else {
              controller.close();
              await release(file);
            }
          },
          cancel: () => release(file),
        },
        { highWaterMark: 0 },
      );
    },

    async remove(file) {
      if (readers.has(file)) removed.add(file);
      else await rm(await path(file), { force: true });
    },
  };
}

/** A name for a file of `owner` that no other has: no part of it comes from a client. */
export const bodyFileName = (owner: string, random: Uint8Array): string =>
  `${fileNameOf(owner)}.${Buffer.from(random).toString('hex')}.body`;

/** A file name for any text at all. */
export const fileNameOf = (name: string): string => createHash('sha256').update(name).digest('hex');

async function readChunk(path: string, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position);
    if (bytesRead === 0) throw new Error(`${path} is shorter than it was`);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
