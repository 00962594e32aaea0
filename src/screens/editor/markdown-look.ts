import { syntaxTree } from '@codemirror/language';
import type { Extension, Range, Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { unescapeLinkText } from '#src/notes/link-text.ts';
import type { Words } from '#src/words/words.ts';
import type { EditorNeeds } from './editor-needs.ts';
import { type Picture, PictureWidget } from './picture-widget.ts';
import { TaskWidget } from './task-widget.ts';

/** What the style of letters cannot show, for what is in sight: lines of code and quotations, boxes of tasks, pictures, text direction. */
export const markdownLook = (needs: EditorNeeds, words: Words): Extension => [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = lookOf(view, needs, words);
      }

      update(update: ViewUpdate) {
        const parsedOn = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.viewportChanged || update.selectionSet || parsedOn) {
          this.decorations = lookOf(update.view, needs, words);
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
  EditorView.theme({
    '.title-line': { fontSize: '1.3em', fontWeight: '700', lineHeight: '1.35' },
    '.code-line': { backgroundColor: 'var(--color-hover)', fontFamily: 'var(--font-mono)', fontSize: '0.9em' },
    '.quote-line': { borderInlineStart: '3px solid var(--color-border-strong)', paddingInlineStart: '0.75rem' },
    '.task-box': {
      inlineSize: '1.125rem',
      blockSize: '1.125rem',
      margin: '0 0.25rem 0 0',
      verticalAlign: '-0.15em',
      accentColor: 'var(--color-accent)',
      cursor: 'pointer',
    },
    '.picture': {
      display: 'block',
      position: 'relative',
      inlineSize: 'fit-content',
      maxInlineSize: '100%',
      margin: '0.5rem 0',
    },
    '.picture img': {
      display: 'block',
      maxInlineSize: '100%',
      maxBlockSize: '28rem',
      borderRadius: 'var(--radius-md)',
    },
    '.open-picture': {
      display: 'grid',
      placeContent: 'center',
      position: 'absolute',
      insetBlockStart: '0.375rem',
      insetInlineEnd: '0.375rem',
      inlineSize: '2rem',
      blockSize: '2rem',
      padding: '0',
      border: '1px solid var(--color-border)',
      borderRadius: 'var(--radius-md)',
      background: 'var(--color-raised)',
      color: 'var(--color-text)',
      cursor: 'zoom-in',
    },
    '@media (hover: hover)': {
      '.open-picture': { opacity: '0' },
      '.picture:hover .open-picture, .open-picture:focus-visible': { opacity: '1' },
    },
  }),
];

/** The picture that an image in Markdown shows; null: it is not among the attachments. */
const pictureIn = (markdown: string): Picture | null => {
  const [, name = '', reference] = /^!\[(.*)\]\(attachment:([^()\s]+)\)$/s.exec(markdown) ?? [];
  return reference === undefined ? null : { name: unescapeLinkText(name), reference };
};

const byItself = Decoration.line({ attributes: { dir: 'auto' } });
const titleLine = Decoration.line({ class: 'title-line' });
const codeLine = Decoration.line({ class: 'code-line' });
const quoteLine = Decoration.line({ class: 'quote-line' });

const lookOf = (view: EditorView, needs: EditorNeeds, words: Words): DecorationSet => {
  const { state } = view;
  const { head } = state.selection.main;
  const found: Range<Decoration>[] = [];
  const lines = (from: number, to: number, look: Decoration) => {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      found.push(look.range(line.from));
      at = line.to + 1;
    }
  };
  const title = titleOf(state.doc);
  if (title !== null) found.push(titleLine.range(title));
  for (const { from, to } of view.visibleRanges) {
    lines(from, to, byItself);
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name === 'FencedCode' || node.name === 'CodeBlock') {
          lines(Math.max(node.from, from), Math.min(node.to, to), codeLine);
        } else if (node.name === 'Blockquote') {
          lines(Math.max(node.from, from), Math.min(node.to, to), quoteLine);
          return node.node.parent?.name !== 'Blockquote';
        } else if (node.name === 'TaskMarker') {
          const done = state.sliceDoc(node.from + 1, node.from + 2) !== ' ';
          // The caret beside it is left out of the box, one inside of it can edit the mark.
          if (head <= node.from || head >= node.to) {
            const widget = new TaskWidget(done, words.t('Done'), state.readOnly);
            found.push(Decoration.replace({ widget }).range(node.from, node.to));
          }
        } else if (node.name === 'Image') {
          const picture = pictureIn(state.sliceDoc(node.from, node.to));
          if (picture !== null) {
            found.push(Decoration.widget({ widget: new PictureWidget(picture, needs, words), side: 1 }).range(node.to));
          }
        }
        return undefined;
      },
    });
  }
  return Decoration.set(found, true);
};

/** Where the line that names the note begins; null where a heading does that, or nothing yet. */
const titleOf = (text: Text): number | null => {
  for (let number = 1; number <= Math.min(text.lines, mostEmptyLines); number += 1) {
    const line = text.line(number);
    if (/\S/.test(line.text)) return /^[ ]{0,3}(?:#|```|~~~|>|[-*+] |\d+[.)] )/.test(line.text) ? null : line.from;
  }
  return null;
};
const mostEmptyLines = 20;
