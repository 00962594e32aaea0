import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';
import { cancelled } from './failures.ts';
import type { FileStorage } from './file-storage.ts';
import type { ObjectStorage, UploadedPart, UploadInParts } from './object-storage.ts';
import { damaged } from './storage-errors.ts';

interface Unfinished extends UploadInParts {
  readonly partSize: number;
  readonly parts: readonly UploadedPart[];
}

/** Parts that are on their way at one time. */
const atOnce = 2;

/** Whole files over a storage that knows requests. What is sent again at once, after a refresh or a sign-in, goes on where it was. */
export function createFileStorage(objects: ObjectStorage): FileStorage {
  const unfinished = new Map<string, Unfinished>();

  async function beginning(key: string, file: Blob, partSize: number): Promise<Result<Unfinished, AwsFailure>> {
    const known = unfinished.get(key);
    if (known !== undefined) return succeeded(known);
    const begun = await objects.begin({ key, contentType: file.type });
    return begun.ok ? succeeded({ key, uploadId: begun.value, partSize, parts: [] }) : begun;
  }

  async function inParts(
    key: string,
    file: Blob,
    partSize: number,
    signal: AbortSignal,
    onSent: (bytes: number) => void,
  ): Promise<Result<void, AwsFailure>> {
    const begun = await beginning(key, file, partSize);
    if (!begun.ok) return begun;
    const upload = begun.value;
    const sent = await sendParts(objects, upload, file, signal, onSent);
    const completed =
      sent.failure === null ? await objects.complete({ ...upload, parts: sent.parts }) : failed(sent.failure);
    unfinished.delete(key);
    if (completed.ok && completed.value === 'done') return succeeded(undefined);
    const failure = completed.ok ? lost : completed.failure;
    if (failure.kind === 'expired' || failure.kind === 'interrupted')
      unfinished.set(key, { ...upload, parts: sent.parts });
    else await objects.abort(upload);
    return failed(failure);
  }

  return {
    upload(file, key, onProgress) {
      const controller = new AbortController();
      const { signal } = controller;
      const tell = (sentBytes: number) => {
        if (!signal.aborted) onProgress({ sentBytes, totalBytes: file.size });
      };
      const partSize = objects.partSize(file.size);
      async function send(): Promise<Result<void, AwsFailure>> {
        const result =
          partSize === null
            ? await objects.put({ key, bytes: file, contentType: file.type }, { signal, onProgress: tell })
            : await inParts(key, file, partSize, signal, tell);
        if (!signal.aborted) return result;
        // It may have arrived all the same.
        await objects.remove(key);
        return failed(cancelled);
      }
      return { result: send(), cancel: () => controller.abort() };
    },
    read: (key) => objects.read(key),
    downloadAddress: (key, name) => objects.address(key, { kind: 'download', name }),
    remove: (key) => objects.remove(key),
  };
}

/** Sends the parts that are missing; after the first failure no more, and what runs is ended. */
async function sendParts(
  objects: ObjectStorage,
  upload: Unfinished,
  file: Blob,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<{ readonly parts: readonly UploadedPart[]; readonly failure: AwsFailure | null }> {
  const { key, uploadId, partSize } = upload;
  const parts = [...upload.parts];
  const sentBytes = new Map<number, number>();
  const stop = new AbortController();
  const end = () => stop.abort();
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  let failure: AwsFailure | null = null;

  const bytesOf = (number: number) => file.slice((number - 1) * partSize, number * partSize);
  function told(number: number, bytes: number): void {
    sentBytes.set(number, bytes);
    onSent([...sentBytes.values()].reduce((sum, each) => sum + each, 0));
  }
  for (const { number } of parts) sentBytes.set(number, bytesOf(number).size);
  const missing = Array.from({ length: Math.ceil(file.size / partSize) }, (_, index) => index + 1).filter(
    (number) => !sentBytes.has(number),
  );

  async function work(): Promise<void> {
    for (let number = missing.shift(); number !== undefined && !stop.signal.aborted; number = missing.shift()) {
      const bytes = bytesOf(number);
      const options = { signal: stop.signal, onProgress: (sent: number) => told(number, sent) };
      const sent = await objects.sendPart({ key, uploadId, number, bytes }, options);
      if (sent.ok && sent.value !== 'gone') {
        parts.push(sent.value);
        told(number, bytes.size);
      } else {
        failure ??= sent.ok ? lost : sent.failure;
        end();
      }
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  signal.removeEventListener('abort', end);
  if (signal.aborted) failure = cancelled;
  return { parts: parts.sort((a, b) => a.number - b.number), failure };
}

const lost = damaged('S3 does not know this upload any more.');
