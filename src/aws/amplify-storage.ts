import { downloadData, getUrl, uploadData } from 'aws-amplify/storage';
import { endedBy } from './ended-by.ts';

export interface UploadRequest {
  readonly key: string;
  readonly file: Blob;
  readonly contentType: string;
  readonly contentDisposition: string | null;
  onProgress(sentBytes: number): void;
}

/** Starts an upload: one request up to 5 MiB, parts of 5 MiB above, four at a time, taken up again within an hour after a failure. */
export function startUpload({ key, file, contentType, contentDisposition, onProgress }: UploadRequest) {
  return uploadData({
    path: key,
    data: file,
    options: {
      contentType,
      ...(contentDisposition !== null && { contentDisposition }),
      onProgress: ({ transferredBytes }) => onProgress(transferredBytes),
    },
  });
}

/** `signal`: ends it when it aborts. */
export async function readObject(key: string, signal: AbortSignal): Promise<Blob> {
  const task = downloadData({ path: key });
  return endedBy(signal, task, async () => (await task.result).body.blob());
}

/** A presigned GET; `seconds`: how long it can be used. Asks nobody. */
export async function presignedAddress(
  key: string,
  options: { readonly seconds: number; readonly contentDisposition: string; readonly contentType: string },
): Promise<URL> {
  const { url } = await getUrl({
    path: key,
    options: {
      expiresIn: options.seconds,
      contentDisposition: options.contentDisposition,
      contentType: options.contentType,
    },
  });
  return url;
}
