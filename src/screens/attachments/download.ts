import type { Result } from '#src/notes/result.ts';
import type { AwsFailure, Notebook } from '#src/services.ts';
import type { AttachmentItem } from './attachment-items.ts';

/** Lets the browser fetch the file under its own name. The address is used for one click and never enters the page. */
export const download = async (
  notebook: Pick<Notebook, 'downloadAddress'>,
  item: Pick<AttachmentItem, 'name' | 'keys'>,
): Promise<Result<void, AwsFailure>> => {
  let result = await notebook.downloadAddress(item.keys[0], item.name);
  for (const key of item.keys.slice(1)) {
    if (!result.ok && result.failure.kind === 'denied') result = await notebook.downloadAddress(key, item.name);
  }
  if (!result.ok) return result;
  const link = document.createElement('a');
  link.href = result.value.href;
  link.download = item.name;
  link.rel = 'noopener noreferrer';
  link.click();
  return { ok: true, value: undefined };
};
