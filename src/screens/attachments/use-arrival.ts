import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { isFocusLost } from '#src/ui/lost-focus.ts';
import type { AttachmentItem } from './attachment-items.ts';
import { type AwayFile, whileAway } from './while-away.ts';

/**
 * Tells when a file that could not be had is there, as long as its place in the page is in sight. The card of one that comes is another
 * card: what had the focus in the old one gives it to the first button of the new one.
 */
export const useArrival = (
  files: AwayFile['files'],
  keys: AttachmentItem['keys'],
  place: RefObject<HTMLElement | null>,
  onThere: () => void,
): void => {
  const wanted = keys.join('\n');
  const there = useEffectEvent(onThere);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys
  useEffect(() => {
    const { current } = place;
    return current === null ? undefined : whileAway(current, { files, keys }, there);
  }, [files, wanted, place]);
  useLayoutEffect(() => {
    const card = place.current?.closest('li') ?? null;
    return () => {
      const list = card?.parentElement ?? null;
      if (card === null || list === null || !card.contains(document.activeElement)) return;
      const at = [...list.children].indexOf(card);
      // Once what has come is laid out.
      queueMicrotask(() => {
        if (isFocusLost()) list.children[at]?.querySelector('button')?.focus();
      });
    };
  }, [place]);
};
