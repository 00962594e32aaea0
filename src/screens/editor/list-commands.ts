import { syntaxTree } from '@codemirror/language';
import { type ChangeSpec, EditorSelection, type EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { isListItem } from './list-continuation.ts';
import { listEnter } from './list-enter.ts';

export const isInCode = (state: EditorState, at: number): boolean => {
  for (let node: ReturnType<typeof inner> | null = inner(state, at); node !== null; node = node.parent) {
    if (node.name === 'FencedCode' || node.name === 'CodeBlock') return true;
  }
  return false;
};
const inner = (state: EditorState, at: number) => syntaxTree(state).resolveInner(at, -1);

/** Enter: a list or a quotation goes on in the next line; in an item without words it ends. */
export const leaveOrContinueList = (view: EditorView): boolean => {
  const { state } = view;
  const { main } = state.selection;
  if (!main.empty || state.readOnly || isInCode(state, main.head)) return false;
  const made = listEnter(state.doc, main.head);
  if (made === null) return false;
  view.dispatch({
    changes: made.changes,
    selection: EditorSelection.cursor(made.caret),
    userEvent: 'input',
    scrollIntoView: true,
  });
  return true;
};

const step = '  ';

/** Tab in a list moves its items in, Shift-Tab out; anywhere else the key leads out of the text, as it does everywhere. */
export const shiftListItem =
  (direction: 1 | -1) =>
  (view: EditorView): boolean => {
    const { state } = view;
    const { from, to } = state.selection.main;
    if (state.readOnly) return false;
    const changes: ChangeSpec[] = [];
    let items = 0;
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      at = line.to + 1;
      if (!isListItem(line.text)) continue;
      items += 1;
      if (direction === 1) changes.push({ from: line.from, insert: step });
      else {
        const spaces = /^(?:\t| {1,2})/.exec(line.text)?.[0].length ?? 0;
        if (spaces > 0) changes.push({ from: line.from, to: line.from + spaces });
      }
    }
    if (items === 0) return false;
    view.dispatch({ changes, userEvent: direction === 1 ? 'input.indent' : 'delete.dedent' });
    return true;
  };
