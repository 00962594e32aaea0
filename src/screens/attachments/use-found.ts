import { type RefObject, useCallback, useState } from 'react';
import type { FoundFile, NotebookFiles } from '#src/services.ts';
import { useOnceInSight } from '#src/ui/use-once-in-sight.ts';
import type { AttachmentItem } from './attachment-items.ts';

/** The object of an attachment, looked for once its card comes into sight; null: not yet, or it cannot be had. */
export const useFound = (
  files: Pick<NotebookFiles, 'find'>,
  keys: AttachmentItem['keys'],
  card: RefObject<HTMLElement | null>,
): FoundFile | null => {
  const [found, setFound] = useState<FoundFile | null>(null);
  const wanted = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys
  const look = useCallback(
    async (isWanted: () => boolean) => {
      const result = await files.find(keys);
      if (isWanted() && result.ok) setFound(result.value);
    },
    [files, wanted],
  );
  useOnceInSight(card, look);
  return found;
};
