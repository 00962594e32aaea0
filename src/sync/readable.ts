import type { FileStore } from '#src/store/file-store.ts';

/** This device's own bytes of an object; where its copy is closed or broken, of which the list tells, it has none. */
export async function ownBytes(store: () => Promise<Pick<FileStore, 'bytes'>>, key: string): Promise<Blob | undefined> {
  try {
    return await readable(await (await store()).bytes(key));
  } catch {
    return undefined;
  }
}

/**
 * The bytes, where they can be read. In a private window of Chromium the device has no more than a reference to the file that was chosen,
 * and that may have been changed or removed since (decision 16).
 */
export async function readable(bytes: Blob | undefined): Promise<Blob | undefined> {
  try {
    await bytes?.slice(0, 1).arrayBuffer();
    return bytes;
  } catch {
    return undefined;
  }
}
