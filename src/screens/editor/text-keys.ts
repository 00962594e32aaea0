import type { Shortcut } from '#src/ui/shortcut.ts';

/** What the keys do in the text of a note, beside what they do in every text. */
export const textKeys = [
  { id: 'bold', keys: ['Mod-b'] },
  { id: 'italic', keys: ['Mod-i'] },
  { id: 'code', keys: ['Mod-e'] },
  { id: 'follow', keys: ['Mod-Enter'] },
  { id: 'moveIn', keys: ['Tab'] },
  { id: 'moveOut', keys: ['Shift-Tab'] },
  { id: 'find', keys: ['Mod-f'] },
] as const satisfies readonly Shortcut[];

/** What CodeMirror's own bindings do that are taken up. */
export const codeMirrorKeys = [
  { id: 'findNext', keys: ['Mod-g'] },
  { id: 'findPrevious', keys: ['Mod-Shift-g'] },
  { id: 'undo', keys: ['Mod-z'] },
  { id: 'redo', keys: ['Mod-y'], apple: ['Mod-Shift-z'] },
] as const satisfies readonly Shortcut[];
