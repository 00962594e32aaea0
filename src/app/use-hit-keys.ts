import { useEffect, useEffectEvent } from 'react';
import { isPressed } from '#src/ui/shortcut.ts';
import { hitKeys } from './hit-keys.ts';

/** Has the keys lead from hit to hit, also from within the text, whose own search has them otherwise. */
export const useHitKeys = (go: (step: 1 | -1) => void): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const found = hitKeys.find(({ keys }) => keys.some((key) => isPressed(key, event, 'other')));
    if (found === undefined || document.querySelector('dialog[open], [role="menu"]') !== null) return;
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest('.cm-search') !== null) return;
    event.preventDefault();
    event.stopPropagation();
    go(found.id === 'nextHit' ? 1 : -1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
};
