/** What is printed on the keys: Apple's have ⌘ where others have Ctrl. */
export type Keyboard = 'apple' | 'other';

/** What a key does. Keys are written as CodeMirror writes them: `Mod-Shift-f`, where Mod is ⌘ or Ctrl; any of them does it. */
export interface Shortcut {
  readonly id: string;
  readonly keys: readonly string[];
  /** The keys on an Apple keyboard, where those would do something else. */
  readonly apple?: readonly string[];
}

export const keysOf = ({ keys, apple = keys }: Shortcut, keyboard: Keyboard): readonly string[] =>
  keyboard === 'apple' ? apple : keys;

/** Whether a key is a letter or sign by itself: it acts only where nothing is typed, and can be turned off (WCAG 2.1.4). */
export const isSingle = (key: string): boolean => key.length === 1;

/** Whether a key press is the key of a shortcut. */
export const isPressed = (key: string, event: KeyboardEvent, keyboard: Keyboard): boolean => {
  const parts = key.split('-');
  const base = parts.pop() ?? '';
  const mod = parts.includes('Mod');
  const pressed = event.key === base || (parts.length > 0 && event.key.toLowerCase() === base);
  return (
    pressed &&
    event.ctrlKey === (mod && keyboard === 'other') &&
    event.metaKey === (mod && keyboard === 'apple') &&
    event.altKey === parts.includes('Alt') &&
    // Signs have Shift where the layout wants it.
    (event.shiftKey === parts.includes('Shift') || isSingle(key))
  );
};
