import type { PlainMessage, Words } from '#src/words/words.ts';
import { isSingle, type Keyboard } from './shortcut.ts';

const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
};
const appleSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Tab: '⇥' };
const words: Readonly<Record<string, PlainMessage>> = {
  Mod: 'Ctrl',
  Alt: 'Alt',
  Tab: 'Tab',
  Shift: 'Shift',
  Enter: 'Enter',
  Home: 'Home',
  End: 'End',
  PageUp: 'Page up',
  PageDown: 'Page down',
};
/** In the order in which Apple writes them. */
const modifiers = ['Alt', 'Shift', 'Mod'];

/** What stands on the keys that are pressed together. */
export const keyNames = (key: string, keyboard: Keyboard, { t }: Pick<Words, 't'>): readonly string[] => {
  const parts = key.split('-');
  if (keyboard === 'apple') parts.sort((a, b) => modifierAt(a) - modifierAt(b));
  return parts.map((part) => {
    const sign = (keyboard === 'apple' ? appleSigns[part] : undefined) ?? signs[part];
    const word = words[part];
    if (sign !== undefined) return sign;
    if (word !== undefined) return t(word);
    return isSingle(key) ? part : part.replace(/^[a-z]$/, (letter) => letter.toUpperCase());
  });
};

const modifierAt = (part: string) => (modifiers.indexOf(part) + modifiers.length + 1) % (modifiers.length + 1);

/** For `aria-keyshortcuts` (WAI-ARIA 1.2). */
export const ariaKeys = (keys: readonly string[], keyboard: Keyboard): string =>
  keys.map((key) => key.replace('Mod', keyboard === 'apple' ? 'Meta' : 'Control').replaceAll('-', '+')).join(' ');
