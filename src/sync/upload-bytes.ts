import { type Failure, failed, type Result, succeeded } from '#src/notes/result.ts';
import type { FileStore, StoredUpload } from '#src/store/file-store.ts';
import { type ChosenFiles, changedFile, isOf, type NoFile } from './chosen-files.ts';
import { readable } from './readable.ts';

/** The bytes of a file on its way, of which no more than a part is looked at at once. */
export interface UploadBytes {
  readonly size: number;
  /** From `from` up to, but not including, `to`. */
  part(from: number, to: number): Promise<Result<Blob, NoFile>>;
}

/** This device's own, or those of the chosen file in this tab. */
export async function bytesOf(
  upload: StoredUpload,
  { files, chosen }: { readonly files: Pick<FileStore, 'bytes'>; readonly chosen: Pick<ChosenFiles, 'of'> },
): Promise<Result<UploadBytes, NoFile | Failure<'no bytes'>>> {
  if (upload.source.kind === 'streamed') {
    const file = chosen.of(upload);
    return file === undefined ? failed(changedFile) : succeeded(streamedBytes(upload, file));
  }
  const bytes = await readable(await files.bytes(upload.key));
  if (bytes === undefined) return failed(noBytes);
  return succeeded({ size: bytes.size, part: async (from, to) => succeeded(bytes.slice(from, to)) });
}

/**
 * The file may become another under the upload's feet. So each part is read into memory, and is none of it where the file is not the
 * upload's any more by then: what is hashed is what is sent, and all parts are of one file.
 */
export const streamedBytes = (upload: Pick<StoredUpload, 'size' | 'source'>, file: File): UploadBytes => ({
  size: upload.size,
  async part(from, to) {
    try {
      const bytes = new Blob([await file.slice(from, to).arrayBuffer()]);
      const isWhole = bytes.size === Math.min(to, upload.size) - from;
      return isWhole && isOf(upload, file) ? succeeded(bytes) : failed(changedFile);
    } catch (error) {
      if (error instanceof DOMException) return failed({ ...changedFile, details: String(error) });
      throw error;
    }
  },
});

const noBytes: Failure<'no bytes'> = {
  kind: 'no bytes',
  message: 'The content of this file is no longer on this device. Attach the file again.',
  details: '',
};
