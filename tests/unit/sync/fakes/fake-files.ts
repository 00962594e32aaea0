import type { FileStorage } from '#src/aws/file-storage.ts';
import { failed, succeeded } from '#src/notes/result.ts';
import type { ReadableObjects } from '#src/sync/found-files.ts';
import { awsFailure, type FakeNetwork } from './fake-network.ts';

/** One bucket, as one device reaches it. */
export interface FakeFiles extends FileStorage {
  readonly objects: Map<string, Blob>;
  readonly storage: ReadableObjects;
  /** Bytes of the running upload have gone out. */
  progress(sentBytes: number): void;
}

export function createFakeFiles(network: FakeNetwork, objects = new Map<string, Blob>()): FakeFiles {
  let tell = (_sentBytes: number) => {};
  return {
    objects,
    storage: {
      async facts(key) {
        const object = objects.get(key);
        if (object === undefined) return failed(awsFailure('denied'));
        return succeeded({ size: object.size, type: object.type, etag: null });
      },
      read: async (key, { from = 0, to } = {}) => succeeded((objects.get(key) ?? new Blob()).slice(from, to)),
      address: async (key) => succeeded(new URL(`https://bucket.example/${key}`)),
    },
    progress: (sentBytes) => tell(sentBytes),
    upload(file, key, onProgress) {
      tell = (sentBytes) => onProgress({ sentBytes, totalBytes: file.size });
      let cancel = () => {};
      const cancelled = new Promise<ReturnType<typeof failed<ReturnType<typeof awsFailure>>>>((resolve) => {
        cancel = () => resolve(failed(awsFailure('cancelled')));
      });
      const sent = network.carry('upload', key, () => {
        objects.set(key, file);
        return succeeded(undefined);
      });
      return { result: Promise.race([sent, cancelled]), cancel: () => cancel() };
    },
    async read(key) {
      const object = objects.get(key);
      return object === undefined ? failed(awsFailure('denied')) : succeeded(object);
    },
    downloadAddress: async (key, name) => succeeded(new URL(`https://bucket.example/${key}?name=${name}`)),
    remove: (key) =>
      network.carry('remove file', key, () => {
        objects.delete(key);
        return succeeded(undefined);
      }),
  };
}
