import type { Result } from '#src/notes/result.ts';
import { downloadName } from '#src/notes/shown-name.ts';
import type { AwsFailure, NotebookFiles } from '#src/services.ts';
import type { AttachmentItem } from './attachment-items.ts';

/** Lets the browser fetch the file under its own name. The address is used for one click and never enters the page. */
export const download = async (
  files: Pick<NotebookFiles, 'downloadAddress'>,
  item: Pick<AttachmentItem, 'name' | 'keys'>,
): Promise<Result<void, AwsFailure>> => {
  const name = downloadName(item.name, item.keys[0]);
  const result = await files.downloadAddress(item.keys, name);
  if (!result.ok) return result;
  const link = document.createElement('a');
  link.href = result.value.href;
  link.download = name;
  link.rel = 'noopener noreferrer';
  link.click();
  return { ok: true, value: undefined };
};
