import type { FileStorage } from './file-storage.ts';
import type { ObjectStorage } from './object-storage.ts';

/** Whole files over a storage that knows requests. */
export const createFileStorage = (objects: ObjectStorage): FileStorage => ({
  read: (key) => objects.read(key),
  downloadAddress: (key, name) => objects.address(key, { kind: 'download', name }),
  remove: (key) => objects.remove(key),
});
