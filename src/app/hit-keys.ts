import type { Shortcut } from '#src/ui/shortcut.ts';

/** From hit to hit in the open note, while something is searched for. */
export const hitKeys = [
  { id: 'nextHit', keys: ['F3'] },
  { id: 'previousHit', keys: ['Shift-F3'] },
] as const satisfies readonly Shortcut[];
