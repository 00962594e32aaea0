import { describe, expect, it } from 'vitest';
import { hitKeys } from '#src/app/hit-keys.ts';
import { shortcuts } from '#src/app/shortcuts.ts';
import { codeMirrorKeys, textKeys } from '#src/screens/editor/text-keys.ts';
import { listKeys } from '#src/screens/library/list-keys.ts';
import { isPressed, isSingle, type Keyboard, keysOf, type Shortcut } from '#src/ui/shortcut.ts';

const keysIn = (place: 'list' | 'text', keyboard: Keyboard): readonly string[] => {
  const own: readonly Shortcut[] = place === 'list' ? listKeys : [...textKeys, ...codeMirrorKeys];
  const everywhere = [...shortcuts, ...hitKeys].flatMap((shortcut) => keysOf(shortcut, keyboard));
  const all = [...everywhere, ...own.flatMap((shortcut) => keysOf(shortcut, keyboard))];
  return place === 'text' ? all.filter((key) => !isSingle(key)) : all;
};

/** What browsers keep for themselves, or what a person would miss: tabs, windows, the address, reload, print, zoom, developer tools. */
const browsers: readonly string[] = [
  ...['t', 'w', 'n', 'q', 'r', 'l', 'd', 'h', 'j', 'o', 'p', 's', 'u', 'm', ',', '=', '-', '0', '1', '9', 'Tab'].map(
    (key) => `Mod-${key}`,
  ),
  ...['t', 'w', 'n', 'p', 'i', 'j', 'c', 'b', 'o', 'a', 'm', 'r', 'q', 'k', 'v', 'Tab', 'Delete', 'Backspace'].map(
    (key) => `Mod-Shift-${key}`,
  ),
  ...['ArrowLeft', 'ArrowRight', 'Home', 'd', 'F4', 'Tab'].map((key) => `Alt-${key}`),
  ...['ArrowLeft', 'ArrowRight', 'i', 'j', 'u', 'c', 'b', 'l'].map((key) => `Mod-Alt-${key}`),
  ...['F1', 'F5', 'F6', 'F7', 'F11', 'F12', 'Backspace'],
];

describe.each(['apple', 'other'] as const)('the shortcuts on a keyboard that is %s', (keyboard) => {
  it.each(['list', 'text'] as const)('mean one thing each in the %s', (place) => {
    const keys = keysIn(place, keyboard);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('leave the browser its own', () => {
    const all = [...keysIn('list', keyboard), ...keysIn('text', keyboard)];
    expect(all.filter((key) => browsers.includes(key))).toEqual([]);
  });
});

describe('a key press', () => {
  const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
    ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }) as KeyboardEvent;

  it.each([
    ['Mod-k', press('k', { ctrlKey: true }), 'other', true],
    ['Mod-k', press('k', { metaKey: true }), 'other', false],
    ['Mod-k', press('k', { metaKey: true }), 'apple', true],
    ['Mod-k', press('k', { ctrlKey: true }), 'apple', false],
    ['Mod-k', press('K', { ctrlKey: true }), 'other', true],
    ['Mod-k', press('K', { ctrlKey: true, shiftKey: true }), 'other', false],
    ['Mod-Shift-f', press('F', { ctrlKey: true, shiftKey: true }), 'other', true],
    ['n', press('n'), 'other', true],
    ['n', press('N', { shiftKey: true }), 'other', false],
    ['n', press('n', { ctrlKey: true }), 'other', false],
    ['#', press('#', { shiftKey: true }), 'other', true],
    ['Alt-ArrowDown', press('ArrowDown', { altKey: true }), 'other', true],
    ['Alt-ArrowDown', press('ArrowDown'), 'other', false],
  ] as const)('of %s is told', (key, event, keyboard, is) => {
    expect(isPressed(key, event, keyboard)).toBe(is);
  });
});
