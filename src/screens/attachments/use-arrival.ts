import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { AttachmentItem } from './attachment-items.ts';
import { type AwayFile, whileAway } from './while-away.ts';

/** Tells when a file that could not be had is there, as long as its place in the page is in sight. */
export const useArrival = (
  files: AwayFile['files'],
  keys: AttachmentItem['keys'],
  place: RefObject<HTMLElement | null>,
  onThere: () => void,
): void => {
  const wanted = keys.join('\n');
  const there = useEffectEvent(() => {
    const keepFocus = focusKept(place.current);
    onThere();
    // Once what has come is laid out.
    requestAnimationFrame(keepFocus);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys
  useEffect(() => {
    const { current } = place;
    return current === null ? undefined : whileAway(current, { files, keys }, there);
  }, [files, wanted, place]);
};

/** The card of a file that comes is another one: what had the focus in the old one gives it to the first button of the new one. */
const focusKept = (place: HTMLElement | null): (() => void) => {
  const card = place?.closest('li') ?? null;
  const list = card?.parentElement ?? null;
  if (card === null || list === null || !card.contains(document.activeElement)) return () => {};
  const at = [...list.children].indexOf(card);
  return () => {
    const next = list.children[at];
    if (next !== undefined && !next.contains(document.activeElement)) next.querySelector('button')?.focus();
  };
};
