import { type RefObject, useCallback, useState } from 'react';
import type { NotebookFiles } from '#src/services.ts';
import { useOnceInSight } from '#src/ui/use-once-in-sight.ts';
import type { NamedFile } from './zip-files.ts';

/** Of more files nobody asks for each one's size before it is wanted. */
const most = 60;

/** Bytes of all files together, once the place comes into sight; null: not known. */
export const useWholeSize = (
  files: Pick<NotebookFiles, 'find'>,
  items: readonly NamedFile[],
  place: RefObject<HTMLElement | null>,
): number | null => {
  const [told, setTold] = useState<{ readonly of: string; readonly size: number } | null>(null);
  const wanted = items.map(({ keys }) => keys.join('\n')).join('\n\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the items
  const look = useCallback(
    async (isWanted: () => boolean) => {
      const found = await Promise.all(items.map(({ keys }) => files.find(keys)));
      const sizes = found.flatMap((file) => (file.ok ? [file.value.size] : []));
      if (!isWanted() || sizes.length < items.length) return;
      setTold({ of: wanted, size: sizes.reduce((sum, each) => sum + each, 0) });
    },
    [files, wanted],
  );
  useOnceInSight(place, items.length > most ? null : look);
  return told?.of === wanted ? told.size : null;
};
