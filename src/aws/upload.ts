import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { type AmplifyLoader, loaded } from './amplify-loader.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { Credentials } from './credentials.ts';
import { cancelled, interrupted } from './failures.ts';
import type { Progress, Transfer } from './file-storage.ts';
import type { SessionGate } from './session-gate.ts';
import { storageFailure } from './storage-errors.ts';
import { storedAs } from './stored-content-type.ts';

interface UploadParts {
  readonly amplify: AmplifyLoader;
  readonly credentials: Credentials;
  readonly gate: Pick<SessionGate, 'ending'>;
  /** Deletes the object that a cancelled upload may have finished after all. */
  readonly remove: (key: string) => Promise<Result<void, AwsFailure>>;
}

/** Amplify sends files above this in parts; bytes. */
const onePart = 5 * 1024 * 1024;

/**
 * Sends a file to S3. Sending it twice under one key is harmless, so nothing guards against overwriting.
 *
 * Amplify's cancel of an upload in parts does nothing but reject until S3 has given it an upload id: it would go on sending unseen.
 * So cancel waits for the first bytes to be on their way, and in every case looks that no object is left. The file's name is kept from
 * Amplify, which would write it to localStorage.
 */
export function startUpload(
  { amplify, credentials, gate, remove }: UploadParts,
  file: Blob,
  key: string,
  onProgress: (progress: Progress) => void,
): Transfer {
  let wanted = true;
  let stop: (() => void) | null = null;
  const ending = gate.ending();
  ending.addEventListener('abort', cancel, { once: true });

  function cancel(): void {
    wanted = false;
    stop?.();
  }

  async function send(): Promise<Result<void, AwsFailure>> {
    const identity = await credentials.current();
    if (!identity.ok) return identity;
    const storage = await loaded(amplify.storage());
    if (!storage.ok) return storage;
    if (!wanted) return failed(cancelled);

    const { contentType, downloadOnly } = storedAs(file.type);
    const task = storage.value.startUpload({
      key,
      file: file.slice(0, file.size, contentType),
      contentType,
      contentDisposition: downloadOnly ? 'attachment' : null,
      onProgress(sentBytes) {
        stop = () => task.cancel();
        if (wanted) onProgress({ sentBytes: Math.min(sentBytes, file.size), totalBytes: file.size });
        else stop();
      },
    });
    if (file.size <= onePart) stop = () => task.cancel();
    const result = await task.result.then(
      () => succeeded(undefined),
      (error) => failed(storageFailure(error)),
    );
    if (!wanted) await remove(key);
    return result;
  }

  return {
    result: send().then((result) => {
      ending.removeEventListener('abort', cancel);
      if (wanted) return result;
      return failed(ending.aborted ? interrupted : cancelled);
    }),
    cancel,
  };
}
