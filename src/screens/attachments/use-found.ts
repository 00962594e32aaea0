import { type RefObject, useCallback, useState } from 'react';
import type { AwsFailure, FoundFile, NotebookFiles } from '#src/services.ts';
import { useOnceInSight } from '#src/ui/use-once-in-sight.ts';
import type { AttachmentItem } from './attachment-items.ts';

interface Found {
  /** null: not looked for yet, or it cannot be had. */
  readonly file: FoundFile | null;
  /** AWS does not give it out. */
  readonly refused: AwsFailure | null;
  readonly again: () => void;
}

/** The object of an attachment, looked for once its card comes into sight. */
export const useFound = (
  files: Pick<NotebookFiles, 'find'>,
  keys: AttachmentItem['keys'],
  card: RefObject<HTMLElement | null>,
): Found => {
  const [found, setFound] = useState<Omit<Found, 'again'>>(nothing);
  const [attempt, setAttempt] = useState(0);
  const wanted = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys, `attempt` asks for another look
  const look = useCallback(
    async (isWanted: () => boolean) => {
      const result = await files.find(keys);
      if (!isWanted()) return;
      if (result.ok) setFound({ file: result.value, refused: null });
      else setFound({ file: null, refused: result.failure.kind === 'denied' ? result.failure : null });
    },
    [files, wanted, attempt],
  );
  useOnceInSight(card, look);
  return { ...found, again: () => setAttempt(attempt + 1) };
};

const nothing: Omit<Found, 'again'> = { file: null, refused: null };
