import { attachmentFileName } from '#src/notes/export-file-name.ts';
import { createNames } from '#src/notes/export-paths.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { AwsFailure, FoundFile, NotebookFiles } from '#src/services.ts';
import type { Breathe } from '#src/ui/breather.ts';
import { createZip } from './zip.ts';

/** A file of a note, under its own name. */
export interface NamedFile {
  readonly name: string;
  readonly keys: readonly [string, ...string[]];
}

export interface ZipRequest {
  readonly files: Pick<NotebookFiles, 'find' | 'part'>;
  readonly items: readonly NamedFile[];
  readonly signal: AbortSignal;
  /** Bytes that have come, of all. */
  readonly onProgress: (done: number, total: number) => void;
  readonly breathe: Breathe;
  readonly drain: ((bytes: Blob) => Promise<void>) | undefined;
  /** ms */
  readonly now: number;
}

export interface ZippedFiles {
  /** What has not been drained. */
  readonly rest: Blob;
  readonly count: number;
  /** The names of those that cannot be had. */
  readonly missing: readonly string[];
}

/** Bytes that are fetched, and in memory, at once. */
const pieceSize = 8 * 1024 * 1024;

/**
 * Puts files into a zip file, piece by piece. One that is not there is left out; where a piece of another does not come, all of it fails.
 * Rejects where the signal says so, and where `drain` does.
 */
export async function zipFiles(request: ZipRequest): Promise<Result<ZippedFiles, AwsFailure>> {
  const { files, items, signal, onProgress, now } = request;
  const zip = createZip(request.breathe, undefined, request.drain);
  const newName = createNames();
  const missing: string[] = [];
  const there: { readonly name: string; readonly file: FoundFile }[] = [];
  for (const { name, keys } of items) {
    const found = await files.find(keys);
    signal.throwIfAborted();
    if (found.ok) there.push({ name, file: found.value });
    else missing.push(name);
  }
  const total = there.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  let count = 0;
  for (const { name, file } of there) {
    // Of a file that came with its folders, the name alone.
    const own = attachmentFileName(name.slice(name.lastIndexOf('/') + 1), file.key);
    const path = newName(own);
    if (!zip.hasRoom(path, file.size)) {
      missing.push(name);
      continue;
    }
    let from = 0;
    let failure: AwsFailure | null = null;
    const next = async () => {
      if (from >= file.size) return null;
      const to = Math.min(from + pieceSize, file.size);
      const part = await files.part(file.key, { from, to, signal });
      signal.throwIfAborted();
      if (!part.ok) {
        failure = part.failure;
        return null;
      }
      done += to - from;
      from = to;
      onProgress(done, total);
      return part.value;
    };
    await zip.add(path, { type: '', next }, now);
    signal.throwIfAborted();
    if (failure !== null) return failed(failure);
    count += 1;
  }
  return succeeded({ rest: zip.end(), count, missing });
}
