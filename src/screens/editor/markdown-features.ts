import { autocompletion, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { Words } from '#src/words/words.ts';
import { tagCompletion, titleCompletion } from './completion.ts';
import type { EditorNeeds } from './editor-needs.ts';
import { findWords } from './find-words.ts';
import { leaveOrContinueList, shiftListItem } from './list-commands.ts';
import { emphasise } from './mark-commands.ts';
import { markdownIfTame } from './markdown-language.ts';
import { markdownLook } from './markdown-look.ts';
import { openLinkAtCaret, openLinks } from './open-links.ts';
import { panelTheme } from './panel-theme.ts';
import { pasteAsMarkdown } from './paste.ts';
import { toggleTaskAtCaret } from './task-commands.ts';

/** All that makes the text Markdown: its look, lists that go on, pasting, completion, links, and finding in the note. */
export const markdownFeatures = (text: Text, needs: EditorNeeds, words: Words): Extension => [
  keymap.of([
    { key: 'Enter', run: leaveOrContinueList },
    { key: 'Tab', run: shiftListItem(1), shift: shiftListItem(-1) },
    { key: 'Mod-b', run: emphasise('**'), preventDefault: true },
    { key: 'Mod-i', run: emphasise('*'), preventDefault: true },
    { key: 'Mod-e', run: emphasise('`'), preventDefault: true },
    { key: 'Mod-Enter', run: (view) => openLinkAtCaret(view, needs) || toggleTaskAtCaret(view) },
    { key: 'Mod-f', run: openSearchPanel, preventDefault: true },
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
];

const findKeys: ReadonlySet<string> = new Set(['F3', 'Mod-g', 'Escape']);
