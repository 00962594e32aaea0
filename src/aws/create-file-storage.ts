import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { type AmplifyLoader, loaded } from './amplify-loader.ts';
import type { AwsFailure } from './aws-failure.ts';
import { attachmentNamed } from './content-disposition.ts';
import type { Credentials, SigningKeys } from './credentials.ts';
import { interrupted } from './failures.ts';
import type { FileStorage } from './file-storage.ts';
import { removeObject } from './remove-object.ts';
import type { SessionGate } from './session-gate.ts';
import { storageFailure } from './storage-errors.ts';
import { storedAs } from './stored-content-type.ts';
import { startUpload } from './upload.ts';

interface FileStorageParts {
  readonly amplify: AmplifyLoader;
  readonly credentials: Credentials;
  readonly gate: Pick<SessionGate, 'ending'>;
  readonly region: string;
  readonly fetch: typeof fetch;
  /** ms */
  readonly now: () => number;
  /** Where an address of the bucket really is; itself, but on the embedded AWS. */
  readonly locate: (address: URL) => URL;
}

/** s */
const addressLifetime = 60;

/** Attachments in S3 through Amplify's storage. */
export function createFileStorage(parts: FileStorageParts): FileStorage {
  const { amplify, credentials, gate, locate } = parts;

  /** Runs with the storage part loaded and credentials at hand, and turns what it throws into a failure. */
  async function use<T>(
    work: (
      storage: Awaited<ReturnType<AmplifyLoader['storage']>>,
      keys: SigningKeys,
      signal: AbortSignal,
    ) => Promise<T>,
  ): Promise<Result<T, AwsFailure>> {
    const signal = gate.ending();
    const identity = await credentials.current();
    if (!identity.ok) return identity;
    const storage = await loaded(amplify.storage());
    if (!storage.ok) return storage;
    try {
      return succeeded(await work(storage.value, identity.value.keys, signal));
    } catch (error) {
      return failed(signal.aborted ? interrupted : storageFailure(error));
    }
  }

  const addressOf = async (key: string, name: string): Promise<Result<URL, AwsFailure>> =>
    use((storage) =>
      storage.presignedAddress(key, {
        seconds: addressLifetime,
        contentDisposition: attachmentNamed(name),
        contentType: 'application/octet-stream',
      }),
    );

  const remove = (key: string): Promise<Result<void, AwsFailure>> =>
    use(async (storage, keys, signal) => {
      const address = await storage.presignedAddress(key, {
        seconds: addressLifetime,
        contentDisposition: 'attachment',
        contentType: 'application/octet-stream',
      });
      address.search = '';
      await removeObject({ ...parts, signal }, address, keys);
    });

  return {
    upload: (file, key, onProgress) => startUpload({ amplify, credentials, gate, remove }, file, key, onProgress),

    read: (key) =>
      use(async (storage, _keys, signal) => {
        const bytes = await storage.readObject(key, signal);
        return bytes.slice(0, bytes.size, storedAs(bytes.type).contentType);
      }),

    async downloadAddress(key, name) {
      const address = await addressOf(key, name);
      return address.ok ? succeeded(locate(address.value)) : address;
    },

    remove,
  };
}
