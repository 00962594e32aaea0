import type { StoredUpload } from '#src/store/file-store.ts';
import type { ChosenFiles, NoFile } from './chosen-files.ts';

/**
 * Looks in all tabs for the chosen file of an upload, unless that is being done already. Where this tab comes to have it, `chosen` tells of it.
 */
export function createFileSeeker({
  chosen,
  onMissing,
}: {
  readonly chosen: Pick<ChosenFiles, 'find'>;
  readonly onMissing: (key: string, why: NoFile) => Promise<void>;
}): (upload: StoredUpload, signal: AbortSignal) => Promise<void> {
  const seeking = new Set<string>();
  return async (upload, signal) => {
    const { key } = upload;
    if (seeking.has(key)) return;
    seeking.add(key);
    const found = await chosen.find(upload);
    seeking.delete(key);
    if (!found.ok && !signal.aborted) await onMissing(key, found.failure);
  };
}
