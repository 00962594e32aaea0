import { type RefObject, useEffect, useState } from 'react';
import type { NotebookFiles } from '#src/services.ts';
import type { NamedFile } from './zip-files.ts';

/** Of more files nobody asks for each one's size before it is wanted. */
const most = 60;

/** Bytes of all files together, once the place comes into sight; null: not known. */
export const useWholeSize = (
  files: Pick<NotebookFiles, 'find'>,
  items: readonly NamedFile[],
  place: RefObject<HTMLElement | null>,
): number | null => {
  const [size, setSize] = useState<number | null>(null);
  const wanted = items.map(({ keys }) => keys.join('\n')).join('\n\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the items
  useEffect(() => {
    const element = place.current;
    if (element === null || items.length > most) return;
    let current = true;
    const look = async () => {
      const found = await Promise.all(items.map(({ keys }) => files.find(keys)));
      const sizes = found.flatMap((file) => (file.ok ? [file.value.size] : []));
      if (current && sizes.length === items.length) setSize(sizes.reduce((sum, each) => sum + each, 0));
    };
    setSize(null);
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
  }, [files, wanted, place]);
  return size;
};
