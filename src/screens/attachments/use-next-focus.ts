import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { isFocusLost } from '#src/ui/lost-focus.ts';

/**
 * Where what had the focus in the panel goes, what now stands in its place among the cards gets it, or the last of them, or else the button
 * "Attach files".
 */
export const useNextFocus = (panel: RefObject<HTMLElement | null>): void => {
  const last = useRef<{ readonly element: Element; readonly at: number } | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const element = target instanceof Element && panel.current?.contains(target) ? target : null;
      const card = element?.closest('li') ?? null;
      last.current = element && {
        element,
        at: card === null ? -1 : [...(card.parentElement?.children ?? [])].indexOf(card),
      };
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [panel]);
  useLayoutEffect(() => {
    if (last.current === null || last.current.element.isConnected || !isFocusLost()) return;
    const { at } = last.current;
    last.current = null;
    const cards = panel.current?.querySelector('ul')?.children;
    const next = at < 0 ? undefined : (cards?.[at] ?? cards?.[cards.length - 1]);
    const button = next?.querySelector('button') ?? document.querySelector<HTMLElement>('button[data-attach]');
    button?.focus();
  });
};
