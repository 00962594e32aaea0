import type { NotebookFiles } from '#src/services.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import { download } from './download.ts';

/** Saves a file as a person asks for it, and tells them where that fails. */
export const useSaving = (files: Pick<NotebookFiles, 'downloadAddress' | 'read'>) => {
  const toasts = useToasts();
  const { t, told } = useWords();
  return async (item: Pick<AttachmentItem, 'name' | 'keys'>): Promise<void> => {
    const result = await download(files, item);
    if (!result.ok)
      toasts.show({ message: t('{name}: {problem}', { name: item.name, problem: told(result.failure) }) });
  };
};
