import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openJsonFile } from '../json-file.ts';
import type { World } from '../service.ts';
import type { BlobFolder, StoredBlob } from './blob-folder.ts';
import { createBlobFolder } from './blob-folder.ts';
import type { Checksum } from './checksums.ts';
import { noSuchUpload } from './refusals.ts';
import { createTurns } from './turns.ts';

/** What a multipart upload was created with. */
interface UploadAbout {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum: Pick<Checksum, 'algorithm' | 'type'> | null;
  /** ms */
  readonly createdAt: number;
}

export interface PartAbout {
  readonly number: number;
  /** Hexadecimal. */
  readonly md5: string;
  readonly checksum: Checksum | null;
  /** ms */
  readonly modifiedAt: number;
}

export type Part = StoredBlob<PartAbout>;

interface Upload {
  readonly id: string;
  readonly about: UploadAbout;
  /** Named by their numbers. */
  readonly parts: BlobFolder<PartAbout>;
  remove(): Promise<void>;
}

/** The multipart uploads that are under way, a folder each. */
export interface Uploads {
  /** Returns the new upload's id. */
  create(about: UploadAbout): Promise<string>;
  /** Runs `task` on the upload while no other task of the same upload runs. Throws NoSuchUpload, also where it is for another key. */
  use<T>(id: string, key: string, task: (upload: Upload) => Promise<T>): Promise<T>;
  all(): Promise<readonly { readonly id: string; readonly about: UploadAbout }[]>;
}

const ID = /^[\w-]{40}$/;

export function createUploads(folder: () => Promise<string>, randomBytes: World['randomBytes']): Uploads {
  const turns = createTurns();

  const pathOf = async (id: string) => join(await folder(), id);
  const open = async (id: string) =>
    openJsonFile<UploadAbout | null>(join(await pathOf(id), 'upload.json'), () => null);

  return {
    async create(about) {
      const id = Buffer.from(randomBytes(30)).toString('base64url');
      const file = await open(id);
      file.value = about;
      await file.save();
      return id;
    },

    async use(id, key, task) {
      if (!ID.test(id)) throw noSuchUpload();
      return turns(id, async () => {
        const about = (await open(id)).value;
        if (about?.key !== key) throw noSuchUpload();
        return task({
          id,
          about,
          parts: createBlobFolder(async () => join(await pathOf(id), 'parts'), randomBytes),
          remove: async () => rm(await pathOf(id), { recursive: true, force: true }),
        });
      });
    },

    async all() {
      const found = await Promise.all(
        (await subfolders(await folder())).map(async (id) => ({ id, about: (await open(id)).value })),
      );
      return found.flatMap(({ id, about }) => (about === null ? [] : [{ id, about }]));
    },
  };
}

async function subfolders(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
