import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A small state kept as one JSON file, or in memory alone where there is no path. */
export interface JsonFile<T> {
  /** Change it in place, then `save`. */
  value: T;
  /** Resolves once the value as it is now is on disk. The file is replaced as a whole, so a crash never leaves half of one. */
  save(): Promise<void>;
}

export async function openJsonFile<T>(path: string | null, initial: () => T): Promise<JsonFile<T>> {
  let last: Promise<void> = Promise.resolve();
  const file: JsonFile<T> = {
    value: path === null ? initial() : await read(path, initial),
    save() {
      if (path === null) return Promise.resolve();
      const text = JSON.stringify(file.value, null, 1);
      const write = () => replace(path, text);
      // One after the other; whether the one before failed is its own caller's to know.
      last = last.then(write, write);
      return last;
    },
  };
  return file;
}

async function read<T>(path: string, initial: () => T): Promise<T> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return initial();
    throw new Error(`${path} cannot be read (${error}). Delete it to begin anew.`);
  }
}

async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
