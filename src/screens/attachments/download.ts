import type { Result } from '#src/notes/result.ts';
import { downloadName } from '#src/notes/shown-name.ts';
import type { AwsFailure, NotebookFiles } from '#src/services.ts';
import { followDownload } from '#src/ui/follow-download.ts';
import type { AttachmentItem } from './attachment-items.ts';

/** Lets the browser fetch the file under its own name. */
export const download = async (
  files: Pick<NotebookFiles, 'downloadAddress'>,
  item: Pick<AttachmentItem, 'name' | 'keys'>,
): Promise<Result<void, AwsFailure>> => {
  const name = downloadName(item.name, item.keys[0]);
  const result = await files.downloadAddress(item.keys, name);
  if (!result.ok) return result;
  followDownload(result.value, name);
  return { ok: true, value: undefined };
};
