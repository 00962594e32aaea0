import type { Shortcut } from '#src/ui/shortcut.ts';

/**
 * The keys of the app itself; those of the list and of the text stand with them (`list-keys.ts`, `text-keys.ts`), and what all of them are
 * called in `shortcut-groups.ts`, which the first list does without.
 */
export const shortcuts = [
  { id: 'palette', keys: ['Mod-k'] },
  { id: 'search', keys: ['/', 'Mod-Shift-f'] },
  { id: 'new', keys: ['n'] },
  // Alone, Option with an arrow moves the caret by paragraphs there.
  { id: 'next', keys: ['Alt-ArrowDown'], apple: ['Mod-Alt-ArrowDown'] },
  { id: 'previous', keys: ['Alt-ArrowUp'], apple: ['Mod-Alt-ArrowUp'] },
  { id: 'undo', keys: ['z'] },
  { id: 'help', keys: ['?'] },
  { id: 'read', keys: ['Mod-Shift-Enter'] },
  { id: 'write', keys: ['w'] },
  { id: 'attach', keys: ['a'] },
  { id: 'pin', keys: ['p'] },
  { id: 'archive', keys: ['e'] },
  { id: 'history', keys: ['h'] },
  { id: 'trash', keys: ['#'] },
  { id: 'leave', keys: ['Escape'] },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof shortcuts)[number]['id'];
