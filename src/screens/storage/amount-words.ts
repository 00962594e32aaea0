import { formatBytes } from '#src/ui/format-bytes.ts';
import type { Words } from '#src/words/words.ts';

/** 3 files, 2.4 MB */
export const filesAndBytes = (
  { files, bytes }: { readonly files: number; readonly bytes: number },
  { counted, locale }: Words,
): string => {
  const size = formatBytes(bytes, locale);
  return files === 0
    ? counted(0, '1 file', '{count} files')
    : counted(files, `1 file, ${size}`, '{count} files, {size}', { size });
};
