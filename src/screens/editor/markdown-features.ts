import { autocompletion, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import { type Command, type KeyBinding, keymap } from '@codemirror/view';
import type { Words } from '#src/words/words.ts';
import { tagCompletion, titleCompletion } from './completion.ts';
import { dropPlace } from './drop-place.ts';
import type { EditorNeeds } from './editor-needs.ts';
import { findWords } from './find-words.ts';
import { leaveOrContinueList, shiftListItem } from './list-commands.ts';
import { emphasise } from './mark-commands.ts';
import { markdownIfTame } from './markdown-language.ts';
import { markdownLook } from './markdown-look.ts';
import { openLinkAtCaret, openLinks } from './open-links.ts';
import { ownLinks } from './own-links.ts';
import { panelTheme } from './panel-theme.ts';
import { pasteAsMarkdown } from './paste.ts';
import { toggleTaskAtCaret } from './task-commands.ts';
import { textKeys } from './text-keys.ts';

/** All that makes the text Markdown: its look, lists that go on, pasting, completion, links, and finding in the note. */
export const markdownFeatures = (text: Text, needs: EditorNeeds, words: Words): Extension => [
  keymap.of([
    { key: 'Enter', run: leaveOrContinueList },
    ...bindings(needs),
    ...completionKeymap.filter(({ key }) => key !== 'Escape'),
    { key: 'Escape', run: closeCompletion },
    ...searchKeymap.filter(({ key }) => key !== undefined && findKeys.has(key)),
  ]),
  EditorState.phrases.of(findWords(words)),
  search({ top: true }),
  autocompletion({ override: [titleCompletion(needs), tagCompletion(needs)], icons: false, defaultKeymap: false }),
  panelTheme,
  markdownIfTame(text),
  markdownLook(needs, words),
  openLinks(needs),
  pasteAsMarkdown,
  dropPlace,
  ownLinks,
];

const bindings = (needs: EditorNeeds): readonly KeyBinding[] => {
  const run: Readonly<Record<(typeof textKeys)[number]['id'], Command>> = {
    bold: emphasise('**'),
    italic: emphasise('*'),
    code: emphasise('`'),
    follow: (view) => openLinkAtCaret(view, needs) || toggleTaskAtCaret(view),
    moveIn: shiftListItem(1),
    moveOut: shiftListItem(-1),
    find: openSearchPanel,
  };
  // The browser keeps what means something to it elsewhere, like Tab, where it does nothing here.
  return textKeys.flatMap(({ id, keys }) =>
    keys.map((key) => ({ key, run: run[id], preventDefault: /^Mod-[a-z]$/.test(key) })),
  );
};

const findKeys: ReadonlySet<string> = new Set(['F3', 'Mod-g', 'Escape']);
