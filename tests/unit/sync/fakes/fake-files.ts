import type { ObjectStorage, UploadedPart } from '#src/aws/object-storage.ts';
import { failed, succeeded } from '#src/notes/result.ts';
import { awsFailure, type FakeNetwork } from './fake-network.ts';

interface Unfinished {
  readonly key: string;
  readonly parts: Map<number, Blob>;
}

/** One bucket, and what was begun in it. */
export interface Bucket {
  readonly objects: Map<string, Blob>;
  /** Uploads in parts that are neither complete nor aborted, by their ids. */
  readonly unfinished: Map<string, Unfinished>;
  begun: number;
  /** Whether its policy lets anybody list it. */
  lists: boolean;
  /** How long ago it was stored; ms. */
  ageOf: (key: string) => number;
}

export const emptyBucket = (objects = new Map<string, Blob>()): Bucket => ({
  objects,
  unfinished: new Map(),
  begun: 0,
  lists: false,
  ageOf: () => 0,
});

/** The bucket as one device reaches it. */
export interface FakeFiles extends Bucket {
  readonly storage: ObjectStorage;
  /** The keys of the objects that were asked about, in order. */
  readonly looked: string[];
  /** Bytes of the last request that carries any have gone out. */
  progress(sentBytes: number): void;
}

/** Files of more bytes than this go in parts of so many. */
const partSize = 8;

export function createFakeFiles(network: FakeNetwork, bucket = emptyBucket()): FakeFiles {
  const { objects, unfinished } = bucket;
  const looked: string[] = [];
  let tell = (_sentBytes: number) => {};

  /** The answer, or `cancelled` when the signal comes first. */
  async function ending<T>(signal: AbortSignal, answer: Promise<T>) {
    const cancelled = new Promise<'cancelled'>((resolve) => {
      if (signal.aborted) resolve('cancelled');
      signal.addEventListener('abort', () => resolve('cancelled'));
    });
    const first = await Promise.race([answer, cancelled]);
    return first === 'cancelled' ? failed(awsFailure('cancelled')) : first;
  }
  const partOf = async (number: number, bytes: Blob): Promise<UploadedPart> => ({
    number,
    etag: `"${number}"`,
    sha256: await bytes.text(),
  });

  const storage: ObjectStorage = {
    partSize: (size) => (size > partSize ? partSize : null),
    checksum: (bytes) => bytes.text(),
    put({ key, bytes }, { signal, onProgress }) {
      tell = (sentBytes) => onProgress?.(sentBytes);
      if (signal.aborted) return Promise.resolve(failed(awsFailure('cancelled')));
      const sent = network.carry('upload', key, () => {
        objects.set(key, bytes);
        return succeeded(undefined);
      });
      return ending(signal, sent);
    },
    begin: ({ key }) =>
      network.carry('begin', key, () => {
        bucket.begun += 1;
        const id = `upload ${bucket.begun}`;
        unfinished.set(id, { key, parts: new Map() });
        return succeeded(id);
      }),
    async sendPart({ uploadId, number, bytes }, { signal, onProgress }) {
      tell = (sentBytes) => onProgress?.(sentBytes);
      const part = await partOf(number, bytes);
      if (signal.aborted) return failed(awsFailure('cancelled'));
      const sent = network.carry('part', number, () => {
        const upload = unfinished.get(uploadId);
        upload?.parts.set(number, bytes);
        return succeeded(upload === undefined ? ('gone' as const) : part);
      });
      return ending(signal, sent);
    },
    async parts({ uploadId }) {
      const listed = [...(unfinished.get(uploadId)?.parts ?? [])];
      const parts = await Promise.all(listed.map(([number, bytes]) => partOf(number, bytes)));
      return network.carry('parts', uploadId, () =>
        succeeded(unfinished.has(uploadId) ? parts.toSorted((a, b) => a.number - b.number) : ('gone' as const)),
      );
    },
    async complete({ key, uploadId, parts }) {
      const there = await objects.get(key)?.text();
      const whole = parts.map(({ sha256 }) => sha256).join('');
      return network.carry('complete', uploadId, () => {
        const upload = unfinished.get(uploadId);
        if (upload === undefined) return succeeded(there === whole ? ('done' as const) : ('gone' as const));
        if (parts.some(({ number }) => !upload.parts.has(number))) return succeeded('gone' as const);
        objects.set(key, new Blob(parts.map(({ number }) => upload.parts.get(number) ?? '')));
        unfinished.delete(uploadId);
        return succeeded('done' as const);
      });
    },
    abort: ({ uploadId }) =>
      network.carry('abort', uploadId, () => {
        unfinished.delete(uploadId);
        return succeeded('done' as const);
      }),
    async facts(key) {
      looked.push(key);
      const object = objects.get(key);
      if (object === undefined) return failed(awsFailure('denied'));
      return succeeded({ size: object.size, type: object.type, etag: null, age: bucket.ageOf(key) });
    },
    async read(key, { from = 0, to } = {}) {
      const object = objects.get(key);
      return object === undefined ? failed(awsFailure('denied')) : succeeded(object.slice(from, to, object.type));
    },
    address: async (key) => succeeded(new URL(`https://bucket.example/${key}`)),
    remove: (key) =>
      network.carry('remove file', key, () => {
        objects.delete(key);
        return succeeded(undefined);
      }),
    async list(prefix) {
      if (!bucket.lists) return failed(awsFailure('denied'));
      const found = [...objects].filter(([key]) => key.startsWith(prefix));
      const listed = found.map(([key, { size }]) => ({ key, size, age: bucket.ageOf(key) }));
      return succeeded({ objects: listed, next: null });
    },
  };

  return {
    ...{ ...bucket, looked },
    storage,
    progress: (sentBytes) => tell(sentBytes),
  };
}
