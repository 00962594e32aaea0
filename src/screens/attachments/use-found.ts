import { type RefObject, useEffect, useState } from 'react';
import type { FoundFile, NotebookFiles } from '#src/services.ts';
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
  useEffect(() => {
    const element = card.current;
    if (element === null) return;
    let current = true;
    const look = async () => {
      const result = await files.find(keys);
      if (current && result.ok) setFound(result.value);
    };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.unobserve(element);
      void look();
    });
    observer.observe(element);
    return () => {
      current = false;
      observer.unobserve(element);
    };
  }, [files, wanted, card]);
  return found;
};
