import { useEffect, useEffectEvent } from 'react';

interface Shortcuts {
  /** Whether single letters act; modified keys always do. */
  readonly letterKeys: boolean;
  readonly onNew: () => void;
  readonly onSearch: () => void;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
  /** Escape in the text of a note. */
  readonly onLeaveNote: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);

/** The element itself where it stands in a shadow root, as the text of a note does. */
const targetOf = (event: Event): EventTarget | null => event.composedPath()[0] ?? event.target;

const isNoteText = (event: Event): boolean => {
  const target = targetOf(event);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
};

/** The keys of the library. Single letters never act while something is typed, nor behind a dialog or a menu. */
export const useShortcuts = ({ letterKeys, onNew, onSearch, onPalette, onHelp, onLeaveNote }: Shortcuts): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open], [role="menu"]') !== null) return;
    const act = (action: () => void) => {
      event.preventDefault();
      action();
    };
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (key === 'k' && !event.shiftKey) return act(onPalette);
      if (key === 'f' && event.shiftKey) return act(onSearch);
    }
    if (event.key === 'Escape' && isNoteText(event) && !event.isComposing) {
      return act(onLeaveNote);
    }
    if (!letterKeys || event.ctrlKey || event.metaKey || event.altKey || isTyping(targetOf(event))) return;
    if (event.key === 'n') act(onNew);
    else if (event.key === '/') act(onSearch);
    else if (event.key === '?') act(onHelp);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
