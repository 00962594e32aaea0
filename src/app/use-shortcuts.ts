import { useEffect, useEffectEvent } from 'react';
import { isPressed, isSingle, type Keyboard, keysOf } from '#src/ui/shortcut.ts';
import { type ShortcutId, shortcuts } from './shortcuts.ts';

/** Letters and signs are left to whatever is typed into, and Escape to all but the text of a note. */
const isMeant = (key: string, target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return true;
  const isText = target.isContentEditable || target.localName === 'textarea';
  if (key === 'Escape') return isText;
  return !isSingle(key) || !(isText || target.closest('input, select') !== null);
};

/** Has the keys of the library act. None does behind a dialog or a menu; `letterKeys`: whether single letters and signs do. */
export const useShortcuts = (keyboard: Keyboard, letterKeys: boolean, act: (id: ShortcutId) => void): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (document.querySelector('dialog[open], [role="menu"]') !== null) return;
    // The element itself where it stands in a shadow root, as the text of a note does.
    const target = event.composedPath()[0] ?? null;
    const found = shortcuts.find((shortcut) =>
      keysOf(shortcut, keyboard).some(
        (key) => isPressed(key, event, keyboard) && (letterKeys || !isSingle(key)) && isMeant(key, target),
      ),
    );
    if (found === undefined) return;
    event.preventDefault();
    act(found.id);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
