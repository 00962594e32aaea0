import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { listEnter } from './list-enter.ts';
import { shiftItems } from './list-shift.ts';

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

/** Tab in a list moves its items in, Shift-Tab out; anywhere else the key leads out of the text, as it does everywhere. */
export const shiftListItem =
  (direction: 1 | -1) =>
  (view: EditorView): boolean => {
    const { state } = view;
    const { from, to } = state.selection.main;
    if (state.readOnly) return false;
    const changes = shiftItems(state.doc, from, to, direction);
    if (changes === null) return false;
    view.dispatch({ changes, userEvent: direction === 1 ? 'input.indent' : 'delete.dedent', scrollIntoView: true });
    return true;
  };
