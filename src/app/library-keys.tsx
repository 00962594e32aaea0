import type { RefObject } from 'react';
import type { Keyboard } from '#src/ui/shortcut.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { type AroundNote, actOnNote } from './note-keys.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface LibraryKeysProps {
  readonly keyboard: Keyboard;
  readonly letterKeys: boolean;
  readonly around: AroundNote;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** What the keys of the library do; it shows nothing. Loaded right behind the list, which does without it. */
export const LibraryKeys = ({ keyboard, letterKeys, around, searchBox, onPalette, onHelp }: LibraryKeysProps): null => {
  const toasts = useToasts();
  useShortcuts(keyboard, letterKeys, (id) => {
    if (id === 'palette') onPalette();
    else if (id === 'help') onHelp();
    else if (id === 'search') searchBox.current?.focus();
    else if (id === 'new') void around.navigate('/notes/new');
    else if (id === 'undo') toasts.act();
    else if (id === 'leave') {
      const current = document.querySelector<HTMLElement>('[data-index] a[aria-current]');
      (current ?? searchBox.current)?.focus();
    } else actOnNote(id, around);
  });
  return null;
};
