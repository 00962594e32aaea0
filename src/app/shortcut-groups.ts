import { codeMirrorKeys, textKeys } from '#src/screens/editor/text-keys.ts';
import { listKeys } from '#src/screens/library/list-keys.ts';
import type { Shortcut } from '#src/ui/shortcut.ts';
import type { PlainMessage } from '#src/words/words.ts';
import { hitKeys } from './hit-keys.ts';
import { type ShortcutId, shortcuts } from './shortcuts.ts';

interface Named extends Shortcut {
  readonly name: PlainMessage;
}
interface ShortcutGroup {
  /** Where they act. */
  readonly name: PlainMessage;
  readonly shortcuts: readonly Named[];
}

const named = <Id extends string>(
  table: readonly (Shortcut & { readonly id: Id })[],
  names: Readonly<Partial<Record<Id, PlainMessage>>>,
): readonly Named[] =>
  table.flatMap((shortcut) => {
    const name = names[shortcut.id];
    return name === undefined ? [] : [{ ...shortcut, name }];
  });

const everywhere = {
  palette: 'Command palette',
  search: 'Search',
  new: 'New note',
  next: 'Next note',
  previous: 'Previous note',
  undo: 'Undo',
  help: 'Keyboard shortcuts',
} as const;
const note = {
  read: 'Read or write',
  write: 'Into the text',
  attach: 'Attach files',
  pin: 'Pin',
  archive: 'Archive',
  history: 'History',
  trash: 'Move to trash',
} as const;
const hits: Readonly<Record<(typeof hitKeys)[number]['id'], PlainMessage>> = {
  nextHit: 'Next hit',
  previousHit: 'Previous hit',
};
/** No shortcut is without a name. */
const leave: Readonly<Record<Exclude<ShortcutId, keyof typeof everywhere | keyof typeof note>, PlainMessage>> = {
  leave: 'From the text to the list',
};
const list: Readonly<Record<(typeof listKeys)[number]['id'], PlainMessage>> = {
  down: 'Down',
  up: 'Up',
  first: 'To the first',
  last: 'To the last',
  pageDown: 'Further down',
  pageUp: 'Further up',
};
const text: Readonly<Record<(typeof textKeys)[number]['id'], PlainMessage>> = {
  bold: 'Bold',
  italic: 'Italic',
  code: 'Code',
  follow: 'Tick a task, open a link or a picture',
  moveIn: 'Move a list item in',
  moveOut: 'Move a list item out',
  find: 'Find in the note',
};
const codeMirror: Readonly<Record<(typeof codeMirrorKeys)[number]['id'], PlainMessage>> = {
  findNext: 'Next place found',
  findPrevious: 'Previous place found',
  undo: 'Undo typing',
  redo: 'Redo typing',
};

/** Every shortcut, by what it is called and where it acts. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  { name: 'Everywhere', shortcuts: named(shortcuts, everywhere) },
  { name: 'This note', shortcuts: [...named(shortcuts, note), ...named(hitKeys, hits)] },
  { name: 'In the list', shortcuts: named(listKeys, list) },
  {
    name: 'In the text',
    shortcuts: [...named(textKeys, text), ...named(codeMirrorKeys, codeMirror), ...named(shortcuts, leave)],
  },
];
