import type { Result } from '#src/notes/result.ts';
import { downloadName } from '#src/notes/shown-name.ts';
import type { AwsFailure, NotebookFiles } from '#src/services.ts';
import { followDownload } from '#src/ui/follow-download.ts';
import { saveFile } from '#src/ui/save-file.ts';
import type { AttachmentItem } from './attachment-items.ts';

/** S3 does not give the file out now. This device may have it all the same. */
const notNow: ReadonlySet<AwsFailure['kind']> = new Set(['offline', 'signed-out', 'denied']);

/** Lets the browser fetch the file under its own name, or have this device's own bytes where S3 does not give them out. */
export const download = async (
  files: Pick<NotebookFiles, 'downloadAddress' | 'read'>,
  item: Pick<AttachmentItem, 'name' | 'keys'>,
): Promise<Result<void, AwsFailure>> => {
  const name = downloadName(item.name, item.keys[0]);
  const result = await files.downloadAddress(item.keys, name);
  if (result.ok) followDownload(result.value, name);
  else {
    const read = notNow.has(result.failure.kind) ? await files.read(item.keys) : result;
    if (!read.ok) return result;
    // Whatever it is, it is only saved.
    saveFile(new Blob([read.value], { type: 'application/octet-stream' }), name);
  }
  return { ok: true, value: undefined };
};
