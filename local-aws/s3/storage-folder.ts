import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where objects are kept: a folder that stays, or a temporary one that is made when it is first needed. */
export interface StorageFolder {
  path(): Promise<string>;
  /** Removes it with all that is in it; it comes back empty when it is needed again. */
  remove(): Promise<void>;
}

/** `dir`: the embedded AWS's data folder; null for a temporary one. */
export function createStorageFolder(dir: string | null): StorageFolder {
  let temporary: Promise<string> | null = null;
  return {
    path() {
      if (dir !== null) return Promise.resolve(join(dir, 's3'));
      temporary ??= mkdtemp(join(tmpdir(), 'local-s3-'));
      return temporary;
    },
    async remove() {
      const path = dir === null ? await temporary : join(dir, 's3');
      temporary = null;
      if (path !== null) await rm(path, { recursive: true, force: true });
    },
  };
}
