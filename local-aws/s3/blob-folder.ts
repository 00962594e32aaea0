import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '../service.ts';
import { type BodyFile, bodyFileName, createBodyFiles, fileNameOf } from './body-files.ts';
import { createTurns } from './turns.ts';

/** A body and what is known about it, under a name of any characters. */
export interface StoredBlob<About> {
  readonly name: string;
  readonly size: number;
  readonly about: About;
  /** The bytes from `start` up to, but not including, `end`. */
  read(start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Where they are: the paths of the files that make up the body. */
  files(): Promise<readonly BodyFile[]>;
}

/**
 * A folder of such blobs. A blob is replaced as a whole: body first, in files of its own, then the JSON that names them, by one
 * rename. So readers and crashes see the one or the other, never a mixture.
 */
export interface BlobFolder<About> {
  /** Its body is there to be read as long as nothing else is awaited before `read` is called. */
  get(name: string): Promise<StoredBlob<About> | null>;
  /**
   * `bytes` may be those of other blobs, one after the other, which are neither read nor copied. `about` is asked once the body is there.
   * `check` sees what would be replaced, while nobody else can replace it; what it throws, `put` throws, and leaves everything as it was.
   */
  put(
    name: string,
    bytes: Uint8Array | readonly StoredBlob<unknown>[],
    about: () => About,
    check?: (current: StoredBlob<About> | null) => void,
  ): Promise<void>;
  remove(name: string, check?: (current: StoredBlob<About> | null) => void): Promise<void>;
  all(): Promise<readonly StoredBlob<About>[]>;
  /** Deletes what a crash left behind. */
  sweep(): Promise<void>;
}

interface Entry<About> {
  readonly name: string;
  readonly bodies: readonly BodyFile[];
  readonly size: number;
  readonly about: About;
}

/** As it was written when each body was one file. */
interface OlderEntry<About> extends Omit<Entry<About>, 'bodies'> {
  readonly body: string;
}

export function createBlobFolder<About>(
  folder: () => Promise<string>,
  randomBytes: World['randomBytes'],
): BlobFolder<About> {
  const bodies = createBodyFiles(folder);
  const turns = createTurns();

  const entryPath = async (name: string) => join(await folder(), `${fileNameOf(name)}.json`);

  async function readEntry(path: string): Promise<Entry<About> | null> {
    try {
      const entry: Entry<About> | OlderEntry<About> = JSON.parse(await readFile(path, 'utf8'));
      return 'bodies' in entry ? entry : { ...entry, bodies: [{ file: entry.body, size: entry.size }] };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function writeEntry(entry: Entry<About>): Promise<void> {
    const path = await entryPath(entry.name);
    await writeFile(`${path}.new`, JSON.stringify(entry));
    await rename(`${path}.new`, path);
  }

  const toBlob = ({ name, size, about, bodies: body }: Entry<About>): StoredBlob<About> => ({
    name,
    size,
    about,
    read: (start, end) => bodies.read(body, start, end),
    files: () => Promise.all(body.map(async ({ file, size }) => ({ file: await bodies.path(file), size }))),
  });

  /** Writes the files of a body, and tells of each before it is there. */
  async function writeBody(
    name: string,
    bytes: Uint8Array | readonly StoredBlob<unknown>[],
    begun: BodyFile[],
  ): Promise<void> {
    const next = (size: number) => {
      const file = bodyFileName(name, randomBytes(12));
      begun.push({ file, size });
      return file;
    };
    if (bytes instanceof Uint8Array) return bodies.write(next(bytes.length), bytes);
    for (const blob of bytes) {
      for (const { file, size } of await blob.files()) await bodies.take(next(size), file);
    }
  }

  async function files(): Promise<readonly string[]> {
    try {
      return await readdir(await folder());
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  async function entries(): Promise<readonly Entry<About>[]> {
    const names = (await files()).filter((file) => file.endsWith('.json'));
    const read = await Promise.all(names.map(async (file) => readEntry(join(await folder(), file))));
    return read.filter((entry) => entry !== null);
  }

  return {
    get: (name) =>
      turns(name, async () => {
        const entry = await readEntry(await entryPath(name));
        return entry && toBlob(entry);
      }),

    async put(name, bytes, about, check) {
      const body: BodyFile[] = [];
      try {
        await writeBody(name, bytes, body);
        const size = body.reduce((sum, one) => sum + one.size, 0);
        await turns(name, async () => {
          const current = await readEntry(await entryPath(name));
          check?.(current && toBlob(current));
          await writeEntry({ name, bodies: body, size, about: about() });
          if (current !== null) await bodies.remove(current.bodies);
        });
      } catch (error) {
        await bodies.remove(body);
        throw error;
      }
    },

    remove: (name, check) =>
      turns(name, async () => {
        const path = await entryPath(name);
        const current = await readEntry(path);
        check?.(current && toBlob(current));
        if (current === null) return;
        await rm(path, { force: true });
        await bodies.remove(current.bodies);
      }),

    async all() {
      return (await entries()).map(toBlob);
    },

    async sweep() {
      const named = new Set((await entries()).flatMap((entry) => entry.bodies.map(({ file }) => file)));
      const stray = (await files()).filter((file) => !file.endsWith('.json') && !named.has(file));
      await Promise.all(stray.map(async (file) => rm(join(await folder(), file), { force: true })));
    },
  };
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
